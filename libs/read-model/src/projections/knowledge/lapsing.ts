import type { Clocks, LapsingDuty, Page, PageRequest } from '#application';
import { addDays, type LocalDate } from '#domain';
import type { Connection } from '../../connection.js';
import { Lru } from '../../storage/lru.js';
import { pageOf, readKey } from '../../storage/pages.js';

const KEPT = 64;

/** An act with the day on which it ends. */
interface Ending {
  readonly actId: string;
  readonly endsOn: LocalDate;
}

/**
 * Duties whose basis ends soon, with the subjects over which nothing follows on it. Counting takes a pass over the
 * rectangles for each act, so what was counted is kept: at one number of the log it never changes.
 */
export class Lapsing {
  readonly #counted = new Lru<string, readonly LapsingDuty[]>(KEPT);

  find(
    connection: Connection,
    withinDays: number,
    { validAt, knownSeq }: Clocks,
    page: PageRequest,
  ): Page<LapsingDuty> {
    const after =
      page.after === undefined ? '' : keyText(readKey(page.after, ['string', 'string', 'string']));
    const last = addDays(validAt, withinDays);
    const found: LapsingDuty[] = [];
    for (const ending of endingWithin(connection, validAt, last, knownSeq)) {
      found.push(
        ...this.#dutiesOf(connection, ending, knownSeq).filter((duty) => keyText(keyOf(duty)) > after),
      );
      if (found.length > page.first) break;
    }
    return pageOf(
      found,
      page.first,
      (duty) => JSON.stringify(keyOf(duty)),
      (duty) => duty,
    );
  }

  #dutiesOf(connection: Connection, ending: Ending, knownSeq: number): readonly LapsingDuty[] {
    const { actId, endsOn } = ending;
    return this.#counted.get(`${knownSeq} ${endsOn} ${actId}`, () => counted(connection, ending, knownSeq));
  }
}

/** Acts that end after a day and by another, the first to end first. */
function endingWithin(
  { acts }: Connection,
  after: LocalDate,
  by: LocalDate,
  knownSeq: number,
): readonly Ending[] {
  return acts
    .all(knownSeq)
    .flatMap(({ actId, endsOn }) =>
      endsOn !== undefined && endsOn > after && endsOn <= by ? [{ actId, endsOn }] : [],
    )
    .sort((a, b) => (`${a.endsOn} ${a.actId}` < `${b.endsOn} ${b.actId}` ? -1 : 1));
}

/** One rectangle at most covers the last day of a duty over a subject, so each one counts a subject. */
function counted({ db }: Connection, { actId, endsOn }: Ending, knownSeq: number): readonly LapsingDuty[] {
  const rows = db.all<{ duty_id: string; subjects: number }>(
    `SELECT duty_id, count(*) AS subjects FROM assignments a
     WHERE act_id = ? AND known_to > ? AND known_from <= ? AND valid_from < ?
       AND (valid_to > ? OR (valid_to = ? AND NOT EXISTS (
         SELECT 1 FROM assignments n
         WHERE n.subject_id = a.subject_id AND n.duty_id = a.duty_id AND n.known_to > ? AND n.known_from <= ?
           AND n.valid_from = ?)))
     GROUP BY duty_id ORDER BY duty_id`,
    ...[actId, knownSeq, knownSeq, endsOn, endsOn, endsOn, knownSeq, knownSeq, endsOn],
  );
  return rows.map((row) => ({ actId, endsOn, dutyId: row.duty_id, subjects: row.subjects }));
}

function keyOf({ endsOn, actId, dutyId }: LapsingDuty): readonly [string, string, string] {
  return [endsOn, actId, dutyId];
}

/** Sorts as the parts do: no id holds a space. */
function keyText(parts: readonly [string, string, string]): string {
  return parts.join(' ');
}
