import type {
  AcceptHandover,
  AddHandoverAttachment,
  DraftHandover,
  InventoryHandover,
  LocalDate,
  OpenDiscrepancy,
  ProposeHandoverDecision,
  ScheduleHandover,
  SettleHandoverProposal,
  SignHandover,
} from '#domain';
import type { CommandContext } from './commands.js';

/** An input whose day is today where the caller gives none. */
type Dated<I extends Readonly<Record<Day, LocalDate>>, Day extends keyof I> = Omit<I, Day> & {
  readonly [D in Day]?: LocalDate;
};
/** On a handover as the caller read it. */
type Step<I> = I & { readonly expectedRevision: number };

export type DraftHandoverInput = Dated<DraftHandover, 'draftedOn'>;
export type InventoryHandoverInput = Step<Dated<InventoryHandover, 'inventoriedOn'>>;
export type ScheduleHandoverInput = Step<Dated<ScheduleHandover, 'agreedOn'>>;
export type SignHandoverInput = Step<Dated<SignHandover, 'signedOn'>>;
export type AcceptHandoverInput = Step<Dated<AcceptHandover, 'acceptedOn'>>;
export type OpenDiscrepancyInput = Step<Dated<OpenDiscrepancy, 'openedOn'>>;
export type ProposeHandoverDecisionInput = Step<Dated<ProposeHandoverDecision, 'proposedOn'>>;
export type ApproveHandoverDecisionInput = Step<Dated<SettleHandoverProposal, 'decidedOn'>>;
export type DeclineHandoverDecisionInput = ApproveHandoverDecisionInput & { readonly reason: string };
export type AddHandoverAttachmentInput = Step<Dated<AddHandoverAttachment, 'addedOn'>>;

abstract class Decision<I> {
  constructor(
    readonly input: I,
    readonly context: CommandContext,
  ) {}
}
export class DraftHandoverCommand extends Decision<DraftHandoverInput> {}
export class InventoryHandoverCommand extends Decision<InventoryHandoverInput> {}
export class ScheduleHandoverCommand extends Decision<ScheduleHandoverInput> {}
export class SignHandoverCommand extends Decision<SignHandoverInput> {}
export class AcceptHandoverCommand extends Decision<AcceptHandoverInput> {}
export class OpenDiscrepancyCommand extends Decision<OpenDiscrepancyInput> {}
/** Proposes to resolve, to make temporary, to correct or to cancel. */
export class ProposeHandoverDecisionCommand extends Decision<ProposeHandoverDecisionInput> {}
export class ApproveHandoverDecisionCommand extends Decision<ApproveHandoverDecisionInput> {}
export class DeclineHandoverDecisionCommand extends Decision<DeclineHandoverDecisionInput> {}
export class AddHandoverAttachmentCommand extends Decision<AddHandoverAttachmentInput> {}
