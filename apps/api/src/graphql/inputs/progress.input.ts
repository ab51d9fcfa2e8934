import { Field, InputType } from '@nestjs/graphql';
import type { SeriesClock, SeriesStep } from '#application';
import type { DutyGroup, LocalDate } from '#domain';
import { DutyGroupEnum, SeriesClockEnum, SeriesStepEnum } from '../enums.js';
import { DayField, OptionalIdField } from '../fields.js';

@InputType('ProgressFilter')
export class ProgressFilterInput {
  @OptionalIdField('Province of the day.') readonly provinceId?: string;
  @OptionalIdField('District in which the subjects were first recorded.') readonly districtId?: string;
  @Field(() => DutyGroupEnum, { nullable: true }) readonly dutyGroup?: DutyGroup;
}

@InputType('SeriesInput', { description: 'At most 120 points.' })
export class SeriesInputType {
  @DayField() readonly from!: LocalDate;
  @DayField('Last day that may be a point.') readonly to!: LocalDate;
  @Field(() => SeriesStepEnum, { defaultValue: 'MONTH' }) readonly every!: SeriesStep;
  @Field(() => SeriesClockEnum, { defaultValue: 'BOTH' }) readonly clock!: SeriesClock;
}
