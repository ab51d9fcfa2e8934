import type { Clocks } from '#application/ports';
import type { HandoverState } from '#domain';
import type { Connection } from '../../connection.js';
import { PLACE_OF_TASK } from './place-of-task.js';

/** Handovers in one state, or tasks that are late, in one place. */
export interface WorkTally {
  /** District or province that the work comes from; a unit of who has it where that is not known. */
  readonly place: string;
  readonly what: HandoverState | 'OVERDUE';
  readonly count: number;
}

/** Counts what is under way between offices on the day. */
export function workAt({ db }: Connection, { validAt, knownSeq }: Clocks): readonly WorkTally[] {
  return db.all<WorkTally>(
    `SELECT place, state AS what, count(*) AS count FROM handover_states
     WHERE known_from <= ?2 AND known_to > ?2 AND valid_from <= ?1 AND valid_to > ?1 GROUP BY place, state
     UNION ALL
     SELECT ${PLACE_OF_TASK} AS place, 'OVERDUE', count(*) FROM tasks t
       LEFT JOIN first_places f ON f.subject_id = t.subject_id
     WHERE t.due_certain = 1 AND t.due_on < ?1 AND t.until > ?1 AND t.listed_from <= ?1
       AND t.known_from <= ?2 AND t.known_to > ?2 AND t.office_id = t.own_office_id
     GROUP BY 1`,
    validAt,
    knownSeq,
  );
}
