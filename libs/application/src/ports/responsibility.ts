import type { AssignmentManner, Holder, LocalDate, Provenance, ResponsibilityStatus } from '#domain';

/** Who is responsible, at both clocks. */
export interface ResponsibilityView {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly status: ResponsibilityStatus;
  readonly holders: readonly Holder[];
  readonly candidates: readonly string[];
  readonly basis?: {
    readonly actId?: string;
    readonly article?: string;
    readonly provenance: Provenance;
    readonly pending: boolean;
  };
  readonly since?: LocalDate;
  readonly until?: LocalDate;
  readonly manner?: AssignmentManner;
  /** Numbers of the events this answer rests on, first the assignment itself. */
  readonly decidedBySeqs: readonly number[];
  readonly explanation: string;
}
