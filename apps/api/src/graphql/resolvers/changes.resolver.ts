import { Args, Context, Field, ID, ObjectType, Resolver, Subscription } from '@nestjs/graphql';
import { requireWatchable, watchSubjects, type SubjectChange } from '#application';
import { BanGiaoError } from '#domain';
import { IdsField, IntField } from '../fields.js';
import { InstantScalar, PositionScalar } from '../scalars.js';
import { droppingSlow, untilReturned, type SubscriptionContext } from '../subscriptions.js';
import { FieldsResolver } from './bases.js';

const MAX_WATCHED = 100;
const LOOK_EVERY_MS = 100;

@ObjectType('SubjectsChanged', { description: 'Some of the watched subjects changed.' })
export class SubjectsChangedType {
  @IdsField() readonly subjectIds!: readonly string[];

  @Field(() => PositionScalar, { description: 'Subscribe with it as `after` to go on from here.' })
  readonly position!: string;

  @IntField('Number of the last event that was looked at.') readonly seq!: number;
  @Field(() => InstantScalar, { nullable: true }) readonly recordedAt?: string | undefined;
}

/** Tells clients that what they watch has changed. */
@Resolver()
export class ChangesResolver extends FieldsResolver {
  @Subscription(() => SubjectsChangedType, {
    description:
      'Tells when any of at most 100 subjects has new events or what its answers rest on changed, from now on or after a position. What happens while a client is busy comes as one message; one that takes longer than 30 seconds for a message is disconnected.',
    resolve: (change: SubjectChange) => change,
  })
  async subjectsChanged(
    @Args('subjectIds', { type: () => [ID] }) subjectIds: string[],
    @Context() { socket }: SubscriptionContext,
    @Args('after', { type: () => PositionScalar, nullable: true }) after?: string,
  ): Promise<AsyncIterable<SubjectChange>> {
    if (subjectIds.length === 0 || subjectIds.length > MAX_WATCHED) throw wrongNumber(subjectIds.length);
    const pause = () => new Promise<void>((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    const watch = { subjectIds, pause, ...(after == null ? {} : { after }) };
    await requireWatchable(this.readModel, watch);
    return untilReturned((signal) =>
      droppingSlow(watchSubjects(this.readModel, { ...watch, signal }), socket),
    );
  }
}

function wrongNumber(given: number): BanGiaoError {
  return new BanGiaoError('INVALID_INPUT', `A subscription watches 1 to ${MAX_WATCHED} subjects.`, {
    field: 'subjectIds',
    value: String(given),
    remedy: 'Subscribe several times.',
  });
}
