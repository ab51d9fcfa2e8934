import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { DutyGroupEnum, HandoverStateEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('HandoverCount')
export class HandoverCountType {
  @Field(() => HandoverStateEnum)
  readonly state!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('ProgressRow', { description: 'How many duties over subjects have which status on the day.' })
export class ProgressRowType {
  readonly clocks!: Clocks;
  readonly provinceId?: string;
  readonly districtId?: string;

  @Field(() => DutyGroupEnum, { nullable: true, description: 'Where it is asked for.' })
  readonly dutyGroup?: string;

  @Field(() => Int, { description: 'Duties ever assigned over subjects: the sum of all others.' })
  readonly assigned!: number;

  @Field(() => Int)
  readonly held!: number;

  @Field(() => Int)
  readonly joint!: number;

  @Field(() => Int)
  readonly undetermined!: number;

  @Field(() => Int)
  readonly vacant!: number;

  @Field(() => Int)
  readonly disputed!: number;

  @Field(() => Int)
  readonly continuingPendingRearrangement!: number;

  @Field(() => Int, { description: 'No assignment covers the day, or its act is not in force.' })
  readonly noBasis!: number;

  @Field(() => [HandoverCountType], {
    description:
      'Handovers of dissolved units by their state on the day, as far as there are any; in rows without a group of duties.',
  })
  readonly handovers!: readonly HandoverCountType[];

  @Field(() => Int, { description: 'Tasks that wait on the day and were due before it; in the same rows.' })
  readonly overdue!: number;
}

@ObjectType('ProgressPoint')
export class ProgressPointType {
  @Field(() => LocalDateScalar)
  readonly day!: string;

  @Field(() => LocalDateScalar, { description: 'The day that its counts are for.' })
  readonly validAt!: string;

  @Field(() => Int, { description: 'Number of the last event that its counts know.' })
  readonly knownSeq!: number;

  @Field(() => [ProgressRowType])
  readonly rows!: readonly ProgressRowType[];
}
