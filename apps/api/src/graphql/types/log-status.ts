import { Field, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, PositionScalar } from '../scalars.js';

@ObjectType('ReadModelPosition', { description: 'How far the read model has come.' })
export class ReadModelPositionType {
  @Field(() => Int, { description: 'Number of events seen.' })
  readonly seq!: number;

  @Field(() => PositionScalar, { nullable: true })
  readonly position?: string;

  @Field(() => InstantScalar, { nullable: true })
  readonly recordedAt?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Set where an event could not be read; following has stopped there.',
  })
  readonly failure?: string;
}

@ObjectType('LogStatus', { description: 'Where the log and the read model stand.' })
export class LogStatusType {
  @Field(() => PositionScalar, { nullable: true, description: 'The last event of the log.' })
  readonly head?: string;

  @Field(() => ReadModelPositionType)
  readonly readModel!: ReadModelPositionType;

  @Field(() => Boolean, { description: 'Everything in the log can be asked for.' })
  readonly caughtUp!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Events not yet projected; absent where the store cannot count them.',
  })
  readonly lag?: number;
}
