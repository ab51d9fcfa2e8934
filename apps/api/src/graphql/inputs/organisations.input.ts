import { Field, ID, InputType } from '@nestjs/graphql';
import { IsNotEmpty, MaxLength } from 'class-validator';
import type { LocalDate, OrganisationKind, Provenance } from '#domain';
import { OrganisationKindEnum, ProvenanceEnum, SuccessionExtentEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { FactInput } from './acts.input.js';

@InputType('OrganisationFilter')
export class OrganisationFilterInput {
  @Field(() => OrganisationKindEnum, { nullable: true })
  readonly kind?: OrganisationKind;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit it works for, or the one that succeeded that by the day.',
  })
  readonly unitId?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Anywhere in the name, with or without diacritics, in any case.',
  })
  readonly name?: string;
}

@InputType('NamedOfficeInput', { description: 'An office by the name its source gives it.' })
export class NamedOfficeInput {
  @Field(() => String)
  readonly name!: string;

  @Field(() => ID, { nullable: true, description: 'Where it is one of ours: SO_CONG_THUONG:31@2025-07-01.' })
  readonly officeId?: string;
}

@InputType('OrganisationInput', { description: 'An organisation as its source tells of it.' })
export class OrganisationInputType {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  readonly organisationId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => OrganisationKindEnum)
  readonly kind!: OrganisationKind;

  @Field(() => NamedOfficeInput, { nullable: true, description: 'The office it belongs to.' })
  readonly parent?: NamedOfficeInput;

  @Field(() => NamedOfficeInput, {
    nullable: true,
    description: 'The office that guides its profession, which need not be its parent.',
  })
  readonly guidance?: NamedOfficeInput;

  @Field(() => ID, { nullable: true, description: 'The administrative unit it works for.' })
  readonly unitId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where the source states it.' })
  readonly from?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The act that established it.' })
  readonly actId?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: Provenance;

  @Field(() => String, { description: 'Where the facts were read.' })
  readonly source!: string;
}

@InputType('RegisterOrganisationInput')
export class RegisterOrganisationInputType extends FactInput {
  @Field(() => ID, { description: 'Small letters, digits and hyphens.' })
  @IsNotEmpty()
  @MaxLength(200)
  readonly organisationId!: string;

  @Field(() => String)
  @IsNotEmpty()
  @MaxLength(500)
  readonly name!: string;

  @Field(() => OrganisationKindEnum)
  readonly kind!: OrganisationKind;

  @Field(() => NamedOfficeInput, { nullable: true, description: 'The office it belongs to.' })
  readonly parent?: NamedOfficeInput;

  @Field(() => NamedOfficeInput, {
    nullable: true,
    description: 'The office that guides its profession, which need not be its parent.',
  })
  readonly guidance?: NamedOfficeInput;

  @Field(() => ID, { nullable: true, description: 'The administrative unit it works for.' })
  readonly unitId?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where the source states it.' })
  readonly from?: LocalDate;

  @Field(() => ID, { nullable: true, description: 'The act that established it.' })
  readonly actId?: string;
}

@InputType('RearrangedPredecessorInput', { description: 'An organisation that goes over, whole or in part.' })
export class RearrangedPredecessorInput {
  @Field(() => ID)
  readonly organisationId!: string;

  @Field(() => SuccessionExtentEnum)
  readonly extent!: 'WHOLE' | 'PARTIAL';

  @Field(() => String, { nullable: true, description: 'Which part goes over; for PARTIAL only.' })
  readonly part?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Schemes that go over with a part; with a whole predecessor all of them do.',
  })
  readonly schemeIds?: readonly string[];
}

@InputType('RearrangeCentreInput')
export class RearrangeCentreInputType extends FactInput {
  @Field(() => OrganisationInputType, {
    description: 'What is formed; where it is registered already, it goes on as it is.',
  })
  readonly successor!: OrganisationInputType;

  @Field(() => [RearrangedPredecessorInput])
  readonly predecessors!: readonly RearrangedPredecessorInput[];

  @Field(() => LocalDateScalar, { description: 'First day on which it counts.' })
  readonly effectiveOn!: LocalDate;

  @Field(() => ID, { description: 'The decision; never a change of administrative units.' })
  @IsNotEmpty()
  readonly actId!: string;

  @Field(() => String, { description: 'Why, in one sentence.' })
  @IsNotEmpty()
  @MaxLength(2_000)
  readonly reason!: string;
}
