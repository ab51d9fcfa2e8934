import { Field, InputType, OmitType } from '@nestjs/graphql';
import type { LocalDate, OrganisationKind } from '#domain';
import { OrganisationKindEnum, SuccessionExtentEnum } from '../enums.js';
import {
  EffectiveOnField,
  IdField,
  NamePartField,
  OptionalDayField,
  OptionalIdField,
  OptionalIdsField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { FactInput } from './acts.input.js';
import { CheckedId, CheckedText, ReasonField } from './checked.js';

@InputType('OrganisationFilter')
export class OrganisationFilterInput {
  @Field(() => OrganisationKindEnum, { nullable: true }) readonly kind?: OrganisationKind;

  @OptionalIdField('The unit it works for, or the one that succeeded that by the day.')
  readonly unitId?: string;

  @NamePartField() readonly name?: string;
}

@InputType('NamedOfficeInput', { description: 'An office by the name its source gives it.' })
export class NamedOfficeInput {
  @TextField() readonly name!: string;
  @OptionalIdField('Where it is one of ours: SO_CONG_THUONG:31@2025-07-01.') readonly officeId?: string;
}

@InputType('RegisterOrganisationInput')
export class RegisterOrganisationInputType extends FactInput {
  @CheckedId('Small letters, digits and hyphens.', 200) readonly organisationId!: string;
  @CheckedText(500) readonly name!: string;
  @Field(() => OrganisationKindEnum) readonly kind!: OrganisationKind;

  @Field(() => NamedOfficeInput, { nullable: true, description: 'The office it belongs to.' })
  readonly parent?: NamedOfficeInput;

  @Field(() => NamedOfficeInput, {
    nullable: true,
    description: 'The office that guides its profession, which need not be its parent.',
  })
  readonly guidance?: NamedOfficeInput;

  @OptionalIdField('The administrative unit it works for.') readonly unitId?: string;
  @OptionalDayField('First day, where the source states it.') readonly from?: LocalDate;
  @OptionalIdField('The act that established it.') readonly actId?: string;
}

@InputType('OrganisationInput', { description: 'An organisation as its source tells of it.' })
export class OrganisationInputType extends OmitType(RegisterOrganisationInputType, ['commandId'] as const) {}

@InputType('RearrangedPredecessorInput', { description: 'An organisation that goes over, whole or in part.' })
export class RearrangedPredecessorInput {
  @IdField() readonly organisationId!: string;
  @Field(() => SuccessionExtentEnum) readonly extent!: 'WHOLE' | 'PARTIAL';
  @OptionalTextField('Which part goes over; for PARTIAL only.') readonly part?: string;

  @OptionalIdsField('Schemes that go over with a part; with a whole predecessor all of them do.')
  readonly schemeIds?: readonly string[];
}

@InputType('RearrangeCentreInput')
export class RearrangeCentreInputType extends FactInput {
  @Field(() => OrganisationInputType, {
    description: 'What is formed; where it is registered already, it goes on as it is.',
  })
  readonly successor!: OrganisationInputType;

  @Field(() => [RearrangedPredecessorInput]) readonly predecessors!: readonly RearrangedPredecessorInput[];
  @EffectiveOnField() readonly effectiveOn!: LocalDate;
  @CheckedId('The decision; never a change of administrative units.') readonly actId!: string;
  @ReasonField() readonly reason!: string;
}
