import { Field, InputType } from '@nestjs/graphql';
import type { CorrectionFilter, GapFilter, RecordPoint } from '#application';
import type { GapKind, Instant } from '#domain';
import { GapKindEnum } from '../enums.js';
import { OptionalIdField, OptionalIdsField, OptionalIntField } from '../fields.js';
import { InstantScalar, PositionScalar } from '../scalars.js';

@InputType('RecordPoint', { description: 'A point of record time: exactly one of these.' })
export class RecordPointInput implements RecordPoint {
  @Field(() => InstantScalar, { nullable: true, description: 'As known then.' }) readonly knownAt?: Instant;

  @Field(() => PositionScalar, { nullable: true, description: 'As known after the event at this position.' })
  readonly position?: string;

  @OptionalIntField('As known after so many events; 0 is the empty record.') readonly seq?: number;
}

@InputType('KnowledgeDiffFilter', { description: 'Exactly one of provinceId, unitId and subjectId.' })
export class KnowledgeDiffFilterInput {
  @OptionalIdField() readonly provinceId?: string;
  @OptionalIdField('A commune or a province.') readonly unitId?: string;
  @OptionalIdField() readonly subjectId?: string;
  @OptionalIdsField('Absent: every duty.') readonly dutyIds?: string[];
}

@InputType('GapFilter')
export class GapFilterInput implements GapFilter {
  @OptionalIdField() readonly provinceId?: string;
  @OptionalIdField() readonly clusterId?: string;
  @OptionalIdField() readonly dutyId?: string;

  @Field(() => [GapKindEnum], { nullable: true, description: 'Absent: every kind.' })
  readonly kinds?: GapKind[];
}

@InputType('CorrectionFilter')
export class CorrectionFilterInput implements CorrectionFilter {
  @Field(() => InstantScalar, { nullable: true, description: 'Recorded at or after.' })
  readonly from?: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'Recorded before.' }) readonly to?: Instant;
  @OptionalIdField() readonly subjectId?: string;
  @OptionalIdField('The subject lies in it on the day.') readonly provinceId?: string;
}
