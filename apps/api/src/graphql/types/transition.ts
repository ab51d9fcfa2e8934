import { Field, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ResponsibilityStatusEnum } from '../enums.js';
import { DayField, IntField } from '../fields.js';

@ObjectType('StatusCount')
export class StatusCountType {
  @Field(() => ResponsibilityStatusEnum) readonly status!: string;
  @IntField() readonly count!: number;
}

@ObjectType('Transition', { description: 'What a dissolved unit held, and where it went.' })
export class TransitionType {
  readonly clocks!: Clocks;
  readonly unitId!: string;
  readonly subjectIds!: readonly string[];
  readonly eventSeqs!: readonly number[];

  @DayField() readonly effectiveOn!: string;
  @IntField('Reassignments written.') readonly reassigned!: number;
  @IntField('Of these, still without a determined holder.') readonly unsettled!: number;

  @Field(() => [StatusCountType], { description: 'Reassignments by the status they have now.' })
  readonly statuses!: readonly StatusCountType[];
}
