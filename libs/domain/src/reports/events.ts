import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';

/** A periodic report was handed in by the office that has to. */
export interface ReportSubmitted {
  readonly obligationId: string;
  /** First day of the period reported on; absent where the act does not state a period. */
  readonly periodFrom?: LocalDate;
  /** Day after the last of the period. */
  readonly periodTo?: LocalDate;
  readonly reporterOfficeId: OfficeId;
  readonly submittedOn: LocalDate;
  /** Number of the report, or the SHA-256 of its file. */
  readonly documentRef?: string;
  /** What the reporter says of the part of the period that another office managed. */
  readonly notManagedNote?: string;
  /** Why it is handed in once more. */
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface ReportEvents {
  'report.submitted': ReportSubmitted;
}

export const REPORT_EVENT_VERSIONS = {
  'report.submitted': 1,
} as const satisfies Readonly<Record<keyof ReportEvents, number>>;
