import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ActEndMannerEnum, ActKindEnum, ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';
import { connectionOf } from './connection.js';

@ObjectType('Act', { description: 'A legal act; number, issuer and date identify it together.' })
export class ActType {
  readonly knownSeq!: number;
  readonly endedByActId?: string;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => ActKindEnum)
  readonly kind!: string;

  @Field(() => String)
  readonly number!: string;

  @Field(() => String, { nullable: true })
  readonly title?: string;

  @Field(() => String, { description: 'The authority as it was named on the day of issue.' })
  readonly issuer!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly issuedOn?: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly inForceFrom?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'First day on which it is no longer in force by its own terms.',
  })
  readonly lapsesOn?: string;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'The same, with recorded ends and extensions.',
  })
  readonly endsOn?: string;

  @Field(() => ActEndMannerEnum, { nullable: true })
  readonly endManner?: string;

  @Field(() => [ID])
  readonly amends!: readonly string[];

  @Field(() => [ID])
  readonly replaces!: readonly string[];

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;

  @Field(() => Int, { description: 'For expectedRevision.' })
  readonly revision!: number;
}

export const ActConnection = connectionOf('Act', ActType);
