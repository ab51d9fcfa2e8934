import type { Clocks } from '#application/ports';
import { instant, localDateAt, type Instant, type LocalDate } from '#domain';
import type { Connection } from '../../connection.js';
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

interface TallyRow {
  readonly place: string;
  readonly duty_group: string;
  readonly status: string;
  readonly count: number;
}

/**
 * What holds on the day as known after so many events.
 * The days of record before are summed up; of the day itself what came later is taken off again, or what came before
 * is added, whichever are fewer events.
 */
export function talliesAt(connection: Connection, at: Clocks): readonly Tally[] {
  const { db } = connection;
  db.exec('BEGIN');
  try {
    const base = baseOf(connection, at.knownSeq);
    const rows = sumUpTo(connection, base.day, at);
    return correct(rows, connection, base.seq, at);
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

function sumUpTo({ db, acts }: Connection, recordedDay: string, at: Clocks): readonly TallyRow[] {
  return db.all<TallyRow>(
    `SELECT place, duty_group, status, sum(delta) AS count FROM tallies
     WHERE recorded_day <= ? AND valid_day <= ? AND act_id NOT IN (SELECT value FROM json_each(?))
     GROUP BY place, duty_group, status`,
    recordedDay,
    at.validAt,
    JSON.stringify(acts.notInForce(at.validAt, at.knownSeq)),
  );
}

interface Changed extends TallyRow {
  readonly act_id: string | null;
}

/** Adds or takes off what the events between the sums and the asked number did. */
function correct(
  rows: readonly TallyRow[],
  connection: Connection,
  baseSeq: number,
  { validAt, knownSeq }: Clocks,
): readonly Tally[] {
  const counts = new Map(rows.map((row) => [keyOf(row), { ...row }]));
  const [low, high, sign] = baseSeq <= knownSeq ? [baseSeq, knownSeq, 1] : [knownSeq, baseSeq, -1];
  if (low < high) {
    const lapsed = new Set(connection.acts.notInForce(validAt, knownSeq));
    for (const row of changesBetween(connection, low, high, validAt)) {
      if (row.act_id !== null && lapsed.has(row.act_id)) continue;
      const count = counts.get(keyOf(row)) ?? { ...row, count: 0 };
      counts.set(keyOf(row), { ...count, count: count.count + sign * row.count });
    }
  }
  return [...counts.values()].map(({ place, duty_group, status, count }) => ({
    place,
    dutyGroup: duty_group,
    status,
    count,
  }));
}

function keyOf({ place, duty_group, status }: TallyRow): string {
  return `${place}\n${duty_group}\n${status}`;
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
