import { Field, InputType } from '@nestjs/graphql';
import type { HandoverCorrection, LocalDate } from '#domain';
import {
  DayField,
  IdField,
  OptionalDayField,
  OptionalIdField,
  OptionalIdsField,
  OptionalTextField,
} from '../fields.js';
import { DecisionInput } from './acts.input.js';
import { HandoverItemInput, MAX_ITEMS } from './handover-draft.input.js';
import { HandoverStepInput } from './handovers.input.js';
import { CheckedId, EventIdField, OnDayField, PartField, PartsField, ReasonField } from './checked.js';

/** A decision that waits for somebody else to approve it. */
@InputType({ isAbstract: true })
abstract class ProposeInput extends DecisionInput {
  @CheckedId() readonly handoverId!: string;
  @OptionalIdField('The act it rests on.') readonly actId?: string;
  @OnDayField() readonly proposedOn?: LocalDate;
}

@InputType('ResolveDiscrepancyInput')
export class ResolveDiscrepancyInputType extends ProposeInput {
  @IdField() readonly discrepancyId!: string;
}

@InputType('MakeHandoverTemporaryInput')
export class MakeHandoverTemporaryInputType extends ProposeInput {
  @DayField('First day on which it is over.') readonly until!: LocalDate;
}

@InputType('SignatureDayInput')
export class SignatureDayInput {
  @IdField() readonly officeId!: string;
  @DayField() readonly signedOn!: LocalDate;
}

@InputType('HandoverCorrectionInput')
export class HandoverCorrectionInput implements HandoverCorrection {
  @EventIdField('The event of the handover that was wrong.') readonly corrects!: string;

  @PartsField(() => HandoverItemInput, {
    says: 'In place of those with the same id, or added.',
    max: MAX_ITEMS,
    absent: 'ALLOWED',
  })
  readonly items?: HandoverItemInput[];

  @OptionalIdsField() readonly removedItemIds?: string[];
  @OptionalDayField() readonly effectiveOn?: LocalDate;
  @OptionalTextField() readonly place?: string;

  @Field(() => [SignatureDayInput], {
    nullable: true,
    description: 'Days on the paper that were recorded wrongly.',
  })
  readonly signatures?: SignatureDayInput[];
}

@InputType('CorrectHandoverInput')
export class CorrectHandoverInputType extends ProposeInput {
  @PartField(() => HandoverCorrectionInput) readonly correction!: HandoverCorrectionInput;
}

@InputType('CancelHandoverInput')
export class CancelHandoverInputType extends ProposeInput {}

@InputType('ApproveHandoverDecisionInput')
export class ApproveHandoverDecisionInputType extends HandoverStepInput {
  @CheckedId() readonly proposalId!: string;
  @OnDayField() readonly decidedOn?: LocalDate;
}

@InputType('DeclineHandoverDecisionInput')
export class DeclineHandoverDecisionInputType extends ApproveHandoverDecisionInputType {
  @ReasonField() readonly reason!: string;
}
