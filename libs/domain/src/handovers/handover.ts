import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';
import type { HandoverItem } from './item.js';

export type HandoverId = string;

/** Where a handover (bàn giao) stands; it says nothing about who is responsible, which moves by law or decision alone. */
export const HANDOVER_STATES = [
  'DRAFTED',
  'INVENTORIED',
  'SCHEDULED',
  'SIGNED',
  'ACCEPTED',
  'ACCEPTED_WITH_RESERVATION',
  'DISCREPANCY_OPEN',
  'RESOLVED',
  'TEMPORARY',
  'CORRECTED',
  'CANCELLED',
] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

/** What can be done with a handover once it is drafted. */
export const HANDOVER_STEPS = [
  'INVENTORY',
  'SCHEDULE',
  'SIGN',
  'ACCEPT',
  'ACCEPT_WITH_RESERVATION',
  'OPEN_DISCREPANCY',
  'RESOLVE_DISCREPANCY',
  'MAKE_TEMPORARY',
  'CORRECT',
  'CANCEL',
  'ATTACH',
] as const;
export type HandoverStep = (typeof HANDOVER_STEPS)[number];

/** Decisions that one actor proposes and another one, of the deciding office, approves. */
export const HANDOVER_DECISIONS = ['RESOLVE_DISCREPANCY', 'MAKE_TEMPORARY', 'CORRECT', 'CANCEL'] as const;
export type HandoverDecisionKind = (typeof HANDOVER_DECISIONS)[number];

/** What does not fit between the list and what is there; `REFUSED` where a party refuses to sign or to accept. */
export const DISCREPANCY_KINDS = ['MISSING', 'DIFFERENT', 'CONDITION', 'REFUSED', 'OTHER'] as const;
export type DiscrepancyKind = (typeof DISCREPANCY_KINDS)[number];

/** Who did something: an opaque id with the office he acted for, never a name. */
export interface HandoverActor {
  readonly actorId: string;
  readonly officeId: OfficeId;
}

/** The law or decision by which authority moved. */
export interface HandoverBasis {
  readonly actId: ActId;
  readonly article?: string;
}

/** One party's signature. */
export interface HandoverSignature {
  readonly officeId: OfficeId;
  /** The day on the paper. */
  readonly signedOn: LocalDate;
  /** The post of who signed (chức vụ), never a name. */
  readonly post?: string;
  readonly opinion?: string;
  readonly by: HandoverActor;
  /** Revision of the event that recorded it. */
  readonly revision: number;
}

/** Something that does not fit; resolved once `resolvedOn` is there. */
export interface HandoverDiscrepancy {
  readonly discrepancyId: string;
  readonly itemId?: string;
  readonly kind: DiscrepancyKind;
  readonly description: string;
  readonly openedOn: LocalDate;
  readonly by: HandoverActor;
  readonly resolvedOn?: LocalDate;
  readonly resolution?: string;
}

/** What a correction changes in what was recorded; what it does not name stays. */
export interface HandoverCorrection {
  /** Id of the event that was wrong. */
  readonly corrects: string;
  /** Items that are put in place of those with the same id, or added. */
  readonly items?: readonly HandoverItem[];
  readonly removedItemIds?: readonly string[];
  readonly effectiveOn?: LocalDate;
  readonly place?: string;
  /** Days on the paper that were recorded wrongly. */
  readonly signatures?: readonly { readonly officeId: OfficeId; readonly signedOn: LocalDate }[];
}

/** A decision as it was proposed. */
export interface HandoverProposal {
  readonly proposalId: string;
  readonly decision: HandoverDecisionKind;
  readonly reason: string;
  readonly actId?: ActId;
  readonly discrepancyId?: string;
  readonly until?: LocalDate;
  readonly correction?: HandoverCorrection;
  readonly proposedOn: LocalDate;
  readonly by: HandoverActor;
}

/** A document of the handover by its content hash; the content itself is not kept here. */
export interface HandoverAttachment {
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly title: string;
  readonly itemId?: string;
  readonly addedOn: LocalDate;
  readonly by: HandoverActor;
}

