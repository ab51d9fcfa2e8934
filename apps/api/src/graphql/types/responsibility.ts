import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { AssignmentMannerEnum, OfficeKindEnum, ProvenanceEnum, ResponsibilityStatusEnum } from '../enums.js';
import {
  ExplanationField,
  FlagField,
  IdField,
  OptionalDayField,
  OptionalTextField,
  TextField,
} from '../fields.js';

@ObjectType('Office', { description: 'An office that can hold a duty; never a person.' })
export class OfficeType {
  readonly clocks!: Clocks;
  readonly unitId?: string;

  @IdField() readonly id!: string;
  @TextField() readonly name!: string;
  @Field(() => OfficeKindEnum) readonly kind!: string;
}

@ObjectType('Holder', { description: 'Who holds a duty, alone or with others.' })
export class HolderType {
  readonly clocks!: Clocks;
  readonly officeId!: string;

  @FlagField('Leads where several hold it together.') readonly lead!: boolean;
}

@ObjectType('Basis', { description: 'What an answer rests on.' })
export class BasisType {
  readonly knownSeq!: number;
  readonly actId?: string;

  @OptionalTextField() readonly article?: string;
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @FlagField('No act is recorded yet.') readonly pending!: boolean;
}

@ObjectType('Responsibility', {
  description: 'Who is responsible for one duty over one subject, at both clocks.',
})
export class ResponsibilityType {
  readonly clocks!: Clocks;
  readonly dutyId!: string;
  readonly candidateIds!: readonly string[];
  readonly decidedBySeqs!: readonly number[];

  @IdField() readonly subjectId!: string;
  @Field(() => ResponsibilityStatusEnum) readonly status!: string;
  @Field(() => [HolderType]) readonly holders!: readonly HolderType[];
  @Field(() => BasisType, { nullable: true }) readonly basis?: BasisType;
  @OptionalDayField('First day of this answer.') readonly since?: string;
  @OptionalDayField('Day after the last; absent is open.') readonly until?: string;
  @Field(() => AssignmentMannerEnum, { nullable: true }) readonly manner?: string;
  @ExplanationField() readonly explanation!: string;
}
