import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, IsUUID, MaxLength, Min } from 'class-validator';
import type { ActEndManner, ActKind, LocalDate, Provenance } from '#domain';
import { ActEndMannerEnum, ActKindEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

/** What every mutation takes. */
@InputType({ isAbstract: true })
export abstract class CommandInput {
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID; repeat it to retry, the first result comes again.',
  })
  @IsOptional()
  @IsUUID()
  readonly commandId?: string;
}

/** What a mutation takes that records a fact. */
@InputType({ isAbstract: true })
export abstract class FactInput extends CommandInput {
  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String, { description: 'Where the facts were read.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly source!: string;
}

/** What a mutation on something registered takes as well. */
@InputType({ isAbstract: true })
export abstract class DecisionInput extends CommandInput {
  @Field(() => String, { description: 'Why, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}

@InputType('RegisterActInput')
export class RegisterActInputType extends CommandInput {
  @Field(() => ActKindEnum)
  readonly kind!: ActKind;

  @Field(() => String, { description: 'As printed, e.g. 139/2025/NĐ-CP.' })
  @IsNotEmpty()
  @MaxLength(200)
  readonly number!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2_000)
  readonly title?: string;

  @Field(() => String, { description: 'Name of the authority on the day of issue.' })
  @IsNotEmpty()
  @MaxLength(500)
  readonly issuer!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly issuedOn?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly inForceFrom?: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is no longer in force.',
  })
  readonly lapsesOn?: LocalDate;

  @Field(() => [ID], { nullable: true })
  readonly amends?: string[];

  @Field(() => [ID], { nullable: true })
  readonly replaces?: string[];

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String, { description: 'Where the facts were read.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly source!: string;
}

@InputType('EndActInput')
export class EndActInputType extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => LocalDateScalar, { description: 'First day on which it is no longer in force.' })
  readonly endsOn!: LocalDate;

  @Field(() => ActEndMannerEnum)
  readonly manner!: ActEndManner;

  @Field(() => ID, { nullable: true, description: 'The act that ended it.' })
  readonly byActId?: string;
}

@InputType('ExtendActInput')
export class ExtendActInputType extends DecisionInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'New first day on which it is no longer in force; absent: no end any more.',
  })
  readonly lapsesOn?: LocalDate;

  @Field(() => ID, { description: 'The act that extends it.' })
  @IsNotEmpty()
  readonly byActId!: string;
}
