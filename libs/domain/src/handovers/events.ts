import type { ActId } from '../acts/act.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type {
  DiscrepancyKind,
  HandoverActor,
  HandoverAttachment,
  HandoverCorrection,
  HandoverId,
  HandoverParticulars,
  HandoverProposal,
} from './handover.js';
import type { HandoverItem } from './item.js';

interface OfHandover {
  readonly handoverId: HandoverId;
}

/** Who proposed and who approved; never the same actor. */
interface Approved extends OfHandover {
  readonly proposalId: string;
  readonly decidedOn: LocalDate;
  readonly reason: string;
  readonly actId?: ActId;
  readonly proposedBy: HandoverActor;
  readonly approvedBy: HandoverActor;
}

export type HandoverDrafted = HandoverParticulars & {
  readonly draftedOn: LocalDate;
  /** What is to be handed over, as far as it is known before the inventory. */
  readonly items: readonly HandoverItem[];
  readonly by: HandoverActor;
};
/** The list was checked (kiểm kê); it takes the place of the one before. */
export interface HandoverInventoried extends OfHandover {
  readonly inventoriedOn: LocalDate;
  readonly items: readonly HandoverItem[];
  readonly by: HandoverActor;
}
export interface HandoverScheduled extends OfHandover {
  /** The day on which the date was set. */
  readonly agreedOn: LocalDate;
  readonly scheduledFor: LocalDate;
  readonly place?: string;
  readonly by: HandoverActor;
}
/** One party signed the minutes; each signs for itself. */
export interface HandoverSigned extends OfHandover {
  readonly officeId: OfficeId;
  readonly signedOn: LocalDate;
  readonly post?: string;
  readonly opinion?: string;
  readonly by: HandoverActor;
}
export interface HandoverAccepted extends OfHandover {
  readonly acceptedOn: LocalDate;
  /** What the receiver does not accept or takes no responsibility for. */
  readonly reservation?: string;
  readonly opinion?: string;
  readonly by: HandoverActor;
}
export interface HandoverDiscrepancyOpened extends OfHandover {
  readonly discrepancyId: string;
  readonly itemId?: string;
  readonly kind: DiscrepancyKind;
  readonly description: string;
  readonly openedOn: LocalDate;
  readonly by: HandoverActor;
}
export type HandoverDecisionProposed = OfHandover & HandoverProposal;
export interface HandoverDecisionDeclined extends OfHandover {
  readonly proposalId: string;
  readonly declinedOn: LocalDate;
  readonly reason: string;
  readonly by: HandoverActor;
}
export interface HandoverDiscrepancyResolved extends Approved {
  readonly discrepancyId: string;
}
/** Handed over for a limited time, during a project (Mẫu 01A). */
export interface HandoverMadeTemporary extends Approved {
  /** First day on which it is over. */
  readonly until: LocalDate;
}
export type HandoverCorrected = Approved & HandoverCorrection & { readonly actId: ActId };
/** Before anybody signed it needs no second actor; proposal and approval are absent then. */
export interface HandoverCancelled extends OfHandover {
  readonly proposalId?: string;
  readonly decidedOn: LocalDate;
  readonly reason: string;
  readonly actId?: ActId;
  readonly proposedBy: HandoverActor;
  readonly approvedBy?: HandoverActor;
}
export type HandoverAttachmentAdded = OfHandover & HandoverAttachment;

export interface HandoverEvents {
  'handover.drafted': HandoverDrafted;
  'handover.inventoried': HandoverInventoried;
  'handover.scheduled': HandoverScheduled;
  'handover.signed': HandoverSigned;
  'handover.accepted': HandoverAccepted;
  'handover.discrepancy-opened': HandoverDiscrepancyOpened;
  'handover.decision-proposed': HandoverDecisionProposed;
  'handover.decision-declined': HandoverDecisionDeclined;
  'handover.discrepancy-resolved': HandoverDiscrepancyResolved;
  'handover.made-temporary': HandoverMadeTemporary;
  'handover.corrected': HandoverCorrected;
  'handover.cancelled': HandoverCancelled;
  'handover.attachment-added': HandoverAttachmentAdded;
}

export const HANDOVER_EVENT_VERSIONS = {
  'handover.drafted': 1,
  'handover.inventoried': 1,
  'handover.scheduled': 1,
  'handover.signed': 1,
  'handover.accepted': 1,
  'handover.discrepancy-opened': 1,
  'handover.decision-proposed': 1,
  'handover.decision-declined': 1,
  'handover.discrepancy-resolved': 1,
  'handover.made-temporary': 1,
  'handover.corrected': 1,
  'handover.cancelled': 1,
  'handover.attachment-added': 1,
} as const satisfies Readonly<Record<keyof HandoverEvents, number>>;
