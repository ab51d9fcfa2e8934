import { Field, ObjectType } from '@nestjs/graphql';
import {
  FlagField,
  IdField,
  OptionalDayField,
  OptionalIntField,
  OptionalTextField,
  TextField,
} from '../fields.js';
import { SourcedType } from './bases.js';

@ObjectType('Claim', { description: 'What a source states about a subject or a unit.' })
export class ClaimType extends SourcedType {
  @IdField() readonly claimId!: string;
  @TextField() readonly value!: string;
  @OptionalTextField() readonly unit?: string;
}

@ObjectType('ClaimAcceptance', { description: 'Which claim is taken, and why.' })
export class ClaimAcceptanceType {
  readonly actId?: string;
  readonly knownSeq!: number;

  @Field(() => ClaimType) readonly claim!: ClaimType;
  @TextField() readonly reason!: string;
}

@ObjectType('ClaimGroup', { description: 'All claims about one field of a subject and one day.' })
export class ClaimGroupType {
  @IdField() readonly subjectId!: string;
  @TextField() readonly field!: string;
  @OptionalDayField('Null where the sources give no day.') readonly asOf?: string;

  @Field(() => [ClaimType], { description: 'All of them, whichever is accepted.' })
  readonly claims!: readonly ClaimType[];

  @FlagField('They do not all say the same.') readonly conflicting!: boolean;

  @Field(() => ClaimAcceptanceType, { nullable: true, description: 'Null where nobody has decided.' })
  readonly accepted?: ClaimAcceptanceType;

  @OptionalIntField('For expectedRevision; null while no claim was recorded by itself.')
  readonly revision?: number;
}
