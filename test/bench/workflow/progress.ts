import type { DatabaseSync } from 'node:sqlite';
import type { Clocks, ProgressRow, ReadModel } from '#application';
import { addDays, RESPONSIBILITY_STATUSES } from '#domain';
import { random, type Result } from '../measure.js';
import { REFORM } from './country.js';
import type { Compare } from './measured.js';

const DAYS = 400;
const TIMES = 400;
const CACHED_TIMES = 2_000;
const NAIVE_TIMES = 12;

/** Progress of the whole country by province, against counting the assignments of every district by SQL. */
export function benchProgress(
  compare: Compare,
  readModel: ReadModel,
  db: DatabaseSync,
  size: string,
): readonly Result[] {
  const head = readModel.status().seq;
  const next = random(7);
  const sum = (at: Clocks) => totals(readModel.progress.progress(['PROVINCE'], {}, at));
  const today = (i: number): Clocks => ({ validAt: addDays(REFORM, i % DAYS), knownSeq: head });
  const asked = { ask: sum, naive: countedBySql(db), naiveTimes: NAIVE_TIMES };
  return [
    ...compare({
      ...asked,
      name: `progress of the country by province, another day each time, ${size}`,
      question: today,
      times: TIMES,
      aim: 50,
    }),
    ...compare({
      ...asked,
      name: 'the same, asked again',
      question: () => today(0),
      times: CACHED_TIMES,
    }),
    ...compare({
      ...asked,
      name: 'the same, as known at a random time',
      question: (i) => ({ ...today(i), knownSeq: head - Math.floor((next() * head) / 2) }),
      times: TIMES,
    }),
  ];
}

/** Duties of each status, of all provinces together, those without an answer left out. */
function totals(rows: readonly ProgressRow[]): Readonly<Record<string, number>> {
  const counts = RESPONSIBILITY_STATUSES.filter((status) => status !== 'NO_BASIS').map(
    (status) => [status, rows.reduce((sum, row) => sum + row.statuses[status], 0)] as const,
  );
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/** One scan over all rectangles, which a reader of the database would write: it knows no province of the day yet. */
function countedBySql(db: DatabaseSync): (at: Clocks) => Readonly<Record<string, number>> {
  const counted = db.prepare(
    `SELECT f.place, a.status, count(*) AS count FROM assignments a JOIN first_places f USING (subject_id)
     WHERE a.known_from <= ? AND a.known_to > ? AND a.valid_from <= ? AND a.valid_to > ?
     GROUP BY f.place, a.status`,
  );
  return ({ validAt, knownSeq }) => {
    const counts: Record<string, number> = {};
    for (const { status, count } of counted.all(knownSeq, knownSeq, validAt, validAt)) {
      const key = String(status);
      counts[key] = (counts[key] ?? 0) + Number(count);
    }
    return counts;
  };
}
