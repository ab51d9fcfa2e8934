import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AcceptMatterCommand,
  AdvanceMatterCommand,
  CloseMatterCommand,
  CoordinateMatterCommand,
  overKnown,
  READ_MODEL,
  RecordMatterCommand,
  TakeOverMatterCommand,
  type Clocks,
  type MatterOnDay,
  type ReadModel,
} from '#application';
import { atCutover, deadlineOn, stepsInOrder, WITHOUT_ACCEPTANCE, type MatterStep } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { askFor, askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  AcceptMatterInputType,
  AdvanceMatterInputType,
  CloseMatterInputType,
  CoordinateMatterInputType,
  MatterFilterInput,
  RecordMatterInputType,
  TakeOverMatterInputType,
} from '../inputs/matters.input.js';
import { actOf, clusterOf, officeOf, optionalOffice } from '../lookups.js';
import { unitNode } from '../nodes.js';
import { ActType } from '../types/act.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import {
  MatterConnection,
  MatterDeadlineType,
  MatterPlaceType,
  MatterStepType,
  MatterType,
} from '../types/matter.js';
import { OfficeType } from '../types/responsibility.js';
import { UnitType } from '../types/unit.js';
import { withoutNulls } from '../without-nulls.js';
import { FieldsResolver } from './bases.js';

/** Matters in flight: questions and decisions. */
@Resolver(() => MatterType)
export class MatterResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => MatterType, {
    nullable: true,
    description: 'A matter as it stands on the day; none before it is known to have been there.',
  })
  matter(@IdArg() id: string, @AtArg() at?: AtInput): Promise<MatterType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, clocks) => readModel.matters.matterOn(id, clocks),
      matterNode,
    );
  }

  @Query(() => MatterConnection, { description: 'Matters that were there on the day, by title.' })
  matters(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: MatterFilterInput,
  ): Promise<Connection<MatterType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, at, page) => readModel.matters.matters(wanted, at, page)),
      matterNode,
    );
  }

  @ResolveField(() => ClusterType, { nullable: true, description: 'The cluster, where it is about one.' })
  cluster(@Parent() { subjectId, clocks }: MatterType): ClusterType | null {
    return clusterOf(this.readModel, subjectId, clocks);
  }

  @ResolveField(() => OfficeType, {
    nullable: true,
    description: 'The office whose turn it is; none where that is not determined.',
  })
  office(@Parent() { onDay, clocks }: MatterType): OfficeType | null {
    const { officeId } = onDay.standing;
    return optionalOffice(this.readModel, officeId, clocks);
  }

  @ResolveField(() => OfficeType, {
    nullable: true,
    description: 'The office whose turn it was by the source; none where it does not say.',
  })
  recordedOffice(@Parent() { onDay, clocks }: MatterType): OfficeType | null {
    const { officeId } = onDay.matter;
    return optionalOffice(this.readModel, officeId, clocks);
  }

  @ResolveField(() => [OfficeType], { description: 'Whose turn it may be, where that is not determined.' })
  candidates(@Parent() { onDay, clocks }: MatterType): OfficeType[] {
    return onDay.standing.candidates.map((id) => officeOf(this.readModel, id, clocks));
  }

  @ResolveField(() => [OfficeType], {
    description: 'The provincial chairmen who may decide who continues it; several have no common one.',
  })
  coordinators(@Parent() { onDay, clocks }: MatterType): OfficeType[] {
    return onDay.standing.coordinators.map((id) => officeOf(this.readModel, id, clocks));
  }

  @ResolveField(() => ActType, {
    nullable: true,
    description: 'The decree under which it was opened, and under which it ends.',
  })
  applicableAct(@Parent() { onDay, clocks }: MatterType): ActType | null {
    return actOf(this.readModel, onDay.matter.applicableActId, clocks.knownSeq);
  }

  @ResolveField(() => MatterDeadlineType, { nullable: true })
  deadline(@Parent() { onDay, clocks }: MatterType): MatterDeadlineType | null {
    const calendar = this.readModel.holidays.calendar(clocks.knownSeq);
    return deadlineOn(onDay.matter, clocks.validAt, calendar) ?? null;
  }

  @Decides('Records a matter in flight with what its source states.')
  recordMatter(
    @Args('input') input: RecordMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RecordMatterCommand, input, context);
  }

  @Decides('Records that the office took a matter over that its territory leads to.')
  takeOverMatter(
    @Args('input') input: TakeOverMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, TakeOverMatterCommand, input, context);
  }

  @Decides('Records which office the provincial chairman, for whom you act, gave a matter to.')
  coordinateMatter(
    @Args('input') input: CoordinateMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, CoordinateMatterCommand, input, context);
  }

  @Decides('Accepts a matter for the receiving office, for which you act.')
  acceptMatter(
    @Args('input') input: AcceptMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AcceptMatterCommand, input, context);
  }

  @Decides('Goes on with a matter of the office for which you act.')
  advanceMatter(
    @Args('input') input: AdvanceMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdvanceMatterCommand, input, context);
  }

  @Decides('Ends a matter of the office for which you act.')
  closeMatter(
    @Args('input') input: CloseMatterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, CloseMatterCommand, input, context);
  }
}

