import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { NameReadingEnum, ProvenanceEnum, ResponsibilityStatusEnum } from '../enums.js';
import {
  DayField,
  ExplanationField,
  FlagField,
  IdField,
  OptionalDayField,
  OptionalIdField,
  TextField,
} from '../fields.js';
import { ActType } from './act.js';
import { connectionOf } from './connection.js';
import { BasisType, HolderType } from './responsibility.js';

@ObjectType('Amendment', { description: 'Who may amend a document on the day; not knowing is an answer.' })
export class AmendmentType {
  readonly clocks!: Clocks;
  readonly candidateIds!: readonly string[];

  @OptionalIdField('The cluster it is answered for; absent where it is the same for all of the document.')
  readonly clusterId?: string;

  @Field(() => ResponsibilityStatusEnum) readonly status!: string;
  @Field(() => [HolderType]) readonly holders!: readonly HolderType[];
  @Field(() => BasisType) readonly basis!: BasisType;
  @ExplanationField() readonly explanation!: string;
}

@ObjectType('DocumentSubject', { description: 'A cluster whose documents name the act.' })
export class DocumentSubjectType {
  readonly clocks!: Clocks;

  @IdField() readonly clusterId!: string;
  @TextField('What the document did to it.') readonly subject!: string;
}

@ObjectType('DissolvedIssuerDocument', {
  description: 'A document whose issuer exists no longer on the day.',
})
export class DissolvedIssuerDocumentType {
  readonly clocks!: Clocks;
  readonly issuerOfficeId!: string;
  readonly dissolvedUnitId!: string;
  readonly dutyId?: string;

  @Field(() => ActType) readonly act!: ActType;
  @DayField('First day without the unit.') readonly dissolvedOn!: string;

  @Field(() => ProvenanceEnum, { description: 'How certain it is that this office issued it.' })
  readonly provenance!: string;

  @TextField() readonly source!: string;
  @Field(() => [DocumentSubjectType]) readonly subjects!: readonly DocumentSubjectType[];
  @FlagField('In force on the day; the end of its issuer does not end it.') readonly inForce!: boolean;

  @Field(() => [AmendmentType], { description: 'Who may amend it; empty where it is not in force.' })
  readonly amendableBy!: readonly AmendmentType[];
}

export const DissolvedIssuerDocumentConnection = connectionOf(
  'DissolvedIssuerDocument',
  DissolvedIssuerDocumentType,
);

@ObjectType('UnitName', { description: 'What a document means by the name of a unit.' })
export class UnitNameType {
  readonly clocks!: Clocks;
  readonly unitIds!: readonly string[];

  @Field(() => NameReadingEnum) readonly reading!: string;

  @OptionalDayField('First day on which no unit bore the name any more, where it is stale.')
  readonly endedOn?: string;
}
