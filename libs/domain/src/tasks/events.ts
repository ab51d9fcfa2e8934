import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { TaskKind } from './task.js';

/** An overdue task was brought before the chairman of the province; once for each task. */
export interface TaskEscalated {
  readonly taskId: string;
  readonly kind: TaskKind;
  readonly subjectId: string;
  /** The office that it waits for. */
  readonly officeId: OfficeId;
  /** The chairman of the provincial people's committee above that office. */
  readonly toOfficeId: OfficeId;
  readonly since: LocalDate;
  /** Last day on which it was in time. */
  readonly dueOn: LocalDate;
  /** First day on which it was late. */
  readonly overdueSince: LocalDate;
  /** Day on which it was brought before him. */
  readonly effectiveOn: LocalDate;
  /** The act under which the chairman coordinates. */
  readonly actId: ActId;
  readonly article: string;
  readonly reason: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface TaskEvents {
  'task.escalated': TaskEscalated;
}

export const TASK_EVENT_VERSIONS = {
  'task.escalated': 1,
} as const satisfies Readonly<Record<keyof TaskEvents, number>>;
