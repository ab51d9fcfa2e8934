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

/** One enterprise of a joint venture (liên danh). */
export interface JointVentureMember {
  readonly officeId: OfficeId;
  readonly name: string;
  /** Share in percent as a decimal string; absent where not stated. */
  readonly sharePercent?: string;
}

/**
 * One appointment; at most one is current per phase of a cluster at a time.
 * A joint venture is one appointment. A boundary change alone never changes it.
 */
export interface InvestorAppointment {
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  /** The phase of the cluster that it is for; absent for the whole cluster. */
  readonly phaseId?: string;
  readonly kind: InvestorKind;
  /** `ENTERPRISE:<slug>`, `PUBLIC_SERVICE_UNIT:<slug>`, or the committee (`UBND_HUYEN:<unit>`); absent for NONE and UNKNOWN. */
  readonly officeId?: OfficeId;
  /** Name as in the source; absent for NONE and UNKNOWN. */
  readonly name?: string;
  /** The enterprises of a joint venture; absent for a single investor. */
  readonly members?: readonly JointVentureMember[];
  /** District to which a public service unit belonged. */
  readonly parentUnitId?: string;
  /** First day; absent where not stated. */
  readonly from?: LocalDate;
  readonly actId?: ActId;
  readonly provenance: Provenance;
  readonly source: string;
}

/** An appointment as known now, with the day on which a decision ended it. */
export interface KnownAppointment extends InvestorAppointment {
  /** First day on which it is no longer current; absent where no decision is recorded. */
  readonly endedOn?: LocalDate;
}
