import { Field, ObjectType } from '@nestjs/graphql';
import { IdField, IntField, OptionalDayField, OptionalTextField, TextField } from '../fields.js';
import { InstantScalar, JsonScalar, PositionScalar } from '../scalars.js';
import { connectionOf } from './connection.js';

@ObjectType('Actor', { description: 'Who acted, as an opaque id with the office; never a name.' })
export class ActorType {
  @IdField() readonly id!: string;
  @TextField() readonly office!: string;
  @TextField() readonly role!: string;
}

@ObjectType('RecordedEvent', { description: 'An immutable event of the log.' })
export class RecordedEventType {
  readonly knownSeq!: number;
  readonly actId?: string;
  readonly correctsSeq?: number;

  @IdField() readonly id!: string;
  @TextField() readonly stream!: string;
  @TextField() readonly type!: string;

  @IntField('Version of the shape of data: schema/events/<type>.v<version>.json.')
  readonly schemaVersion!: number;

  @IntField('Its number in the log; the same on every replica, use it in citations.') readonly seq!: number;
  @Field(() => PositionScalar) readonly position!: string;
  @Field(() => InstantScalar) readonly recordedAt!: string;
  @OptionalDayField() readonly effectiveFrom?: string;
  @Field(() => ActorType) readonly actor!: ActorType;
  @OptionalTextField() readonly reason?: string;
  @Field(() => JsonScalar) readonly data!: unknown;
}

export const RecordedEventConnection = connectionOf('RecordedEvent', RecordedEventType);
