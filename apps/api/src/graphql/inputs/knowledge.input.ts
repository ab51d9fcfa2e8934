import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { CorrectionFilter, GapFilter, RecordPoint } from '#application';
import type { GapKind, Instant } from '#domain';
import { GapKindEnum } from '../enums.js';
import { InstantScalar, PositionScalar } from '../scalars.js';

@InputType('RecordPoint', { description: 'A point of record time: exactly one of these.' })
export class RecordPointInput implements RecordPoint {
  @Field(() => InstantScalar, { nullable: true, description: 'As known then.' })
  readonly knownAt?: Instant;

  @Field(() => PositionScalar, { nullable: true, description: 'As known after the event at this position.' })
  readonly position?: string;

  @Field(() => Int, { nullable: true, description: 'As known after so many events; 0 is the empty record.' })
  readonly seq?: number;
}

@InputType('KnowledgeDiffFilter', { description: 'Exactly one of provinceId, unitId and subjectId.' })
export class KnowledgeDiffFilterInput {
  @Field(() => ID, { nullable: true })
  readonly provinceId?: string;

  @Field(() => ID, { nullable: true, description: 'A commune or a province.' })
  readonly unitId?: string;

  @Field(() => ID, { nullable: true })
  readonly subjectId?: string;

  @Field(() => [ID], { nullable: true, description: 'Absent: every duty.' })
  readonly dutyIds?: string[];
}

@InputType('GapFilter')
export class GapFilterInput implements GapFilter {
  @Field(() => ID, { nullable: true })
  readonly provinceId?: string;

  @Field(() => ID, { nullable: true })
  readonly clusterId?: string;

  @Field(() => ID, { nullable: true })
  readonly dutyId?: string;

  @Field(() => [GapKindEnum], { nullable: true, description: 'Absent: every kind.' })
  readonly kinds?: GapKind[];
}

@InputType('CorrectionFilter')
export class CorrectionFilterInput implements CorrectionFilter {
  @Field(() => InstantScalar, { nullable: true, description: 'Recorded at or after.' })
  readonly from?: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'Recorded before.' })
  readonly to?: Instant;

  @Field(() => ID, { nullable: true })
  readonly subjectId?: string;

  @Field(() => ID, { nullable: true, description: 'The subject lies in it on the day.' })
  readonly provinceId?: string;
}
