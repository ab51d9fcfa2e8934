import { Field, ID, InputType } from '@nestjs/graphql';
import type { SeriesClock, SeriesStep } from '#application';
import type { DutyGroup, LocalDate } from '#domain';
import { DutyGroupEnum, SeriesClockEnum, SeriesStepEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@InputType('ProgressFilter')
export class ProgressFilterInput {
  @Field(() => ID, { nullable: true, description: 'Province of the day.' })
  readonly provinceId?: string;

  @Field(() => ID, { nullable: true, description: 'District in which the subjects were first recorded.' })
  readonly districtId?: string;

  @Field(() => DutyGroupEnum, { nullable: true })
  readonly dutyGroup?: DutyGroup;
}

@InputType('SeriesInput', { description: 'At most 120 points.' })
export class SeriesInputType {
  @Field(() => LocalDateScalar)
  readonly from!: LocalDate;

  @Field(() => LocalDateScalar, { description: 'Last day that may be a point.' })
  readonly to!: LocalDate;

  @Field(() => SeriesStepEnum, { defaultValue: 'MONTH' })
  readonly every!: SeriesStep;

  @Field(() => SeriesClockEnum, { defaultValue: 'BOTH' })
  readonly clock!: SeriesClock;
}
