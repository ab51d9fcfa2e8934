import {
  worklistKey,
  type Clocks,
  type Page,
  type PageRequest,
  type TaskReads,
  type TaskView,
  type WorklistFilter,
} from '#application/ports';
import type { CountedDay, LocalDate, TaskBasis, TaskKind } from '#domain';
import type { Database } from '../../storage/database.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { dayOrAbsent, OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';

interface Row {
  readonly task_id: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly own_office_id: string;
  readonly since: string;
  readonly until: string;
  readonly due_on: string;
  readonly due_certain: number;
  readonly basis: string;
  readonly escalated_seq: number | null;
  readonly escalated_to: string | null;
  readonly escalated_on: string | null;
}

const SELECT = `
  SELECT t.task_id, t.kind, t.subject_id, t.own_office_id, t.since, t.until, t.due_on, t.due_certain, t.basis,
    e.seq AS escalated_seq, e.to_office_id AS escalated_to, e.effective_on AS escalated_on
  FROM tasks t LEFT JOIN task_escalations e ON e.task_id = t.task_id`;

/**
 * Where what waits at the asked clocks may lie: first what waits now, in the order of the list; then the little that
 * is known to end later; then what has changed since, which is empty for who asks about all that is known.
 */
const PARTS = [
  `known_to = ${OPEN_SEQ} AND until = '${OPEN_DAY}'`,
  `known_to = ${OPEN_SEQ} AND until > ?2 AND until < '${OPEN_DAY}'`,
  `known_to > ?3 AND known_to < ${OPEN_SEQ} AND until > ?2`,
] as const;

/** Questions about work that waits. */
export class TaskQueries implements TaskReads {
  constructor(private readonly db: () => Database) {}

  worklist({ officeId, overdueOnly = false }: WorklistFilter, at: Clocks, page: PageRequest): Page<TaskView> {
    const [dueOn, since, id] =
      page.after === undefined ? ['', '', ''] : readKey(page.after, ['string', 'string', 'string']);
    const late = overdueOnly ? 'AND due_on < ?2 AND due_certain = 1' : '';
    const found = PARTS.flatMap((part) =>
      this.db().all<Row>(
        `${SELECT} WHERE (t.task_id, t.office_id, t.known_to) IN (
           SELECT task_id, office_id, known_to FROM tasks
           WHERE office_id = ?1 AND ${part} AND known_from <= ?3 AND listed_from <= ?2 ${late}
             AND (due_on, since, task_id) > (?4, ?5, ?6)
           ORDER BY due_on, since, task_id LIMIT ?7)`,
        officeId,
        at.validAt,
        at.knownSeq,
        dueOn,
        since,
        id,
        page.first + 1,
      ),
    );
    return pageOf(firstOf(found, page.first + 1), page.first, keyOf, (row) => viewOf(row, at));
  }

  task(id: string, at: Clocks): TaskView | undefined {
    const row = this.db().get<Row>(
      `${SELECT} WHERE t.task_id = ? AND t.office_id = t.own_office_id AND t.known_to > ? AND t.known_from <= ?
       ORDER BY t.known_to LIMIT 1`,
      id,
      at.knownSeq,
      at.knownSeq,
    );
    return row && viewOf(row, at);
  }

  toEscalate(at: Clocks, page: PageRequest): Page<TaskView> {
    const [dueOn, id] = page.after === undefined ? ['', ''] : readKey(page.after, ['string', 'string']);
    const rows = this.db().all<Row>(
      `${SELECT} WHERE t.known_to = ${OPEN_SEQ} AND t.until = '${OPEN_DAY}' AND t.due_certain = 1 AND t.due_on < ?1
         AND t.office_id = t.own_office_id AND t.known_from <= ?2 AND t.listed_from <= ?1 AND e.seq IS NULL
         AND (t.due_on, t.task_id) > (?3, ?4)
       ORDER BY t.due_on, t.task_id LIMIT ?5`,
      at.validAt,
      at.knownSeq,
      dueOn,
      id,
      page.first + 1,
    );
    return pageOf(
      rows,
      page.first,
      (row) => JSON.stringify([row.due_on, row.task_id]),
      (row) => viewOf(row, at),
    );
  }
}

/** The first so many rows in the order of a list. */
function firstOf(rows: readonly Row[], most: number): readonly Row[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row) }));
  const inOrder = keyed.sort((a, b) => (a.key < b.key ? -1 : 1));
  return inOrder.slice(0, most).map(({ row }) => row);
}

function keyOf({ due_on, since, task_id }: Row): string {
  return worklistKey(due_on, since, task_id);
}

function viewOf(row: Row, { validAt, knownSeq }: Clocks): TaskView {
  const until = dayOrAbsent(row.until);
  const due = dueIn(row);
  const escalation = escalationIn(row, validAt, knownSeq);
  return {
    id: row.task_id,
    kind: row.kind as TaskKind,
    subjectId: row.subject_id,
    officeId: row.own_office_id,
    since: row.since as LocalDate,
    ...(until === undefined ? {} : { until }),
    ...(due === undefined ? {} : { due }),
    overdue: due?.certain === true && due.day < validAt && (until === undefined || validAt < until),
    ...(escalation === undefined ? {} : { escalation }),
    basis: JSON.parse(row.basis) as TaskBasis,
  };
}

function dueIn({ due_on, due_certain }: Row): CountedDay | undefined {
  const day = dayOrAbsent(due_on);
  return day === undefined ? undefined : { day, certain: due_certain === 1 };
}

function escalationIn(
  { escalated_seq, escalated_to, escalated_on }: Row,
  validAt: LocalDate,
  knownSeq: number,
): TaskView['escalation'] {
  if (escalated_seq === null || escalated_to === null || escalated_on === null) return undefined;
  if (escalated_seq > knownSeq || escalated_on > validAt) return undefined;
  return { toOfficeId: escalated_to, effectiveOn: escalated_on as LocalDate, eventSeq: escalated_seq };
}
