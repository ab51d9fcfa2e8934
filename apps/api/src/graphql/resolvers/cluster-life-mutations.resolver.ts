import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AdjustClusterCommand,
  AdvanceClusterCommand,
  RecordPhasesCommand,
  RecordSharesCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { executeCommand } from '../execute-command.js';
import {
  AdjustClusterInputType,
  AdvanceClusterInputType,
  RecordPhasesInputType,
  RecordSharesInputType,
} from '../inputs/cluster-life.input.js';
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const AdvanceCluster = outcomeOf('AdvanceCluster');
const AdjustCluster = outcomeOf('AdjustCluster');
const RecordPhases = outcomeOf('RecordPhases');
const RecordShares = outcomeOf('RecordShares');

/** Decisions on what a cluster is; none of them moves a responsibility. */
@Resolver()
@UsePipes(inputValidation)
export class ClusterLifeMutations {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => AdvanceCluster.union as never, {
    description: 'Records a step of a cluster’s life, also one that lies in the past or corrects another.',
  })
  advanceCluster(
    @Args('input', { type: () => AdvanceClusterInputType }) input: AdvanceClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new AdvanceClusterCommand(given, by));
  }

  @Mutation(() => AdjustCluster.union as never, {
    description:
      'Adjusts what the establishing decision says; it moves neither the cluster nor its investor.',
  })
  adjustCluster(
    @Args('input', { type: () => AdjustClusterInputType }) input: AdjustClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new AdjustClusterCommand(given, by));
  }

  @Mutation(() => RecordPhases.union as never, {
    description: 'Records the phases of a cluster, with area and schedule.',
  })
  recordPhases(
    @Args('input', { type: () => RecordPhasesInputType }) input: RecordPhasesInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new RecordPhasesCommand(given, by));
  }

  @Mutation(() => RecordShares.union as never, {
    description: 'Records how many hectares of a cluster lie in each unit; it names no lead.',
  })
  recordShares(
    @Args('input', { type: () => RecordSharesInputType }) input: RecordSharesInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new RecordSharesCommand(given, by));
  }
}
