import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AdvanceProjectCommand,
  AskPageQuery,
  AskQuery,
  READ_MODEL,
  RegisterProjectCommand,
  type Answered,
  type Clocks,
  type Page,
  type ProjectView,
  type ReadModel,
} from '#application';
import { inOrder, projectStatusOn } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  AdvanceProjectInputType,
  ProjectFilterInput,
  RegisterProjectInputType,
} from '../inputs/projects.input.js';
import { actNode, clusterNode } from '../nodes.js';
import { connection, pageRequest } from '../paging.js';
import { ActType } from '../types/act.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import { ProjectConnection, ProjectStepType, ProjectType } from '../types/project.js';
import { withoutNulls } from '../without-nulls.js';

/** Secondary projects: questions and decisions. */
@Resolver(() => ProjectType)
export class ProjectResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => ProjectType, { nullable: true })
  async project(
    @Args('id', { type: () => ID }) id: string,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
  ): Promise<ProjectType | null> {
    const { clocks, result }: Answered<ProjectView | undefined> = await this.queries.execute(
      new AskQuery(at, (readModel, { knownSeq }) => readModel.projects.project(id, knownSeq)),
    );
    return result === undefined ? null : projectNode(result, clocks);
  }

  @Query(() => ProjectConnection)
  async projects(
    @Args('filter', { type: () => ProjectFilterInput, nullable: true }) filter?: ProjectFilterInput,
    @Args('at', { type: () => AtInput, nullable: true }) at?: AtInput,
    @Args('first', { type: () => Int, nullable: true }) first?: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<ProjectType>> {
    const page = pageRequest(first, after);
    const wanted = withoutNulls(filter ?? {});
    const { clocks, result }: Answered<Page<ProjectView>> = await this.queries.execute(
      new AskPageQuery(at, page, (readModel, at, page) => readModel.projects.projects(wanted, at, page)),
    );
    return connection(result, clocks, page, (row) => projectNode(row, clocks));
  }

  @ResolveField(() => ClusterType, { nullable: true, description: 'The cluster it lies in.' })
  cluster(@Parent() { clusterId, clocks }: ProjectType): ClusterType | null {
    const cluster = clusterId === undefined ? undefined : this.readModel.cluster(clusterId, clocks.knownSeq);
    return cluster === undefined ? null : clusterNode(cluster, clocks);
  }

  @Decides('Registers a secondary project.')
  registerProject(
    @Args('input') input: RegisterProjectInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterProjectCommand, input, context);
  }

  @Decides('Records a step of a secondary project.')
  advanceProject(
    @Args('input') input: AdvanceProjectInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdvanceProjectCommand, input, context);
  }
}

@Resolver(() => ProjectStepType)
export class ProjectStepResolver {
  constructor(@Inject(READ_MODEL) private readonly readModel: ReadModel) {}

  @ResolveField(() => ActType, { nullable: true, description: 'The registered act that decided it.' })
  act(@Parent() { actId, knownSeq }: ProjectStepType): ActType | null {
    const act = actId === undefined ? undefined : this.readModel.act(actId, knownSeq);
    return act === undefined ? null : actNode(act, knownSeq);
  }
}

/** A project as a node, standing where it stands on the day. */
function projectNode(view: ProjectView, clocks: Clocks): ProjectType {
  const steps = inOrder(view.steps).map((step) => ({ ...step, knownSeq: clocks.knownSeq }));
  return { ...view, id: view.projectId, status: projectStatusOn(view, clocks.validAt), steps, clocks };
}
