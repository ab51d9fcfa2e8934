import { createUnionType, Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Type } from '@nestjs/common';
import { TextField } from '../fields.js';
import { PositionScalar } from '../scalars.js';

@ObjectType('Refusal', { description: 'Why nothing was written, and what to do about it.' })
export class RefusalType {
  @TextField('Stable.') readonly code!: string;
  @TextField() readonly field!: string;
  @TextField() readonly value!: string;
  @TextField() readonly message!: string;
  @TextField() readonly remedy!: string;
}

/** The result type of a mutation, and its union with a refusal. */
export function outcomeOf(name: string): { result: Type<unknown>; union: object } {
  @ObjectType(`${name}Result`)
  class ResultType {
    @Field(() => ID, { description: 'Of the act or cluster concerned.' })
    readonly id!: string;

    @Field(() => PositionScalar, { description: 'Ask with at.position to read what was written.' })
    readonly position!: string;

    @Field(() => Int, { description: 'The next expectedRevision.' })
    readonly revision!: number;

    @Field(() => [ID], { description: 'Of the events written, or found for a retry.' })
    readonly eventIds!: readonly string[];
  }
  const union = createUnionType({
    name: `${name}Outcome`,
    types: () => [ResultType, RefusalType] as const,
    resolveType: (value: object) => ('code' in value ? RefusalType : ResultType),
  });
  return { result: ResultType, union };
}
