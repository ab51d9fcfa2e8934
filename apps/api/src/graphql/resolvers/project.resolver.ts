import { Inject } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { Args, Context, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import {
  AdvanceProjectCommand,
  overKnown,
  READ_MODEL,
  RegisterProjectCommand,
  type Clocks,
  type ProjectView,
  type ReadModel,
} from '#application';
import { inOrder, projectStatusOn } from '#domain';
import type { RequestContext } from '../../http/context.js';
import { askFor, askForPage, AtArg, IdArg, ListArgs } from '../asking.js';
import { AtInput } from '../at.input.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  AdvanceProjectInputType,
  ProjectFilterInput,
  RegisterProjectInputType,
} from '../inputs/projects.input.js';
import { clusterOf } from '../lookups.js';
import { ClusterType } from '../types/cluster.js';
import type { Connection } from '../types/connection.js';
import { ProjectConnection, ProjectStepType, ProjectType } from '../types/project.js';
import { withoutNulls } from '../without-nulls.js';
import { withAct } from './with-act.js';

/** Secondary projects: questions and decisions. */
@Resolver(() => ProjectType)
export class ProjectResolver {
  constructor(
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(CommandBus) private readonly commands: CommandBus,
    @Inject(READ_MODEL) private readonly readModel: ReadModel,
  ) {}

  @Query(() => ProjectType, { nullable: true })
  project(@IdArg() id: string, @AtArg() at?: AtInput): Promise<ProjectType | null> {
    return askFor(
      this.queries,
      at,
      (readModel, { knownSeq }) => readModel.projects.project(id, knownSeq),
      projectNode,
    );
  }

  @Query(() => ProjectConnection)
  projects(
    @Args() asked: ListArgs,
    @Args('filter', { nullable: true }) filter?: ProjectFilterInput,
  ): Promise<Connection<ProjectType>> {
    const wanted = withoutNulls(filter ?? {});
    return askForPage(
      this.queries,
      asked,
      overKnown(wanted, (readModel, at, page) => readModel.projects.projects(wanted, at, page)),
      projectNode,
    );
  }

  @ResolveField(() => ClusterType, { nullable: true, description: 'The cluster it lies in.' })
  cluster(@Parent() { clusterId, clocks }: ProjectType): ClusterType | null {
    return clusterOf(this.readModel, clusterId, clocks);
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
export class ProjectStepResolver extends withAct(ProjectStepType, 'The registered act that decided it.') {}

/** A project as a node, standing where it stands on the day. */
function projectNode(view: ProjectView, clocks: Clocks): ProjectType {
  const steps = inOrder(view.steps).map((step) => ({ ...step, knownSeq: clocks.knownSeq }));
  return { ...view, id: view.projectId, status: projectStatusOn(view, clocks.validAt), steps, clocks };
}
