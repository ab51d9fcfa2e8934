import { Field, ID, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsNotEmpty, IsUUID, ValidateNested } from 'class-validator';
import type { LocalDate } from '#domain';
import { LocalDateScalar } from '../scalars.js';
import { DecisionInput } from './acts.input.js';

@InputType('HolderInput')
export class HolderInputType {
  @Field(() => ID, { description: 'e.g. UBND_XA:15520@2025-07-01.' })
  @IsNotEmpty()
  readonly officeId!: string;

  @Field(() => Boolean, { defaultValue: false })
  readonly lead!: boolean;
}

@InputType('NameLeadInput')
export class NameLeadInputType extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly clusterId!: string;

  @Field(() => ID)
  @IsNotEmpty()
  readonly leadOfficeId!: string;

  @Field(() => [ID], { nullable: true, description: 'All duties held jointly where absent.' })
  readonly dutyIds?: string[];

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly to?: LocalDate;

  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;
}

@InputType('ReassignInput')
export class ReassignInputType extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly subjectId!: string;

  @Field(() => ID)
  @IsNotEmpty()
  readonly dutyId!: string;

  @Field(() => [HolderInputType])
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HolderInputType)
  readonly holders!: HolderInputType[];

  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Exclusive; absent is open.' })
  readonly to?: LocalDate;

  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;
}

@InputType('CorrectReassignmentInput')
export class CorrectReassignmentInputType extends DecisionInput {
  @Field(() => ID, { description: 'The event that was wrong.' })
  @IsUUID()
  readonly eventId!: string;

  @Field(() => [HolderInputType])
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HolderInputType)
  readonly holders!: HolderInputType[];

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Absent: the interval of the corrected event.',
  })
  readonly from?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly to?: LocalDate;

  @Field(() => ID, {
    description: 'The act that orders the correction; it may be younger than the days it corrects.',
  })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'What the duty rests on in those days; absent: as before.',
  })
  readonly basisActId?: string;

  @Field(() => String, { nullable: true })
  readonly article?: string;
}
