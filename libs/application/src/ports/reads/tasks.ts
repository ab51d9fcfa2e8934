import type { CountedDay, LocalDate, OfficeId, TaskBasis, TaskKind } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';

/** Work that waits, or waited, for an office. */
export interface TaskView {
  readonly id: string;
  readonly kind: TaskKind;
  readonly subjectId: string;
  /** The office that has to do it. */
  readonly officeId: OfficeId;
  /** First day on which it waited. */
  readonly since: LocalDate;
  /** First day on which it waited no longer; absent while it waits. */
  readonly until?: LocalDate;
  /** Last day in time, by the calendar known at the asked time; absent where nothing sets one. */
  readonly due?: CountedDay;
  /** Late on the day asked about. */
  readonly overdue: boolean;
  /** Set once it was brought before the chairman of the province. */
  readonly escalation?: {
    readonly toOfficeId: OfficeId;
    readonly effectiveOn: LocalDate;
    /** Number of the event. */
    readonly eventSeq: number;
  };
  readonly basis: TaskBasis;
}

export interface WorklistFilter {
  readonly officeId: OfficeId;
  readonly overdueOnly?: boolean;
}

/** Key of a row in a worklist, and so its order: days and ids sort as the text that they make together. */
export function worklistKey(dueOn: string, since: string, id: string): string {
  return JSON.stringify([dueOn, since, id]);
}

/** What is asked about work that waits. */
export interface TaskReads {
  /** What waits for an office, what was escalated to it included: by due day (none comes last), start and id. */
  worklist(filter: WorklistFilter, at: Clocks, page: PageRequest): Page<TaskView>;
  /** The task as known, whether it still waits or not. */
  task(id: string, at: Clocks): TaskView | undefined;
  /** Tasks of all offices that wait and are late, by due day and id, without those that were escalated. */
  toEscalate(at: Clocks, page: PageRequest): Page<TaskView>;
}
