import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteEventLog } from '#event-log';
import { TEN_CLUSTERS } from './baselines.js';
import { askAtFixedRate, type Paced } from './fixed-rate.js';
import { median, type Result } from './measure.js';
import { serve } from './processes.js';
import { batches, nationalAssignments } from './synthetic.js';
import type { Workspace } from './workspace.js';

const EVENTS = 250_000;
const ROUNDS = 3;
const PER_SECOND = 200;
const USUAL_MS = 15_000;
/** Asked on for a while over the switch: the service looks for a new file several times a second. */
const AFTER_SWITCH_MS = 2_000;
const DIST = join(import.meta.dirname, '../..');

/** Questions of several kinds; none of them is answered by what the one before left in memory. */
const QUESTIONS = [
  TEN_CLUSTERS,
  '{ responsibility(subjectId: "cn2-soc-son", dutyId: "ccn_manage_local_clusters", at: { validAt: "2025-07-01" }) { status candidates { name } decidedBy { seq } explanation } }',
  '{ unit(id: "15520@2025-07-01") { name predecessors { from { name } extent act { number } } } }',
  '{ auditTrail(first: 10, filter: { unitId: "10100@2025-07-01" }) { edges { node { seq type recordedAt } } } }',
];

/** Answers of a service while its read model is rebuilt beside it, over the switch, against none. */
export async function benchRebuildBeside(workspace: Workspace, dir: string): Promise<readonly Result[]> {
  const env = { PORT: '0', DATA_DIR: join(dir, 'data') };
  const main = join(DIST, 'apps/api/src/main.js');
  await (await serve(main, env)).stop();
  await addEvents(join(env.DATA_DIR, 'log.sqlite'));
  const service = await serve(main, env);
  try {
    await untilCaughtUp(service.url);
    const ask = (ended: Promise<unknown>) => askAtFixedRate(service.url, QUESTIONS, PER_SECOND, ended);
    await ask(sleep(USUAL_MS / 3));
    const usual: Paced[] = [];
    const beside: Paced[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      usual.push(await ask(sleep(USUAL_MS)));
      const rebuilt = rebuilding(workspace, env.DATA_DIR).then(() => sleep(AFTER_SWITCH_MS));
      beside.push(await ask(rebuilt));
      tell(usual.at(-1), beside.at(-1));
    }
    return results(usual, beside);
  } finally {
    await service.stop();
  }
}

function results(usual: readonly Paced[], beside: readonly Paced[]): readonly Result[] {
  const of = (found: readonly Paced[], what: 'p50' | 'p99' | 'most') => median(found.map((f) => f[what]));
  const asked = `at ${PER_SECOND} questions/s while ${EVENTS.toLocaleString('en')} events are rebuilt beside, against none`;
  const row = (what: 'p50' | 'p99' | 'most', name: string, aim?: number): Result => {
    const [figure, baseline] = [of(beside, what), of(usual, what)];
    const met = aim === undefined || figure <= aim * baseline;
    return {
      name: `${name} ${asked}`,
      figure,
      baseline,
      unit: 'ms',
      aim: aim === undefined ? 'shown' : `<= ${aim} times`,
      met,
    };
  };
  return [row('p50', 'p50'), row('p99', 'p99', 2), row('most', 'slowest answer')];
}

function tell(usual?: Paced, beside?: Paced): void {
  const said = (name: string, p?: Paced) =>
    `${name} ${p?.answers} answers, p50 ${p?.p50.toFixed(2)}, p99 ${p?.p99.toFixed(2)}, slowest ${p?.most.toFixed(1)} ms`;
  process.stderr.write(`  ${said('usual', usual)}; ${said('beside', beside)}\n`);
}

/** A rebuild as an operator starts it. */
function rebuilding(workspace: Workspace, dataDir: string): Promise<void> {
  const cli = join(DIST, 'apps/cli/src/main.js');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'rebuild'], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said = chunk.toString()));
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`bangiao rebuild ended with ${code}: ${said}`));
    });
  });
  return workspace.stopping(() => child.kill('SIGKILL'), ended);
}

async function addEvents(file: string): Promise<void> {
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  let revision = -1;
  for (const batch of batches(nationalAssignments(EVENTS), 500)) {
    await log.append('cluster-beside', batch, revision < 0 ? 'no-stream' : revision);
    revision += batch.length;
  }
  await log.close();
}

async function untilCaughtUp(url: string): Promise<void> {
  for (;;) {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ log { caughtUp } }' }),
    });
    const { data } = (await response.json()) as { data: { log: { caughtUp: boolean } } };
    if (data.log.caughtUp) return;
    await sleep(200);
  }
}
