import { Field, ObjectType } from '@nestjs/graphql';
import { ActEndMannerEnum, ActKindEnum } from '../enums.js';
import { IdField, IdsField, IntField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';
import { SourcedType } from './bases.js';
import { connectionOf } from './connection.js';

@ObjectType('Act', { description: 'A legal act; number, issuer and date identify it together.' })
export class ActType extends SourcedType {
  readonly knownSeq!: number;
  readonly endedByActId?: string;

  @IdField() readonly id!: string;
  @Field(() => ActKindEnum) readonly kind!: string;
  @TextField() readonly number!: string;
  @OptionalTextField() readonly title?: string;
  @TextField('The authority as it was named on the day of issue.') readonly issuer!: string;
  @OptionalDayField() readonly issuedOn?: string;
  @OptionalDayField() readonly inForceFrom?: string;

  @OptionalDayField('First day on which it is no longer in force by its own terms.')
  readonly lapsesOn?: string;

  @OptionalDayField('The same, with recorded ends and extensions.') readonly endsOn?: string;
  @Field(() => ActEndMannerEnum, { nullable: true }) readonly endManner?: string;
  @IdsField() readonly amends!: readonly string[];
  @IdsField() readonly replaces!: readonly string[];
  @IntField('For expectedRevision.') readonly revision!: number;
}

export const ActConnection = connectionOf('Act', ActType);
