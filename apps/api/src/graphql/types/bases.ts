import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ProvenanceEnum } from '../enums.js';
import { IdField, IntField, TextField } from '../fields.js';

/** A fact with where it was read and how certain it is. */
@ObjectType({ isAbstract: true })
export abstract class SourcedType {
  @Field(() => ProvenanceEnum) readonly provenance!: string;
  @TextField() readonly source!: string;
}

/** Something that happened, perhaps under an act; the act is answered as known at the same point. */
@ObjectType({ isAbstract: true })
export abstract class SourcedStepType extends SourcedType {
  readonly knownSeq!: number;
  readonly actId?: string;
}

/** A fact that keeps both clocks for everything below it. */
@ObjectType({ isAbstract: true })
export abstract class SourcedAtClocksType extends SourcedType {
  readonly clocks!: Clocks;
}

/** What is registered under an id and decided on by its revision, at both clocks. */
@ObjectType({ isAbstract: true })
export abstract class RegisteredType extends SourcedAtClocksType {
  @IdField() readonly id!: string;
  @IntField('For expectedRevision.') readonly revision!: number;
}
