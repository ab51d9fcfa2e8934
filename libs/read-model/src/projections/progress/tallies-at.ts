import type { Clocks } from '#application/ports';
import { instant, localDateAt, type Instant, type LocalDate } from '#domain';
import type { Connection } from '../../connection.js';
import type { Database } from '../../storage/database.js';
import type { CellCount, TallyMemory } from './tally-memory.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { UNKNOWN_DAY } from '../../storage/sentinels.js';
import { ASSIGNED } from '../assignments/tallies.js';

/** How many assignments with a status hold on the day, or how many duties were ever assigned. */
export interface Tally {
  readonly place: string;
  readonly dutyGroup: string;
  readonly status: string;
  readonly count: number;
}

/**
 * What holds on the day as known after so many events.
 * The days of record before are summed up; of the day itself what came later is taken off again, or what came before
 * is added, whichever are fewer events.
 */
export function talliesAt(connection: Connection, memory: TallyMemory, at: Clocks): readonly Tally[] {
  const { db } = connection;
  db.exec('BEGIN');
  try {
    const base = baseOf(connection, at.knownSeq);
    const lapsed = connection.acts.notInForce(at.validAt, at.knownSeq);
    memory.load(db);
    const added = [
      ...lastDays(db, memory.before, base.day, at.validAt, lapsed),
      ...corrections(connection, base.seq, at, lapsed),
    ];
    return memory.sum(base.day, at.validAt, lapsed, added).map(tallyOf);
  } finally {
    db.exec('COMMIT');
  }
}

/** Where a day ends in Vietnam. */
export function endOf(day: LocalDate): Instant {
  return instant(new Date(Date.parse(`${day}T00:00:00+07:00`) + 24 * 3_600_000).toISOString());
}

/** A day of record, and the number of the last event that is counted in it or before. */
interface Base {
  readonly day: string;
  readonly seq: number;
}

function baseOf({ db, events }: Connection, knownSeq: number): Base {
  const { seq: head } = readCheckpoint(db);
  const knownAt = db.get<{ known_at: string }>(
    'SELECT coalesce(known_at, recorded_at) AS known_at FROM events WHERE seq = ?',
    Math.min(knownSeq, head),
  )?.known_at;
  if (knownAt === undefined) return { day: '', seq: 0 };
  const day = localDateAt(new Date(knownAt));
  const after = { day, seq: events.seqBefore(endOf(day), head) };
  const start = instant(`${day}T00:00:00+07:00`);
  const before = { day: dayBefore(day), seq: events.seqBefore(start, head) };
  return after.seq - knownSeq <= knownSeq - before.seq ? after : before;
}

function dayBefore(day: LocalDate): string {
  return localDateAt(new Date(Date.parse(`${day}T00:00:00+07:00`) - 1));
}

/** What is not in memory: the last day of record, which may still grow. */
function lastDays(
  db: Database,
  from: string,
  to: string,
  validAt: LocalDate,
  lapsed: readonly string[],
): readonly CellCount[] {
  return db.all<CellCount>(
    `SELECT place, duty_group, status, sum(delta) AS count FROM tallies
     WHERE recorded_day BETWEEN ? AND ? AND valid_day <= ? AND act_id NOT IN (SELECT value FROM json_each(?))
     GROUP BY place, duty_group, status`,
    from,
    to,
    validAt,
    JSON.stringify(lapsed),
  );
}

type Changed = CellCount & { readonly act_id: string | null };

/** What the events between the sums and the asked number did, to be added or taken off. */
function corrections(
  connection: Connection,
  baseSeq: number,
  { validAt, knownSeq }: Clocks,
  lapsed: readonly string[],
): readonly CellCount[] {
  const [low, high, sign] = baseSeq <= knownSeq ? [baseSeq, knownSeq, 1] : [knownSeq, baseSeq, -1];
  if (low === high) return [];
  return changesBetween(connection, low, high, validAt)
    .filter((row) => row.act_id === null || !lapsed.includes(row.act_id))
    .map((row) => ({ ...row, count: sign * row.count }));
}

function tallyOf({ place, duty_group, status, count }: CellCount): Tally {
  return { place, dutyGroup: duty_group, status, count };
}

/** What began and ended to be known to hold on the day, by the events after one number up to another. */
function changesBetween(
  { db }: Connection,
  low: number,
  high: number,
  validAt: LocalDate,
): readonly Changed[] {
  return db.all<Changed>(
    `WITH pairs AS (
       SELECT DISTINCT data ->> '$.subjectId' AS subject_id, data ->> '$.dutyId' AS duty_id FROM events
       WHERE seq > ?1 AND seq <= ?2 AND type GLOB 'responsibility.*'),
     named AS (
       SELECT p.subject_id, p.duty_id, coalesce(f.place, '') AS place,
         coalesce((SELECT d.duty ->> '$.group' FROM duty_versions d WHERE d.duty_id = p.duty_id ORDER BY d.known_from LIMIT 1), '') AS duty_group
       FROM pairs p LEFT JOIN first_places f ON f.subject_id = p.subject_id)
     SELECT place, duty_group, a.status, a.act_id, 1 AS count FROM named n JOIN assignments a USING (subject_id, duty_id)
       WHERE a.known_from > ?1 AND a.known_from <= ?2 AND valid_from <= ?3 AND valid_to > ?3
     UNION ALL
     SELECT place, duty_group, a.status, a.act_id, -1 FROM named n JOIN assignments a USING (subject_id, duty_id)
       WHERE a.known_to > ?1 AND a.known_to <= ?2 AND valid_from <= ?3 AND valid_to > ?3
     UNION ALL
     SELECT place, duty_group, '${ASSIGNED}', NULL, 1 FROM named n
       WHERE ?1 < (SELECT min(a.known_from) FROM assignments a WHERE a.subject_id = n.subject_id AND a.duty_id = n.duty_id)
         AND ?3 >= '${UNKNOWN_DAY}'`,
    low,
    high,
    validAt,
  );
}
