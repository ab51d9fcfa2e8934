import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ProvenanceEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('Claim', { description: 'What a source states about a subject or a unit.' })
export class ClaimType {
  @Field(() => ID)
  readonly claimId!: string;

  @Field(() => String)
  readonly value!: string;

  @Field(() => String, { nullable: true })
  readonly unit?: string;

  @Field(() => ProvenanceEnum)
  readonly provenance!: string;

  @Field(() => String)
  readonly source!: string;
}

@ObjectType('ClaimAcceptance', { description: 'Which claim is taken, and why.' })
export class ClaimAcceptanceType {
  readonly actId?: string;
  readonly knownSeq!: number;

  @Field(() => ClaimType)
  readonly claim!: ClaimType;

  @Field(() => String)
  readonly reason!: string;
}

@ObjectType('ClaimGroup', { description: 'All claims about one field of a subject and one day.' })
export class ClaimGroupType {
  @Field(() => ID)
  readonly subjectId!: string;

  @Field(() => String)
  readonly field!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: 'Null where the sources give no day.' })
  readonly asOf?: string;

  @Field(() => [ClaimType], { description: 'All of them, whichever is accepted.' })
  readonly claims!: readonly ClaimType[];

  @Field(() => Boolean, { description: 'They do not all say the same.' })
  readonly conflicting!: boolean;

  @Field(() => ClaimAcceptanceType, { nullable: true, description: 'Null where nobody has decided.' })
  readonly accepted?: ClaimAcceptanceType;

  @Field(() => Int, {
    nullable: true,
    description: 'For expectedRevision; null while no claim was recorded by itself.',
  })
  readonly revision?: number;
}
