import { Field, ObjectType } from '@nestjs/graphql';
import { FlagField, IntField, OptionalIntField, OptionalTextField } from '../fields.js';
import { InstantScalar, PositionScalar } from '../scalars.js';

@ObjectType('ReadModelPosition', { description: 'How far the read model has come.' })
export class ReadModelPositionType {
  @IntField('Number of events seen.') readonly seq!: number;
  @Field(() => PositionScalar, { nullable: true }) readonly position?: string;
  @Field(() => InstantScalar, { nullable: true }) readonly recordedAt?: string;

  @OptionalTextField('Why following is interrupted or has stopped, such as an event that cannot be read.')
  readonly failure?: string;
}

@ObjectType('LogStatus', { description: 'Where the log and the read model stand.' })
export class LogStatusType {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The last event of the log; absent while the log does not answer.',
  })
  readonly head?: string;

  @FlagField(
    'Whether the log answered in time when it was asked last. Reads go on without it, writes do not.',
  )
  readonly answers!: boolean;

  @Field(() => ReadModelPositionType) readonly readModel!: ReadModelPositionType;

  @FlagField('Everything in the log can be asked for; false while the log does not answer.')
  readonly caughtUp!: boolean;

  @OptionalIntField(
    'Events not yet projected; absent where the store cannot count them, and while the log does not answer.',
  )
  readonly lag?: number;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'The read model held everything that the log held then; absent until it did once since this replica started.',
  })
  readonly completeAsOf?: string;

  @OptionalIntField('Seconds since completeAsOf: how old an answer may be.') readonly ageSeconds?: number;
}
