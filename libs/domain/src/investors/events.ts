import type { ActId } from '../acts/act.js';
import type { ClusterId } from '../clusters/cluster.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { InvestorAppointment } from './investor.js';
import type { InvestorApplicant, InvestorScore } from './selection.js';
import type { InvestorOutcome, OpenInvestorStage } from './stage.js';

/** A step of an application or of an appointment. */
export interface InvestorAdvanced {
  /** Of the appointment that it is, or that it would become. */
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  /** The phase that an application is for; absent for the whole cluster. */
  readonly phaseId?: string;
  /** Absent where an application begins. */
  readonly from?: OpenInvestorStage;
  readonly to: OpenInvestorStage;
  /** The day on which it stood there. */
  readonly effectiveOn: LocalDate;
  /** Who applied, where an application begins. */
  readonly applicant?: InvestorApplicant;
  readonly score?: InvestorScore;
  readonly actId?: ActId;
  readonly reason: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** The end of an appointment by decision, or of an application that was not selected. */
export interface InvestorEnded {
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  /** First day on which it is no longer current. */
  readonly effectiveOn: LocalDate;
  readonly outcome: InvestorOutcome;
  /** The appointment that follows on the same day. */
  readonly successorAppointmentId?: string;
  /** Absent only for an application. */
  readonly actId?: ActId;
  readonly reason: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** What was recorded last of an appointment was wrong: as known from now on it was never so. */
export interface InvestorCorrected {
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  /** Id of the event that was wrong: the end, the step or the appointment. */
  readonly corrects: string;
  /** The act that shows what was right, or orders the correction. */
  readonly actId: ActId;
  readonly reason: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface InvestorEvents {
  'investor.appointed': InvestorAppointment;
  'investor.advanced': InvestorAdvanced;
  'investor.ended': InvestorEnded;
  'investor.corrected': InvestorCorrected;
}

export const INVESTOR_EVENT_VERSIONS = {
  'investor.appointed': 2,
  'investor.advanced': 1,
  'investor.ended': 1,
  'investor.corrected': 1,
} as const satisfies Readonly<Record<keyof InvestorEvents, number>>;
