import {
  calendarOf,
  dueOf,
  lastDayOf,
  type HolidayYear,
  type LocalDate,
  type OpenTask,
  type RunDays,
  type TaskEscalated,
  type WorkingCalendar,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';
import { UnprojectableEvent } from '../checks.js';

/** A row of the table without what it is known from and to. */
export interface TaskRow {
  readonly task_id: string;
  readonly office_id: string;
  readonly own_office_id: string;
  readonly source: string;
  readonly kind: string;
  readonly subject_id: string;
  readonly since: string;
  readonly listed_from: string;
  readonly until: string;
  readonly due_on: string;
  readonly due_certain: number;
  readonly term_days: number | null;
  readonly term_after: string | null;
  readonly term_ran: string | null;
  readonly basis: string;
}
type KnownRow = TaskRow & { readonly known_from: number };

const COLUMNS = [
  ...['task_id', 'office_id', 'own_office_id', 'source', 'kind', 'subject_id', 'since', 'listed_from'],
  ...['until', 'due_on', 'due_certain', 'term_days', 'term_after', 'term_ran', 'basis'],
] as readonly (keyof TaskRow)[];
const NAMES = COLUMNS.join(', ');
const INSERT = `INSERT INTO tasks (${NAMES}, known_from, known_to)
  VALUES (${COLUMNS.map(() => '?').join(', ')}, ?, ${OPEN_SEQ})`;

interface Escalation {
  readonly to_office_id: string;
  readonly effective_on: string;
}

/** The rows of the tasks that are known now. */
export class TaskRows {
  #calendar: WorkingCalendar | undefined;

  constructor(private readonly db: Database) {}

  /** Puts the tasks that a subject gives now in place of those that it gave before. */
  replace(source: string, tasks: readonly OpenTask[], seq: number): void {
    refuseTwins(tasks);
    const known = this.#known('source = ?', source);
    for (const [before, after] of shifted(known, tasks)) this.#carryEscalation(before, after);
    const wanted = tasks.flatMap((task) => this.#rowsOf(source, task));
    this.#exchange(known, wanted, seq);
  }

  /** Puts an escalated task into the list of the chairman too. */
  escalate({ taskId, toOfficeId, effectiveOn }: TaskEscalated, seq: number): void {
    this.db.run(
      'INSERT INTO task_escalations (task_id, seq, to_office_id, effective_on) VALUES (?, ?, ?, ?)',
      taskId,
      seq,
      toOfficeId,
      effectiveOn,
    );
    for (const row of this.#known('task_id = ?', taskId))
      this.#insert({ ...row, office_id: toOfficeId, listed_from: effectiveOn }, seq);
  }

  /** Counts the terms of working days anew that a declared day may have moved. */
  recount(day: string, seq: number): void {
    this.#calendar = undefined;
    const moved = this.#known(
      `term_days IS NOT NULL
         AND (due_certain = 0 OR (coalesce(term_ran ->> '$[0].after', term_after) < ? AND due_on >= ?))`,
      day,
      day,
    );
    this.#exchange(
      moved,
      moved.map((row) => ({ ...row, ...this.#due(row) })),
      seq,
    );
  }

  clear(): void {
    this.#calendar = undefined;
  }

  #rowsOf(source: string, task: OpenTask): readonly TaskRow[] {
    const { taskId, officeId, kind, subjectId, since, until, due, basis } = task;
    const counted = dueOf(task, this.#now());
    const own: TaskRow = {
      task_id: taskId,
      office_id: officeId,
      own_office_id: officeId,
      source,
      kind,
      subject_id: subjectId,
      since,
      listed_from: since,
      until: until ?? OPEN_DAY,
      due_on: counted?.day ?? OPEN_DAY,
      due_certain: counted?.certain === true ? 1 : 0,
      ...termColumns(due, since),
      basis: JSON.stringify(basis),
    };
    const escalation = this.db.get<Escalation>(
      'SELECT to_office_id, effective_on FROM task_escalations WHERE task_id = ?',
      taskId,
    );
    if (escalation === undefined) return [own];
    const { to_office_id: office_id, effective_on: listed_from } = escalation;
    return [own, { ...own, office_id, listed_from }];
  }

  #carryEscalation(before: string, after: string): void {
    this.db.run(
      `INSERT OR IGNORE INTO task_escalations (task_id, seq, to_office_id, effective_on)
       SELECT ?, seq, to_office_id, effective_on FROM task_escalations WHERE task_id = ?`,
      after,
      before,
    );
  }

  #due({ since, term_days, term_after, term_ran }: TaskRow): Pick<TaskRow, 'due_on' | 'due_certain'> {
    const counted = lastDayOf(
      {
        days: term_days ?? 0,
        working: true,
        after: (term_after ?? since) as LocalDate,
        ...(term_ran === null ? {} : { ran: JSON.parse(term_ran) as readonly RunDays[] }),
      },
      this.#now(),
    );
    return { due_on: counted.day, due_certain: counted.certain ? 1 : 0 };
  }

  /** Ends the rows that are not wanted any more as they are, and writes those that are new. */
  #exchange(known: readonly KnownRow[], wanted: readonly TaskRow[], seq: number): void {
    const there = new Map(known.map((row) => [textOf(row), row]));
    const asked = new Set(wanted.map(textOf));
    for (const [text, row] of there) if (!asked.has(text)) this.#close(row, seq);
    for (const row of wanted) if (!there.has(textOf(row))) this.#insert(row, seq);
  }

  #known(condition: string, ...values: readonly string[]): readonly KnownRow[] {
    const sql = `SELECT ${NAMES}, known_from FROM tasks WHERE ${condition} AND known_to = ${OPEN_SEQ}`;
    return this.db.all<KnownRow>(sql, ...values);
  }

  /** What was known for no event at all was never known. */
  #close({ task_id, office_id, known_from }: KnownRow, seq: number): void {
    const which = `WHERE task_id = ? AND office_id = ? AND known_to = ${OPEN_SEQ}`;
    if (known_from === seq) this.db.run(`DELETE FROM tasks ${which}`, task_id, office_id);
    else this.db.run(`UPDATE tasks SET known_to = ? ${which}`, seq, task_id, office_id);
  }

  #insert(row: TaskRow, seq: number): void {
    this.db.run(INSERT, ...COLUMNS.map((column) => row[column]), seq);
  }

  #now(): WorkingCalendar {
    this.#calendar ??= calendarOf(
      this.db
        .all<{ state: string }>(`SELECT state FROM holidays_versions WHERE known_to = ${OPEN_SEQ}`)
        .map(({ state }) => JSON.parse(state) as HolidayYear),
    );
    return this.#calendar;
  }
}

