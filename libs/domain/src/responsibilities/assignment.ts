import type { ActId } from '../acts/act.js';
import type { DutyId } from '../duties/duty.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { OfficeId } from './office.js';

/** Status as recorded in an assignment. */
export const ASSIGNMENT_STATUSES = [
  'HELD',
  'JOINT',
  'UNDETERMINED',
  'VACANT',
  'DISPUTED',
  'CONTINUING_PENDING_REARRANGEMENT',
] as const;
export type AssignmentStatus = (typeof ASSIGNMENT_STATUSES)[number];

/** Status of an answer: a recorded one, or that no basis in force is recorded. */
export const RESPONSIBILITY_STATUSES = [...ASSIGNMENT_STATUSES, 'NO_BASIS'] as const;
export type ResponsibilityStatus = (typeof RESPONSIBILITY_STATUSES)[number];

/** How an assignment came about. */
export type AssignmentManner = 'BY_LAW' | 'BY_DECISION' | 'CORRECTION';

export interface Holder {
  readonly officeId: OfficeId;
  /** True for the one who leads where several hold a duty together. */
  readonly lead: boolean;
}

/** What an assignment rests on; `pending` says that no act is recorded yet. */
export interface AssignmentBasis {
  readonly actId?: ActId;
  readonly article?: string;
  readonly provenance: Provenance;
  readonly pending?: boolean;
}

/** Who is responsible for one duty over one subject, for an interval of days. */
export interface Assignment {
  readonly subjectId: string;
  readonly dutyId: DutyId;
  readonly from: LocalDate;
  /** Exclusive; absent is open. */
  readonly to?: LocalDate;
  readonly status: AssignmentStatus;
  readonly holders: readonly Holder[];
  /** Who it may be, where undetermined. */
  readonly candidates: readonly OfficeId[];
  readonly basis: AssignmentBasis;
  readonly manner: AssignmentManner;
  /** Why, in one plain sentence. */
  readonly explanation: string;
  /** Ids of further events that this one rests on, e.g. the placement of a cluster. */
  readonly restsOn?: readonly string[];
}
