import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog, Position } from '#application';
import { openSqliteEventLog } from '#event-log';
import { rebuild } from '#read-model';
import { timed, type Result } from './measure.js';
import { batches, nationalAssignments } from './synthetic.js';

const EVENTS = 200_000;
const PAGE = 2_000;

/** Replay into a read model against reading the same log and parsing it. */
export async function benchReplay(dir: string): Promise<readonly Result[]> {
  const file = join(dir, 'replay.sqlite');
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  try {
    await fill(log);
    const bare = await timed(() => readBare(file));
    const read = await timed(() => readAll(log));
    const { replayed, rebuilt } = await timedRebuild(log, join(dir, 'replay-read-model.sqlite'));
    const perSecond = (ms: number) => EVENTS / (ms / 1_000);
    const unit = 'events/s';
    return [
      {
        name: 'replay of a log of the national shape, against a bare read and parse',
        figure: perSecond(replayed),
        baseline: perSecond(bare),
        unit,
        aim: '>= 0.25',
        met: replayed <= 4 * bare,
      },
      {
        name: 'whole rebuild with its digest, against a bare read and parse',
        figure: perSecond(rebuilt),
        baseline: perSecond(bare),
        unit,
        aim: 'shown',
        met: true,
      },
      {
        name: 'reading by the port, against a bare read and parse',
        figure: perSecond(read),
        baseline: perSecond(bare),
        unit,
        aim: 'shown',
        met: true,
      },
    ];
  } finally {
    await log.close();
  }
}

/** How long the replay takes, and the whole rebuild with its digest and the switch. */
async function timedRebuild(log: EventLog, file: string): Promise<{ replayed: number; rebuilt: number }> {
  const start = performance.now();
  let replayed = 0;
  await rebuild({
    log,
    file,
    onProgress: ({ phase }) => {
      if (phase === 'digest') replayed = performance.now() - start;
    },
  });
  return { replayed, rebuilt: performance.now() - start };
}

async function fill(log: EventLog): Promise<void> {
  let revision = -1;
  for (const batch of batches(nationalAssignments(EVENTS), 500)) {
    await log.append('cluster-bench', batch, revision < 0 ? 'no-stream' : revision);
    revision += batch.length;
  }
}

/** The least that a replay can do: every row read and its JSON parsed, nothing checked, nothing kept. */
function readBare(file: string): number {
  const db = new DatabaseSync(file, { readOnly: true });
  let parsed = 0;
  for (const row of db.prepare('SELECT data, metadata FROM events ORDER BY position').iterate()) {
    JSON.parse(row['data'] as string);
    JSON.parse(row['metadata'] as string);
    parsed += 1;
  }
  db.close();
  return parsed;
}

async function readAll(log: EventLog): Promise<void> {
  let after: Position | undefined;
  for (;;) {
    const page = await log.readAll(after, { maxCount: PAGE });
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}
