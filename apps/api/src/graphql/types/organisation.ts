import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { OrganisationKindEnum, SuccessionExtentEnum } from '../enums.js';
import { DayField, IdsField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';
import { RegisteredType, SourcedAtClocksType } from './bases.js';
import { connectionOf } from './connection.js';

@ObjectType('NamedOffice', { description: 'An office by the name its source gives it.' })
export class NamedOfficeType {
  readonly clocks!: Clocks;
  readonly officeId?: string;

  @TextField() readonly name!: string;
}

@ObjectType('Organisation', {
  description: 'A promotion centre (trung tâm khuyến công) or a similar organisation, at both clocks.',
})
export class OrganisationType extends RegisteredType {
  readonly unitId?: string;
  readonly actId?: string;

  @TextField('Name as in the source.') readonly name!: string;
  @Field(() => OrganisationKindEnum) readonly kind!: string;

  @Field(() => NamedOfficeType, { nullable: true, description: 'The office it belongs to.' })
  readonly parent?: NamedOfficeType;

  @Field(() => NamedOfficeType, {
    nullable: true,
    description: 'The office that guides its profession, which need not be its parent.',
  })
  readonly guidance?: NamedOfficeType;

  @OptionalDayField('First day, where the source states it.') readonly from?: string;

  @OptionalDayField('First day on which it has gone whole into another, as known; also after the day.')
  readonly until?: string;
}

@ObjectType('OrganisationSuccession', {
  description: 'An organisation went into another, by a decision of its own.',
})
export class OrganisationSuccessionType extends SourcedAtClocksType {
  readonly fromId!: string;
  readonly toId!: string;
  readonly actId!: string;

  @Field(() => SuccessionExtentEnum) readonly extent!: string;
  @OptionalTextField('Which part went over.') readonly part?: string;

  @IdsField('Schemes that are listed with the part; with a whole all of them go.')
  readonly schemeIds!: readonly string[];

  @DayField() readonly effectiveOn!: string;
}

export const OrganisationConnection = connectionOf('Organisation', OrganisationType);
