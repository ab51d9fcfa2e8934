import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProvenanceEnum } from '../enums.js';
import { connectionOf } from './connection.js';
import { IdField, IntField, OptionalTextField, TextField } from '../fields.js';

@ObjectType('Enterprise', { description: 'A registered enterprise: an organisation, never a person.' })
export class EnterpriseType {
  readonly clocks!: Clocks;

  @IdField() readonly id!: string;
  @IdField('The office that it is where it holds a duty.') readonly officeId!: string;
  @TextField() readonly name!: string;
  @OptionalTextField('Absent where no source states it.') readonly registrationNumber?: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly source!: string;
  @IntField() readonly revision!: number;
}

export const EnterpriseConnection = connectionOf('Enterprise', EnterpriseType);
