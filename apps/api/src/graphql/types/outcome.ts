import { createUnionType, Field, ObjectType } from '@nestjs/graphql';
import { IdField, IdsField, IntField, TextField } from '../fields.js';
import { PositionScalar } from '../scalars.js';

@ObjectType('Refusal', { description: 'Why nothing was written, and what to do about it.' })
export class RefusalType {
  @TextField('Stable.') readonly code!: string;
  @TextField() readonly field!: string;
  @TextField() readonly value!: string;
  @TextField() readonly message!: string;
  @TextField() readonly remedy!: string;
}

/** The union of the result type of a mutation with a refusal. */
export function outcomeOf(name: string): object {
  @ObjectType(`${name}Result`)
  class ResultType {
    @IdField('Of the act or cluster concerned.') readonly id!: string;

    @Field(() => PositionScalar, { description: 'Ask with at.position to read what was written.' })
    readonly position!: string;

    @IntField('The next expectedRevision.') readonly revision!: number;
    @IdsField('Of the events written, or found for a retry.') readonly eventIds!: readonly string[];
  }
  return createUnionType({
    name: `${name}Outcome`,
    types: () => [ResultType, RefusalType] as const,
    resolveType: (value: object) => ('code' in value ? RefusalType : ResultType),
  });
}
