import { Field, InputType } from '@nestjs/graphql';
import type { LocalDate, PartyKind, SchemeProgramme, SchemeRole, SchemeStep } from '#domain';
import { PartyKindEnum, SchemeProgrammeEnum, SchemeRoleEnum, SchemeStepEnum } from '../enums.js';
import {
  EffectiveOnField,
  NamePartField,
  OptionalDayField,
  OptionalIdField,
  OptionalIntField,
  OptionalTextField,
  SignedOnField,
} from '../fields.js';
import { FactInput } from './acts.input.js';
import {
  CheckedId,
  CheckedText,
  ExpectedRevisionField,
  OptionalCheckedText,
  ReasonField,
} from './checked.js';

@InputType('SchemeFilter')
export class SchemeFilterInput {
  @OptionalIdField('The province as it was for the scheme, or the one that succeeded it by the day.')
  readonly provinceId?: string;

  @Field(() => SchemeProgrammeEnum, { nullable: true }) readonly programme?: SchemeProgramme;

  @Field(() => SchemeStepEnum, { nullable: true, description: 'Where it stands on the day.' })
  readonly step?: SchemeStep;

  @OptionalIdField('Organisation that executes it on the day.') readonly executingUnitId?: string;

  @OptionalTextField('Anywhere in the name of a beneficiary, with or without diacritics, in any case.')
  readonly beneficiary?: string;

  @NamePartField() readonly name?: string;
}

@InputType('SchemePartyInput', {
  description: 'An organisation or office by its id, any other body by its name; a household by neither.',
})
export class SchemePartyInputType {
  @Field(() => PartyKindEnum) readonly kind!: PartyKind;
  @OptionalIdField() readonly id?: string;
  @OptionalTextField('Never the name of a person.') readonly name?: string;
}

@InputType('RegisterSchemeInput')
export class RegisterSchemeInputType extends FactInput {
  @CheckedId('Small letters, digits and hyphens.', 200) readonly schemeId!: string;
  @CheckedText(1_000) readonly name!: string;
  @Field(() => SchemeProgrammeEnum) readonly programme!: SchemeProgramme;

  @Field(() => SchemeStepEnum, {
    description: 'Where it stands as far as the source tells; UNKNOWN where it does not.',
  })
  readonly step!: SchemeStep;

  @OptionalDayField('The day it reached that step.') readonly stepOn?: LocalDate;
  @OptionalDayField('First day on which it is known to exist.') readonly from?: LocalDate;
  @OptionalIntField('First year of the plan it belongs to.') readonly fromYear?: number;
  @OptionalIntField('Last year of the plan it belongs to.') readonly toYear?: number;
  @OptionalIdField('The province as it was then.') readonly provinceId?: string;

  @Field(() => SchemePartyInputType, { nullable: true, description: 'Đơn vị thực hiện.' })
  readonly executingUnit?: SchemePartyInputType;

  @Field(() => [SchemePartyInputType], { nullable: true, description: 'Đơn vị thụ hưởng.' })
  readonly beneficiaries?: readonly SchemePartyInputType[];

  @Field(() => SchemePartyInputType, { nullable: true, description: 'The department that looks after it.' })
  readonly department?: SchemePartyInputType;

  @OptionalCheckedText(200) readonly contractNumber?: string;
  @OptionalTextField('Whole đồng as digits.') readonly budgetVnd?: string;
}

@InputType('CorrectedSchemeStepInput', { description: 'A recorded step that was wrong.' })
export class CorrectedSchemeStepInput {
  @Field(() => SchemeStepEnum) readonly to!: SchemeStep;
  @OptionalDayField('Its day; none where none is recorded.') readonly effectiveOn?: LocalDate;
}

@InputType('AdvanceSchemeInput')
export class AdvanceSchemeInputType extends FactInput {
  @CheckedId() readonly schemeId!: string;
  @Field(() => SchemeStepEnum) readonly to!: SchemeStep;
  @EffectiveOnField() readonly effectiveOn!: LocalDate;
  @SignedOnField() readonly signedOn?: LocalDate;
  @OptionalIdField('The registered act that decided it.') readonly actId?: string;

  @OptionalCheckedText(500, 'The minutes, contract or letter by number, where it is no registered act.')
  readonly document?: string;

  @OptionalCheckedText(2_000, 'Why, in one sentence; required for a correction.') readonly reason?: string;

  @Field(() => CorrectedSchemeStepInput, {
    nullable: true,
    description: 'The recorded step that this one puts right: it no longer counts.',
  })
  readonly corrects?: CorrectedSchemeStepInput;

  @ExpectedRevisionField() readonly expectedRevision!: number;
}

@InputType('ChangeSchemePartyInput')
export class ChangeSchemePartyInputType extends FactInput {
  @CheckedId() readonly schemeId!: string;
  @Field(() => SchemeRoleEnum) readonly role!: SchemeRole;
  @OptionalIdField('The beneficiary that leaves; none where another joins.') readonly fromId?: string;
  @Field(() => SchemePartyInputType) readonly to!: SchemePartyInputType;
  @EffectiveOnField() readonly effectiveOn!: LocalDate;
  @CheckedId('The decision; never a change of administrative units.') readonly actId!: string;
  @ReasonField() readonly reason!: string;

  @OptionalDayField('First day of the recorded change of this role that this one puts right.')
  readonly corrects?: LocalDate;

  @ExpectedRevisionField() readonly expectedRevision!: number;
}
