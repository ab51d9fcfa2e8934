import type { ActId } from '../acts/act.js';
import type { ClusterId } from '../clusters/cluster.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';

/**
 * Who was appointed to build a cluster's infrastructure (chủ đầu tư xây dựng hạ tầng kỹ thuật).
 * `NONE` where the source says that nobody is yet, `UNKNOWN` where it is silent.
 */
export const INVESTOR_KINDS = ['ENTERPRISE', 'PUBLIC_SERVICE_UNIT', 'COMMITTEE', 'NONE', 'UNKNOWN'] as const;
export type InvestorKind = (typeof INVESTOR_KINDS)[number];

/** One appointment; at most one is current per cluster at a time. A boundary change alone never changes it. */
export interface InvestorAppointment {
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  readonly kind: InvestorKind;
  /** `ENTERPRISE:<slug>`, `PUBLIC_SERVICE_UNIT:<slug>`, or the committee (`UBND_HUYEN:<unit>`); absent for NONE and UNKNOWN. */
  readonly officeId?: OfficeId;
  /** Name as in the source; absent for NONE and UNKNOWN. */
  readonly name?: string;
  /** District to which a public service unit belonged. */
  readonly parentUnitId?: string;
  /** First day; absent where not stated. */
  readonly from?: LocalDate;
  readonly actId?: ActId;
  readonly provenance: Provenance;
  readonly source: string;
}
