import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar, JsonScalar, LocalDateScalar, PositionScalar } from '../scalars.js';
import { connectionOf } from './connection.js';

@ObjectType('Actor', { description: 'Who acted, as an opaque id with the office; never a name.' })
export class ActorType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly office!: string;

  @Field(() => String)
  readonly role!: string;
}

@ObjectType('RecordedEvent', { description: 'An immutable event of the log.' })
export class RecordedEventType {
  readonly knownSeq!: number;
  readonly actId?: string;
  readonly correctsSeq?: number;

  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly stream!: string;

  @Field(() => String)
  readonly type!: string;

  @Field(() => Int, { description: 'Version of the shape of data: schema/events/<type>.v<version>.json.' })
  readonly schemaVersion!: number;

  @Field(() => Int, { description: 'Its number in the log; the same on every replica, use it in citations.' })
  readonly seq!: number;

  @Field(() => PositionScalar)
  readonly position!: string;

  @Field(() => InstantScalar)
  readonly recordedAt!: string;

  @Field(() => LocalDateScalar, { nullable: true })
  readonly effectiveFrom?: string;

  @Field(() => ActorType)
  readonly actor!: ActorType;

  @Field(() => String, { nullable: true })
  readonly reason?: string;

  @Field(() => JsonScalar)
  readonly data!: unknown;
}

export const RecordedEventConnection = connectionOf('RecordedEvent', RecordedEventType);
