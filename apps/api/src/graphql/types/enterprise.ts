import { ObjectType } from '@nestjs/graphql';
import { IdField, IntField, OptionalTextField, TextField } from '../fields.js';
import { SourcedAtClocksType } from './bases.js';
import { connectionOf } from './connection.js';

@ObjectType('Enterprise', { description: 'A registered enterprise: an organisation, never a person.' })
export class EnterpriseType extends SourcedAtClocksType {
  @IdField() readonly id!: string;
  @IdField('The office that it is where it holds a duty.') readonly officeId!: string;
  @TextField() readonly name!: string;
  @OptionalTextField('Absent where no source states it.') readonly registrationNumber?: string;
  @IntField() readonly revision!: number;
}

export const EnterpriseConnection = connectionOf('Enterprise', EnterpriseType);
