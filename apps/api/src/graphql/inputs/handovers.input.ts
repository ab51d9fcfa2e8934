import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsNotEmpty, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import type { DiscrepancyKind, LocalDate } from '#domain';
import { DiscrepancyKindEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { CommandInput } from './acts.input.js';
import { HandoverItemInput, MAX_ITEMS } from './handover-draft.input.js';

/** A step of a handover as the caller read it. */
@InputType({ isAbstract: true })
export abstract class HandoverStepInput extends CommandInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly handoverId!: string;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}

@InputType('InventoryHandoverInput')
export class InventoryHandoverInputType extends HandoverStepInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly inventoriedOn?: LocalDate;

  @Field(() => [HandoverItemInput], { description: 'The whole list; it takes the place of the one before.' })
  @ArrayMaxSize(MAX_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => HandoverItemInput)
  readonly items!: HandoverItemInput[];
}

@InputType('ScheduleHandoverInput')
export class ScheduleHandoverInputType extends HandoverStepInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it was set; today where absent.' })
  readonly agreedOn?: LocalDate;

  @Field(() => LocalDateScalar, { description: 'The day on which the minutes are to be signed.' })
  readonly scheduledFor!: LocalDate;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  readonly place?: string;
}

@InputType('SignHandoverInput')
export class SignHandoverInputType extends HandoverStepInput {
  @Field(() => ID, { description: 'The party that signs; the caller has to act for it.' })
  @IsNotEmpty()
  readonly officeId!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day on the paper; today where absent.' })
  readonly signedOn?: LocalDate;

  @Field(() => String, { nullable: true, description: 'The post of who signs (chức vụ); never a name.' })
  @IsOptional()
  @MaxLength(200)
  readonly post?: string;

  @Field(() => String, { nullable: true, description: 'What the party wants said in the minutes.' })
  @IsOptional()
  @MaxLength(2_000)
  readonly opinion?: string;
}

@InputType('AcceptHandoverInput')
export class AcceptHandoverInputType extends HandoverStepInput {
  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly acceptedOn?: LocalDate;

  @Field(() => String, { nullable: true, description: 'What the receiver does not accept.' })
  @IsOptional()
  @MaxLength(2_000)
  readonly reservation?: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  readonly opinion?: string;
}

@InputType('OpenDiscrepancyInput')
export class OpenDiscrepancyInputType extends HandoverStepInput {
  @Field(() => ID, { nullable: true })
  readonly itemId?: string;

  @Field(() => DiscrepancyKindEnum)
  readonly kind!: DiscrepancyKind;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly description!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly openedOn?: LocalDate;
}

@InputType('AddHandoverAttachmentInput')
export class AddHandoverAttachmentInputType extends HandoverStepInput {
  @Field(() => String, { description: 'SHA-256 of the content, 64 small hexadecimal digits.' })
  readonly sha256!: string;

  @Field(() => Int)
  readonly sizeBytes!: number;

  @Field(() => String, { description: 'e.g. application/pdf.' })
  @MaxLength(100)
  readonly mediaType!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly title!: string;

  @Field(() => ID, { nullable: true })
  readonly itemId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Today where absent.' })
  readonly addedOn?: LocalDate;
}
