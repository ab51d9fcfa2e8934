import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { OrganisationKindEnum, ProvenanceEnum, SuccessionExtentEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { connectionOf } from './connection.js';

@ObjectType('NamedOffice', { description: 'An office by the name its source gives it.' })
export class NamedOfficeType {
  readonly clocks!: Clocks;
  readonly officeId?: string;

  @Field(() => String)
  readonly name!: string;
}

@ObjectType('Organisation', {
  description: 'A promotion centre (trung tâm khuyến công) or a similar organisation, at both clocks.',
})
export class OrganisationType {
  readonly clocks!: Clocks;
  readonly unitId?: string;
  readonly actId?: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String, { description: 'Name as in the source.' })
  readonly name!: string;

  @Field(() => OrganisationKindEnum)
  readonly kind!: string;

  @Field(() => NamedOfficeType, { nullable: true, description: 'The office it belongs to.' })
  readonly parent?: NamedOfficeType;

  @Field(() => NamedOfficeType, {
    nullable: true,
    description: 'The office that guides its profession, which need not be its parent.',
  })
  readonly guidance?: NamedOfficeType;

  @Field(() => LocalDateScalar, { nullable: true, description: 'First day, where the source states it.' })
  readonly from?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it has gone whole into another, as known; also after the day.',
  })
  readonly until?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int, { description: 'For expectedRevision.' })
  readonly revision!: number;
}

@ObjectType('OrganisationSuccession', {
  description: 'An organisation went into another, by a decision of its own.',
})
export class OrganisationSuccessionType {
  readonly clocks!: Clocks;
  readonly fromId!: string;
  readonly toId!: string;
  readonly actId!: string;

  @Field(() => SuccessionExtentEnum)
  readonly extent!: string;

  @Field(() => String, { nullable: true, description: 'Which part went over.' })
  readonly part?: string;

  @Field(() => [ID], { description: 'Schemes that are listed with the part; with a whole all of them go.' })
  readonly schemeIds!: readonly string[];

  @Field(() => LocalDateScalar)
  readonly effectiveOn!: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

export const OrganisationConnection = connectionOf('Organisation', OrganisationType);
