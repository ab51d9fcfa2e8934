import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  AdjustClusterCommand,
  AdvanceClusterCommand,
  RecordPhasesCommand,
  RecordSharesCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  AdjustClusterInputType,
  AdvanceClusterInputType,
  RecordPhasesInputType,
  RecordSharesInputType,
} from '../inputs/cluster-life.input.js';
import { DecisionsResolver } from './bases.js';

/** Decisions on what a cluster is; none of them moves a responsibility, but shares may settle who leads. */
@Resolver()
export class ClusterLifeMutations extends DecisionsResolver {
  @Decides('Records a step of a cluster’s life, also one that lies in the past or corrects another.')
  advanceCluster(
    @Args('input') input: AdvanceClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdvanceClusterCommand, input, context);
  }

  @Decides('Adjusts what the establishing decision says; it moves neither the cluster nor its investor.')
  adjustCluster(
    @Args('input') input: AdjustClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdjustClusterCommand, input, context);
  }

  @Decides('Records the phases of a cluster, with area and schedule.')
  recordPhases(
    @Args('input') input: RecordPhasesInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RecordPhasesCommand, input, context);
  }

  @Decides(
    'Records how many hectares of a cluster lie in each unit; where a rule names the lead by them, it settles who leads.',
  )
  recordShares(
    @Args('input') input: RecordSharesInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RecordSharesCommand, input, context);
  }
}