@Resolver(() => MatterPlaceType)
export class MatterPlaceResolver extends FieldsResolver {
  @ResolveField(() => [UnitType])
  units(@Parent() { unitIds, clocks }: MatterPlaceType): UnitType[] {
    return unitIds.flatMap((id) => {
      const unit = this.readModel.unit(id, clocks) ?? this.readModel.anyUnit(id, clocks.knownSeq);
      return unit === undefined ? [] : [unitNode(unit, clocks)];
    });
  }
}

@Resolver(() => MatterStepType)
export class MatterStepResolver extends FieldsResolver {
  @ResolveField(() => OfficeType, {
    description: 'The office that took it over, got it, accepted it, went on or ended it.',
  })
  office(@Parent() { officeId, clocks }: MatterStepType): OfficeType {
    return officeOf(this.readModel, officeId, clocks);
  }

  @ResolveField(() => OfficeType, { nullable: true, description: 'The chairman who decided.' })
  byOffice(@Parent() { byOfficeId, clocks }: MatterStepType): OfficeType | null {
    return optionalOffice(this.readModel, byOfficeId, clocks);
  }

  @ResolveField(() => ActType, { nullable: true })
  act(@Parent() { actId, clocks }: MatterStepType): ActType | null {
    return actOf(this.readModel, actId, clocks.knownSeq);
  }
}

/** A matter as a node, standing where it stands on the day. */
function matterNode(onDay: MatterOnDay, clocks: Clocks): MatterType {
  const { matter, standing } = onDay;
  const { from, to, basis, stage, step, explanation, outcome } = standing;
  const { knownSeq } = clocks;
  return {
    ...matter,
    id: matter.matterId,
    onDay,
    clocks,
    stage,
    step,
    explanation,
    since: from,
    ...(to === undefined ? {} : { until: to }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(basis === undefined ? {} : { basis: { ...basis, pending: false, knownSeq } }),
    atCutover: atCutover(matter),
    withoutAcceptance: WITHOUT_ACCEPTANCE.includes(stage),
    places: matter.places.map((place) => ({ ...place, clocks })),
    documents: matter.documents.map((document) => ({ ...document, knownSeq })),
    steps: stepsInOrder(matter).map((recorded) => stepNode(recorded, clocks)),
  };
}

const STEP_KINDS = {
  'matter.taken-over': 'TAKEN_OVER',
  'matter.coordinated': 'COORDINATED',
  'matter.accepted': 'ACCEPTED',
  'matter.advanced': 'ADVANCED',
  'matter.closed': 'CLOSED',
} as const satisfies Readonly<Record<MatterStep['type'], string>>;

function stepNode({ type, data }: MatterStep, clocks: Clocks): MatterStepType {
  return { ...data, kind: STEP_KINDS[type], clocks };
}
