import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsNotEmpty, IsOptional, MaxLength, Min } from 'class-validator';
import type { LocalDate, PartyKind, SchemeProgramme, SchemeRole, SchemeStep } from '#domain';
import { PartyKindEnum, SchemeProgrammeEnum, SchemeRoleEnum, SchemeStepEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('SchemeFilter')
export class SchemeFilterInput {
  @Field(() => ID, {
    nullable: true,
    description: 'The province as it was for the scheme, or the one that succeeded it by the day.',
  })
  readonly provinceId?: string;

  @Field(() => SchemeProgrammeEnum, { nullable: true })
  readonly programme?: SchemeProgramme;

  @Field(() => SchemeStepEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly step?: SchemeStep;

  @Field(() => ID, { nullable: true, description: 'Organisation that executes it on the day.' })
  readonly executingUnitId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Anywhere in the name of a beneficiary, with or without diacritics, in any case.',
  })
  readonly beneficiary?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Anywhere in the name, with or without diacritics, in any case.',
  })
  readonly name?: string;
}

@InputType('SchemePartyInput', {
  description: 'An organisation or office by its id, any other body by its name; a household by neither.',
})
export class SchemePartyInputType {
  @Field(() => PartyKindEnum)
  readonly kind!: PartyKind;

  @Field(() => ID, { nullable: true })
  readonly id?: string;

  @Field(() => String, { nullable: true, description: 'Never the name of a person.' })
  readonly name?: string;
}

@InputType('RegisterSchemeInput')
export class RegisterSchemeInputType extends FactInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  @IsNotEmpty()
  @MaxLength(200)
  readonly schemeId!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(1_000)
  readonly name!: string;

  @Field(() => SchemeProgrammeEnum)
  readonly programme!: SchemeProgramme;

  @Field(() => SchemeStepEnum, {
    description: 'Where it stands as far as the source tells; UNKNOWN where it does not.',
  })
  readonly step!: SchemeStep;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it reached that step.' })
  readonly stepOn?: LocalDate;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day on which it is known to exist.' })
  readonly from?: LocalDate;

  @Field(() => Int, { nullable: true, description: 'First year of the plan it belongs to.' })
  readonly fromYear?: number;

  @Field(() => Int, { nullable: true, description: 'Last year of the plan it belongs to.' })
  readonly toYear?: number;

  @Field(() => ID, { nullable: true, description: 'The province as it was then.' })
  readonly provinceId?: string;

  @Field(() => SchemePartyInputType, { nullable: true, description: 'Đơn vị thực hiện.' })
  readonly executingUnit?: SchemePartyInputType;

  @Field(() => [SchemePartyInputType], { nullable: true, description: 'Đơn vị thụ hưởng.' })
  readonly beneficiaries?: readonly SchemePartyInputType[];

  @Field(() => SchemePartyInputType, { nullable: true, description: 'The department that looks after it.' })
  readonly department?: SchemePartyInputType;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(200)
  readonly contractNumber?: string;

  @Field(() => String, { nullable: true, description: 'Whole đồng as digits.' })
  readonly budgetVnd?: string;
}

@InputType('CorrectedSchemeStepInput', { description: 'A recorded step that was wrong.' })
export class CorrectedSchemeStepInput {
  @Field(() => SchemeStepEnum)
  readonly to!: SchemeStep;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Its day; none where none is recorded.' })
  readonly effectiveOn?: LocalDate;
}

@InputType('AdvanceSchemeInput')
export class AdvanceSchemeInputType extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly schemeId!: string;

  @Field(() => SchemeStepEnum)
  readonly to!: SchemeStep;

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Day on which its document was signed, where that is another.',
  })
  readonly signedOn?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The registered act that decided it.' })
  readonly actId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The minutes, contract or letter by number, where it is no registered act.',
  })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(500)
  readonly document?: string;

  @Field(() => String, { nullable: true, description: 'Why, in one sentence; required for a correction.' })
  @IsOptional()
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason?: string;

  @Field(() => CorrectedSchemeStepInput, {
    nullable: true,
    description: 'The recorded step that this one puts right: it no longer counts.',
  })
  readonly corrects?: CorrectedSchemeStepInput;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}

@InputType('ChangeSchemePartyInput')
export class ChangeSchemePartyInputType extends FactInput {
  @Field(() => ID)
  @IsNotEmpty()
  readonly schemeId!: string;

  @Field(() => SchemeRoleEnum)
  readonly role!: SchemeRole;

  @Field(() => ID, {
    nullable: true,
    description: 'The beneficiary that leaves; none where another joins.',
  })
  readonly fromId?: string;

  @Field(() => SchemePartyInputType)
  readonly to!: SchemePartyInputType;

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => ID, { description: 'The decision; never a change of administrative units.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { description: 'Why, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day of the recorded change of this role that this one puts right.',
  })
  readonly corrects?: LocalDate;

  @Field(() => Int, { description: 'The revision it was decided on.' })
  @Min(0)
  readonly expectedRevision!: number;
}