/**
 * Ids of work that waits under another one now, before and after: a step that is recorded late moved the day on which it
 * began to wait, which its id tells. It is the same piece of work, and was escalated if it was before.
 */
function shifted(
  known: readonly KnownRow[],
  tasks: readonly OpenTask[],
): readonly (readonly [string, string])[] {
  const there = new Set(known.map((row) => row.task_id));
  const wanted = new Set(tasks.map(({ taskId }) => taskId));
  const gone = new Map(
    known
      .filter((row) => row.until === OPEN_DAY && !wanted.has(row.task_id))
      .map((row) => [withoutDay(row.task_id, row.since), row.task_id]),
  );
  return tasks
    .filter(({ taskId, until }) => until === undefined && !there.has(taskId))
    .flatMap(({ taskId, since }) => {
      const before = gone.get(withoutDay(taskId, since));
      return before === undefined ? [] : [[before, taskId] as const];
    });
}

function withoutDay(taskId: string, since: string): string {
  return taskId.replace(`.${since}`, '');
}

/** What is needed to count a term of working days anew; other terms no calendar moves. */
function termColumns(
  due: OpenTask['due'],
  since: LocalDate,
): Pick<TaskRow, 'term_days' | 'term_after' | 'term_ran'> {
  if (typeof due !== 'object' || !due.working) return { term_days: null, term_after: null, term_ran: null };
  const { days, after = since, ran } = due;
  return { term_days: days, term_after: after, term_ran: ran === undefined ? null : JSON.stringify(ran) };
}

function textOf(row: TaskRow): string {
  return JSON.stringify(COLUMNS.map((column) => row[column]));
}

/** Two pieces of work under one id would be one in every list. */
function refuseTwins(tasks: readonly OpenTask[]): void {
  const ids = tasks.map(({ taskId }) => taskId);
  const twin = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twin !== undefined) throw new UnprojectableEvent(`Two tasks have the id ${twin}.`);
}
