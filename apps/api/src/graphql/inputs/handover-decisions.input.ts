import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsNotEmpty, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import type { HandoverCorrection, LocalDate } from '#domain';
import { LocalDateScalar } from '../scalars.js';
import { DecisionInput } from './acts.input.js';
import { HandoverItemInput, MAX_ITEMS } from './handover-draft.input.js';
import { HandoverStepInput } from './handovers.input.js';

/** A decision that waits for somebody else to approve it. */
@InputType({ isAbstract: true })
abstract class ProposeInput extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly handoverId!: string;

  @Field(() => ID, { nullable: true, description: 'The act it rests on.' })
  readonly actId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly proposedOn?: LocalDate;
}

@InputType('ResolveDiscrepancyInput')
export class ResolveDiscrepancyInputType extends ProposeInput {
  @Field(() => ID)
  readonly discrepancyId!: string;
}

@InputType('MakeHandoverTemporaryInput')
export class MakeHandoverTemporaryInputType extends ProposeInput {
  @Field(() => LocalDateScalar, { description: 'First day on which it is over.' })
  readonly until!: LocalDate;
}

@InputType('SignatureDayInput')
export class SignatureDayInput {
  @Field(() => ID)
  readonly officeId!: string;

  @Field(() => LocalDateScalar)
  readonly signedOn!: LocalDate;
}

@InputType('HandoverCorrectionInput')
export class HandoverCorrectionInput implements HandoverCorrection {
  @Field(() => ID, { description: 'The event of the handover that was wrong.' })
  @IsUUID()
  readonly corrects!: string;

  @Field(() => [HandoverItemInput], {
    nullable: true,
    description: 'In place of those with the same id, or added.',
  })
  @IsOptional()
  @ArrayMaxSize(MAX_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  readonly items?: HandoverItemInput[];

  @Field(() => [ID], { nullable: true })
  readonly removedItemIds?: string[];

  @Field(() => LocalDateScalar, { nullable: true })
  readonly effectiveOn?: LocalDate;

  @Field(() => String, { nullable: true })
  readonly place?: string;

  @Field(() => [SignatureDayInput], {
    nullable: true,
    description: 'Days on the paper that were recorded wrongly.',
  })
  readonly signatures?: SignatureDayInput[];
}

@InputType('CorrectHandoverInput')
export class CorrectHandoverInputType extends ProposeInput {
  @Field(() => HandoverCorrectionInput)
  @ValidateNested()
  @Type(() => HandoverCorrectionInput)
  readonly correction!: HandoverCorrectionInput;
}

@InputType('CancelHandoverInput')
export class CancelHandoverInputType extends ProposeInput {}

@InputType('ApproveHandoverDecisionInput')
export class ApproveHandoverDecisionInputType extends HandoverStepInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly proposalId!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly decidedOn?: LocalDate;
}

@InputType('DeclineHandoverDecisionInput')
export class DeclineHandoverDecisionInputType extends ApproveHandoverDecisionInputType {
  @Field(() => String, { description: 'Why, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;
}
