import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProvenanceEnum } from '../enums.js';
import { connectionOf } from './connection.js';

@ObjectType('Enterprise', { description: 'A registered enterprise: an organisation, never a person.' })
export class EnterpriseType {
  readonly clocks!: Clocks;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => ID, { description: 'The office that it is where it holds a duty.' })
  readonly officeId!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Absent where no source states it.' })
  readonly registrationNumber?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int)
  readonly revision!: number;
}

export const EnterpriseConnection = connectionOf('Enterprise', EnterpriseType);
