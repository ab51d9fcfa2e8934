import { Args, Field, InputType, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AuditTrailQuery,
  TransitionQuery,
  type Answered,
  type EventView,
  type Page,
  type TransitionView,
} from '#application';
import { BanGiaoError, EVENT_TYPES, type EventType, type Instant } from '#domain';
import { AtArg, IdArg, PageArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { OptionalIdField } from '../fields.js';
import { actOf } from '../lookups.js';
import { clusterNode, eventNode, transitionNode, unitNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import { InstantScalar } from '../scalars.js';
import { withoutNulls } from '../without-nulls.js';
import { ActType } from '../types/act.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import { RecordedEventConnection, RecordedEventType } from '../types/event.js';
import { TransitionType } from '../types/transition.js';
import { UnitType } from '../types/unit.js';
import { QuestionsResolver } from './bases.js';

@InputType('AuditFilter')
export class AuditFilterInput {
  @OptionalIdField() readonly subjectId?: string;
  @OptionalIdField() readonly unitId?: string;
  @OptionalIdField() readonly actId?: string;

  @Field(() => [String], { nullable: true, description: 'Event types, e.g. responsibility.corrected.' })
  readonly types?: EventType[];

  @Field(() => InstantScalar, { nullable: true, description: 'Recorded at or after.' })
  readonly from?: Instant;

  @Field(() => InstantScalar, { nullable: true, description: 'Recorded before.' }) readonly to?: Instant;
}

@Resolver(() => RecordedEventType)
export class AuditResolver extends QuestionsResolver {
  @Query(() => RecordedEventConnection, {
    description:
      'Recorded events in log order, as known at `at.knownAt`; `at.validAt` leaves none out, each says itself since when it has effect.',
  })
  async auditTrail(
    @Args() { first, after }: PageArgs,
    @Args('filter', { nullable: true }) filter?: AuditFilterInput,
    @AtArg() at?: AtInput,
  ): Promise<Connection<RecordedEventType>> {
    const page = pageRequest(first, after);
    requireTypes(filter?.types);
    const { clocks, result }: Answered<Page<EventView>> = await this.queries.execute(
      new AuditTrailQuery(withoutNulls(filter ?? {}), at, page),
    );
    return connection(result, clocks, page, (row) => eventNode(row, clocks.knownSeq));
  }

  @ResolveField(() => ActType, {
    nullable: true,
    description: 'The act that it rests on, or that ordered it.',
  })
  act(@Parent() { actId, knownSeq }: RecordedEventType): ActType | null {
    return actOf(this.readModel, actId, knownSeq);
  }

  @ResolveField(() => RecordedEventType, { nullable: true, description: 'The event that it corrects.' })
  corrects(@Parent() { correctsSeq, knownSeq }: RecordedEventType): RecordedEventType | null {
    const event = correctsSeq === undefined ? undefined : this.readModel.event(correctsSeq);
    return event === undefined ? null : eventNode(event, knownSeq);
  }
}

@Resolver(() => TransitionType)
export class TransitionResolver extends QuestionsResolver {
  @Query(() => TransitionType, {
    nullable: true,
    description: 'What a dissolved unit held and where it went; absent for a unit that was not dissolved.',
  })
  async transition(@IdArg('unitId') unitId: string, @AtArg() at?: AtInput): Promise<TransitionType | null> {
    const { clocks, result }: Answered<TransitionView | undefined> = await this.queries.execute(
      new TransitionQuery(unitId, at),
    );
    return result === undefined ? null : transitionNode(result, clocks);
  }

  @ResolveField(() => UnitType)
  unit(@Parent() { unitId, clocks }: TransitionType): UnitType {
    const unit = this.readModel.anyUnit(unitId, clocks.knownSeq);
    if (unit === undefined) throw new BanGiaoError('UNKNOWN_UNIT', `Unit ${unitId} is not recorded.`);
    return unitNode(unit, clocks);
  }

  @ResolveField(() => [ClusterType], { description: 'Clusters over which it held something.' })
  subjects(@Parent() { subjectIds, clocks }: TransitionType): ClusterType[] {
    return subjectIds.flatMap((id) => {
      const cluster = this.readModel.cluster(id, clocks.knownSeq);
      return cluster === undefined ? [] : [clusterNode(cluster, clocks)];
    });
  }

  @ResolveField(() => [RecordedEventType], { description: 'The first reassignments, in log order.' })
  events(
    @Parent() { eventSeqs, clocks }: TransitionType,
    @Args('first', { type: () => Int, defaultValue: 20 }) first: number,
  ): RecordedEventType[] {
    const { first: size } = pageRequest(first, undefined);
    return eventSeqs.slice(0, size).flatMap((seq) => {
      const event = this.readModel.event(seq);
      return event === undefined ? [] : [eventNode(event, clocks.knownSeq)];
    });
  }
}

function requireTypes(types: readonly string[] | undefined): void {
  const unknown = types?.find((type) => !(EVENT_TYPES as readonly string[]).includes(type));
  if (unknown === undefined) return;
  throw new BanGiaoError('INVALID_INPUT', `There is no event type ${unknown}.`, {
    field: 'filter.types',
    value: unknown,
    remedy: `Name among ${EVENT_TYPES.join(', ')}.`,
  });
}
