import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { toEnvelopes, type EventEnvelope, type EventLog } from '#application';
import type { Instant } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { timed, type Result } from './measure.js';

const SINGLE = 400;
const CONCURRENT = 20_000;
const CALLERS = 64;

/** Durable appends against bare commits of one row with the same durability. */
export async function benchAppends(dir: string): Promise<readonly Result[]> {
  const bare = bareCommits(join(dir, 'bare.sqlite'));
  const log = await openSqliteEventLog({ file: join(dir, 'appends.sqlite'), mode: 'read-write' });
  try {
    const single = await appendsPerSecond(log, SINGLE, 1);
    const concurrent = await appendsPerSecond(log, CONCURRENT, CALLERS);
    const unit = 'commits/s';
    return [
      {
        name: 'durable appends, 1 caller, against bare commits',
        figure: single,
        baseline: bare,
        unit,
        aim: 'shown',
        met: true,
      },
      {
        name: `durable appends, ${CALLERS} callers, against 1 caller`,
        figure: concurrent,
        baseline: single,
        unit,
        aim: '>= 10 times',
        met: concurrent >= 10 * single,
      },
      {
        name: `durable appends, ${CALLERS} callers, against bare commits`,
        figure: concurrent,
        baseline: bare,
        unit,
        aim: '>= 10 times',
        met: concurrent >= 10 * bare,
      },
    ];
  } finally {
    await log.close();
  }
}

function bareCommits(file: string): number {
  const db = new DatabaseSync(file);
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (id INTEGER PRIMARY KEY, data TEXT)',
  );
  const insert = db.prepare('INSERT INTO t (data) VALUES (?)');
  const data = JSON.stringify(envelope(0, 'bare'));
  const start = performance.now();
  for (let i = 0; i < SINGLE; i += 1) insert.run(data);
  const seconds = (performance.now() - start) / 1_000;
  db.close();
  return SINGLE / seconds;
}

async function appendsPerSecond(log: EventLog, count: number, callers: number): Promise<number> {
  let next = 0;
  const caller = async (): Promise<void> => {
    for (let i = next++; i < count; i = next++)
      await log.append(`act-${callers}-${i}`, [envelope(i, `${callers}`)], 'no-stream');
  };
  const ms = await timed(() => Promise.all(Array.from({ length: callers }, caller)));
  return count / (ms / 1_000);
}

function envelope(i: number, series: string): EventEnvelope {
  const commandId = `${series}-${i}`;
  const data = {
    actId: commandId,
    kind: 'OTHER',
    number: String(i),
    issuer: 'Chính phủ',
    provenance: 'STATED',
    source: 'benchmark',
  } as const;
  const actor = { id: 'bench', office: 'bench', role: 'import' };
  const recordedAt = new Date(0).toISOString() as Instant;
  const [only] = toEnvelopes([{ type: 'act.registered', data }], {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor,
    recordedAt,
  });
  return only as EventEnvelope;
}
