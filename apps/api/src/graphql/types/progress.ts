import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { DutyGroupEnum, HandoverStateEnum } from '../enums.js';
import { DayField, IntField } from '../fields.js';

@ObjectType('HandoverCount')
export class HandoverCountType {
  @Field(() => HandoverStateEnum) readonly state!: string;
  @IntField() readonly count!: number;
}

@ObjectType('ProgressRow', { description: 'How many duties over subjects have which status on the day.' })
export class ProgressRowType {
  readonly clocks!: Clocks;
  readonly provinceId?: string;
  readonly districtId?: string;

  @Field(() => DutyGroupEnum, { nullable: true, description: 'Where it is asked for.' })
  readonly dutyGroup?: string;

  @IntField('Duties ever assigned over subjects: the sum of all others.') readonly assigned!: number;
  @IntField() readonly held!: number;
  @IntField() readonly joint!: number;
  @IntField() readonly undetermined!: number;
  @IntField() readonly vacant!: number;
  @IntField() readonly disputed!: number;
  @IntField() readonly continuingPendingRearrangement!: number;
  @IntField('No assignment covers the day, or its act is not in force.') readonly noBasis!: number;

  @Field(() => [HandoverCountType], {
    description:
      'Handovers of dissolved units by their state on the day, as far as there are any; in rows without a group of duties.',
  })
  readonly handovers!: readonly HandoverCountType[];

  @IntField('Tasks that wait on the day and were due before it; in the same rows.') readonly overdue!: number;
}

@ObjectType('ProgressPoint')
export class ProgressPointType {
  @DayField() readonly day!: string;
  @DayField('The day that its counts are for.') readonly validAt!: string;
  @IntField('Number of the last event that its counts know.') readonly knownSeq!: number;
  @Field(() => [ProgressRowType]) readonly rows!: readonly ProgressRowType[];
}