/** What a handover is about, from its draft. */
export interface HandoverParticulars {
  readonly handoverId: HandoverId;
  readonly giverOfficeId: OfficeId;
  /** The dissolved unit whose things are given, where a body assigned by the province gives them. */
  readonly giverActsFor?: UnitId;
  /** Name of that body as in the decision that assigned it; it need not be recorded elsewhere then. */
  readonly giverName?: string;
  readonly receiverOfficeId: OfficeId;
  readonly witnessOfficeId?: OfficeId;
  /** Who approves what the parties propose. */
  readonly decidingOfficeId: OfficeId;
  readonly basis: HandoverBasis;
  /** The decision or guidance that orders the handing over, where that is another act; it may be younger than the effect. */
  readonly orderActId?: ActId;
  /** Since when authority has moved, by law or decision, whatever is signed. */
  readonly effectiveOn: LocalDate;
  readonly place?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A handover as it stands on a day. */
export interface Handover extends HandoverParticulars {
  readonly state: HandoverState;
  /** First day of this state. */
  readonly since: LocalDate;
  readonly scheduledFor?: LocalDate;
  readonly items: readonly HandoverItem[];
  /** Ids of the actors who drew up the list. */
  readonly listedBy: readonly string[];
  readonly signatures: readonly HandoverSignature[];
  readonly acceptedOn?: LocalDate;
  readonly reservation?: string;
  /** The receiver's opinion at acceptance. */
  readonly opinion?: string;
  /** First day on which a temporary handover is over. */
  readonly temporaryUntil?: LocalDate;
  readonly discrepancies: readonly HandoverDiscrepancy[];
  /** Proposed and neither approved nor declined. */
  readonly proposals: readonly HandoverProposal[];
  readonly attachments: readonly HandoverAttachment[];
}

type Steps = Readonly<Partial<Record<HandoverStep, readonly HandoverState[]>>>;
const ACCEPTANCE: Steps = { ACCEPT: ['ACCEPTED'], ACCEPT_WITH_RESERVATION: ['ACCEPTED_WITH_RESERVATION'] };
const OPENING: Steps = { OPEN_DISCREPANCY: ['DISCREPANCY_OPEN'] };
const ALWAYS: Steps = { CANCEL: ['CANCELLED'] };
const CORRECTION: Steps = { CORRECT: ['CORRECTED'] };
const TEMPORARILY: Steps = { MAKE_TEMPORARY: ['TEMPORARY'] };

/**
 * Every allowed step, and the states that it may lead to; what is not here is refused.
 * One signature of two leaves it scheduled, one discrepancy of two open. An attachment changes no state.
 */
export const HANDOVER_TRANSITIONS: Readonly<Record<HandoverState, Steps>> = {
  DRAFTED: { INVENTORY: ['INVENTORIED'], ATTACH: ['DRAFTED'], ...ALWAYS },
  INVENTORIED: {
    INVENTORY: ['INVENTORIED'],
    SCHEDULE: ['SCHEDULED'],
    ATTACH: ['INVENTORIED'],
    ...ALWAYS,
  },
  SCHEDULED: {
    SCHEDULE: ['SCHEDULED'],
    SIGN: ['SCHEDULED', 'SIGNED'],
    ATTACH: ['SCHEDULED'],
    ...OPENING,
    ...ALWAYS,
  },
  SIGNED: {
    SIGN: ['SIGNED'],
    ATTACH: ['SIGNED'],
    ...ACCEPTANCE,
    ...OPENING,
    ...TEMPORARILY,
    ...CORRECTION,
    ...ALWAYS,
  },
  ACCEPTED: { ATTACH: ['ACCEPTED'], ...OPENING, ...CORRECTION, ...ALWAYS },
  ACCEPTED_WITH_RESERVATION: {
    ATTACH: ['ACCEPTED_WITH_RESERVATION'],
    ...OPENING,
    ...CORRECTION,
    ...ALWAYS,
  },
  DISCREPANCY_OPEN: {
    OPEN_DISCREPANCY: ['DISCREPANCY_OPEN'],
    RESOLVE_DISCREPANCY: ['DISCREPANCY_OPEN', 'RESOLVED'],
    ATTACH: ['DISCREPANCY_OPEN'],
    ...ALWAYS,
  },
  RESOLVED: {
    SCHEDULE: ['SCHEDULED'],
    ATTACH: ['RESOLVED'],
    ...ACCEPTANCE,
    ...OPENING,
    ...CORRECTION,
    ...ALWAYS,
  },
  TEMPORARY: {
    ATTACH: ['TEMPORARY'],
    ...ACCEPTANCE,
    ...OPENING,
    ...TEMPORARILY,
    ...CORRECTION,
    ...ALWAYS,
  },
  CORRECTED: { ATTACH: ['CORRECTED'], ...ACCEPTANCE, ...OPENING, ...CORRECTION, ...ALWAYS },
  CANCELLED: {},
};
