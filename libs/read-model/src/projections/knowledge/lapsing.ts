import type { Clocks, LapsingDuty, Page, PageRequest } from '#application';
import { addDays, type LocalDate } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf, readKey } from '../../storage/pages.js';

interface LapsingRow {
  readonly act_id: string;
  readonly ends_on: string;
  readonly duty_id: string;
  readonly subjects: number;
}

/** Duties whose basis ends soon, with the subjects over which nothing follows on it; one pass over the rectangles. */
export function findLapsing(
  { db, acts }: Connection,
  withinDays: number,
  { validAt, knownSeq }: Clocks,
  page: PageRequest,
): Page<LapsingDuty> {
  const after = page.after === undefined ? ['', '', ''] : readKey(page.after, ['string', 'string', 'string']);
  const last = addDays(validAt, withinDays);
  const ending = acts
    .all(knownSeq)
    .filter(({ endsOn }) => endsOn !== undefined && endsOn > validAt && endsOn <= last)
    .map(({ actId, endsOn }) => [actId, endsOn]);
  const rows = db.all<LapsingRow>(
    `WITH ending (act_id, ends_on) AS (SELECT value ->> 0, value ->> 1 FROM json_each(?))
     SELECT e.act_id, e.ends_on, a.duty_id, count(DISTINCT a.subject_id) AS subjects
     FROM assignments a CROSS JOIN ending e ON e.act_id = a.act_id
     WHERE a.known_to > ? AND a.known_from <= ? AND a.valid_from < e.ends_on
       AND (a.valid_to > e.ends_on OR (a.valid_to = e.ends_on AND NOT EXISTS (
         SELECT 1 FROM assignments n
         WHERE n.subject_id = a.subject_id AND n.duty_id = a.duty_id AND n.known_to > ? AND n.known_from <= ?
           AND n.valid_from = e.ends_on)))
       AND (e.ends_on, e.act_id, a.duty_id) > (?, ?, ?)
     GROUP BY e.ends_on, e.act_id, a.duty_id ORDER BY e.ends_on, e.act_id, a.duty_id LIMIT ?`,
    JSON.stringify(ending),
    knownSeq,
    knownSeq,
    knownSeq,
    knownSeq,
    ...after,
    page.first + 1,
  );
  return pageOf(rows, page.first, keyOf, (row) => ({
    actId: row.act_id,
    endsOn: row.ends_on as LocalDate,
    dutyId: row.duty_id,
    subjects: row.subjects,
  }));
}

function keyOf({ ends_on, act_id, duty_id }: LapsingRow): string {
  return JSON.stringify([ends_on, act_id, duty_id]);
}
