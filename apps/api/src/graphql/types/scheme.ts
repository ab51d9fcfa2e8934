import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks, SchemeView } from '#application';
import {
  PartyChangeMannerEnum,
  PartyKindEnum,
  SchemeProgrammeEnum,
  SchemeRoleEnum,
  SchemeStepEnum,
} from '../enums.js';
import {
  EffectiveOnField,
  IdField,
  OptionalDayField,
  OptionalIntField,
  OptionalTextField,
  SignedOnField,
  TextField,
} from '../fields.js';
import { RegisteredType, SourcedAtClocksType, SourcedStepType } from './bases.js';
import { connectionOf } from './connection.js';
import { OrganisationType } from './organisation.js';

@ObjectType('SchemeParty', {
  description: 'A party of a scheme: an organisation, an office, or a body that only its source names.',
})
export class SchemePartyType {
  readonly clocks!: Clocks;

  @Field(() => PartyKindEnum) readonly kind!: string;
  @IdField() readonly id!: string;
  @TextField('As in the source, or a description where it may name a person.') readonly name!: string;
}

@ObjectType('SchemeStep', { description: 'A step of an industrial-promotion scheme.' })
export class SchemeStepType extends SourcedStepType {
  @Field(() => SchemeStepEnum) readonly to!: string;

  @OptionalDayField('First day on which it counts; absent where the source does not state it.')
  readonly effectiveOn?: string;

  @SignedOnField() readonly signedOn?: string;
  @OptionalTextField('The document, where it is no registered act.') readonly document?: string;
  @OptionalTextField() readonly reason?: string;
}

@ObjectType('SchemePartyChange', { description: 'One role went from one party to another.' })
export class SchemePartyChangeType extends SourcedAtClocksType {
  readonly actId!: string;

  @Field(() => SchemeRoleEnum) readonly role!: string;

  @Field(() => SchemePartyType, { nullable: true, description: 'Absent where the role had no party.' })
  readonly from?: SchemePartyType;

  @Field(() => SchemePartyType) readonly to!: SchemePartyType;
  @EffectiveOnField() readonly effectiveOn!: string;
  @Field(() => PartyChangeMannerEnum) readonly manner!: string;
  @TextField() readonly reason!: string;
}

@ObjectType('ExecutingUnit', {
  description:
    'The organisation that executes a scheme on the day, and so signs its contract and liquidation.',
})
export class ExecutingUnitType {
  @Field(() => OrganisationType) readonly organisation!: OrganisationType;
  @OptionalDayField('First day; absent is since the beginning.') readonly since?: string;
  @OptionalDayField('Day after the last, as known.') readonly until?: string;

  @Field(() => [SchemePartyChangeType], {
    description: 'The decisions that led to it, oldest first; none where it has been so from the beginning.',
  })
  readonly decidedBy!: readonly SchemePartyChangeType[];
}

@ObjectType('Scheme', {
  description: 'An industrial-promotion scheme (đề án khuyến công) at both clocks.',
})
export class SchemeType extends RegisteredType {
  readonly view!: SchemeView;
  readonly provinceId?: string;

  @TextField() readonly name!: string;
  @Field(() => SchemeProgrammeEnum) readonly programme!: string;
  @Field(() => SchemeStepEnum, { description: 'Where it stands on the day.' }) readonly step!: string;

  @Field(() => [SchemeStepType], { description: 'Every step known, also after the day, in its order.' })
  readonly steps!: readonly SchemeStepType[];

  @Field(() => [SchemePartyChangeType], {
    description: 'Every change of a party known, also after the day, in its order.',
  })
  readonly partyChanges!: readonly SchemePartyChangeType[];

  @Field(() => [SchemePartyType], { description: 'Đơn vị thụ hưởng on the day.' })
  readonly beneficiaries!: readonly SchemePartyType[];

  @Field(() => SchemePartyType, { nullable: true, description: 'The department that looks after it.' })
  readonly department?: SchemePartyType;

  @OptionalDayField('First day on which it is known to exist.') readonly from?: string;
  @OptionalIntField('First year of the plan it belongs to.') readonly fromYear?: number;
  @OptionalIntField('Last year of the plan it belongs to.') readonly toYear?: number;
  @OptionalTextField() readonly contractNumber?: string;
  @OptionalTextField('Whole đồng, a number as text.') readonly budgetVnd?: string;
}

export const SchemeConnection = connectionOf('Scheme', SchemeType);
