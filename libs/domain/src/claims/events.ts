import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';

/** What a source states about a subject or an administrative unit; claims that conflict are all kept. */
export interface ClaimRecorded {
  readonly claimId: string;
  /** Id of a subject, or of a unit with its era. */
  readonly subjectId: string;
  /** e.g. `fillRatePercent`, `activeEnterprises`, `foundingDecisionDate`. */
  readonly field: string;
  /** As the source gives it; numbers as digits with a point. */
  readonly value: string;
  readonly unit?: string;
  /** The day for which it was given; absent where the source does not say. */
  readonly asOf?: LocalDate;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Of the claims about one field and day this one is taken, with the reason; a later acceptance takes its place. */
export interface ClaimAccepted {
  readonly claimId: string;
  readonly subjectId: string;
  readonly reason: string;
  readonly actId?: ActId;
}

export interface ClaimEvents {
  'claim.recorded': ClaimRecorded;
  'claim.accepted': ClaimAccepted;
}

export const CLAIM_EVENT_VERSIONS = {
  'claim.recorded': 1,
  'claim.accepted': 1,
} as const satisfies Readonly<Record<keyof ClaimEvents, number>>;
