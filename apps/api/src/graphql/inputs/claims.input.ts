import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { LocalDate } from '#domain';
import { LocalDateScalar } from '../scalars.js';
import { CommandInput, FactInput } from './acts.input.js';

@InputType('RecordClaimInput')
export class RecordClaimInputType extends FactInput {
  @Field(() => ID, { description: 'Id of a subject, or of a unit with its era, as 51@origin.' })
  @IsNotEmpty()
  @MaxLength(200)
  readonly subjectId!: string;

  @Field(() => ID, { nullable: true, description: 'Made of the command where absent.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly claimId?: string;

  @Field(() => String, { description: 'What it is about, as fillRatePercent.' })
  @IsNotEmpty()
  @MaxLength(100)
  readonly field!: string;

  @Field(() => String, { description: 'As the source gives it; numbers as digits with a point.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly value!: string;

  @Field(() => String, {
    nullable: true,
    description: 'What the value counts, where the field does not say.',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(100)
  readonly unit?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day for which the source gives it.' })
  readonly asOf?: LocalDate;
}

@InputType('AcceptClaimInput')
export class AcceptClaimInputType extends CommandInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly subjectId!: string;

  @Field(() => ID)
  @IsNotEmpty()
  readonly claimId!: string;

  @Field(() => String, { description: 'Why this one, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;

  @Field(() => ID, { nullable: true, description: 'The act that shows it.' })
  readonly actId?: string;

  @Field(() => Int, { nullable: true, description: 'The revision it was decided on, where there is one.' })
  @IsOptional()
  @Min(0)
  readonly expectedRevision?: number;
}
