import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteEventLog } from '#event-log';
import { batches, nationalAssignments } from './synthetic.js';

/** Writes synthetic events into a log at a steady pace, as another process would into a cluster's. */
const file = process.env['BENCH_LOG'] ?? '';
const perSecond = Number(process.env['BENCH_EVENTS_PER_SECOND']);
const BATCH = 500;

const log = await openSqliteEventLog({ file, mode: 'read-write' });
const stop = new AbortController();
process.once('SIGTERM', () => stop.abort());
process.stdout.write('http://127.0.0.1:0/graphql\n');
const start = performance.now();
let revision = -1;
let written = 0;
for (const batch of batches(nationalAssignments(3_000_000), BATCH)) {
  if (stop.signal.aborted) break;
  await log.append('cluster-feed', batch, revision < 0 ? 'no-stream' : revision);
  revision += batch.length;
  written += batch.length;
  const ahead = (written / perSecond) * 1_000 - (performance.now() - start);
  if (ahead > 0) await sleep(ahead);
}
process.stderr.write(`  fed ${written} events in ${Math.round(performance.now() - start)} ms\n`);
await log.close();
