import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { Clocks } from '#application';
import { ResponsibilityStatusEnum } from '../enums.js';
import { LocalDateScalar } from '../scalars.js';

@ObjectType('StatusCount')
export class StatusCountType {
  @Field(() => ResponsibilityStatusEnum)
  readonly status!: string;

  @Field(() => Int)
  readonly count!: number;
}

@ObjectType('Transition', { description: 'What a dissolved unit held, and where it went.' })
export class TransitionType {
  readonly clocks!: Clocks;
  readonly unitId!: string;
  readonly subjectIds!: readonly string[];
  readonly eventSeqs!: readonly number[];

  @Field(() => LocalDateScalar)
  readonly effectiveOn!: string;

  @Field(() => Int, { description: 'Reassignments written.' })
  readonly reassigned!: number;

  @Field(() => Int, { description: 'Of these, still without a determined holder.' })
  readonly unsettled!: number;

  @Field(() => [StatusCountType], { description: 'Reassignments by the status they have now.' })
  readonly statuses!: readonly StatusCountType[];
}
