import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  ApproveHandoverDecisionCommand,
  DeclineHandoverDecisionCommand,
  ProposeHandoverDecisionCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { executeCommand } from '../execute-command.js';
import {
  ResolveDiscrepancyInputType,
  MakeHandoverTemporaryInputType,
  CorrectHandoverInputType,
  CancelHandoverInputType,
  ApproveHandoverDecisionInputType,
  DeclineHandoverDecisionInputType,
} from '../inputs/handover-decisions.input.js';
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const ResolveDiscrepancy = outcomeOf('ResolveDiscrepancy');
const MakeHandoverTemporary = outcomeOf('MakeHandoverTemporary');
const CorrectHandover = outcomeOf('CorrectHandover');
const CancelHandover = outcomeOf('CancelHandover');
const ApproveHandoverDecision = outcomeOf('ApproveHandoverDecision');
const DeclineHandoverDecision = outcomeOf('DeclineHandoverDecision');

/** Decisions on a handover, proposed by one and approved by another. */
@Resolver()
@UsePipes(inputValidation)
export class HandoverDecisionMutations {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => ResolveDiscrepancy.union as never, {
    description: 'Proposes that a discrepancy is resolved; somebody else has to approve it.',
  })
  resolveDiscrepancy(
    @Args('input', { type: () => ResolveDiscrepancyInputType }) input: ResolveDiscrepancyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ProposeHandoverDecisionCommand({ ...given, decision: 'RESOLVE_DISCREPANCY' }, by),
    );
  }

  @Mutation(() => MakeHandoverTemporary.union as never, {
    description: 'Proposes to hand over for a limited time (Mẫu 01A); somebody else has to approve it.',
  })
  makeHandoverTemporary(
    @Args('input', { type: () => MakeHandoverTemporaryInputType }) input: MakeHandoverTemporaryInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ProposeHandoverDecisionCommand({ ...given, decision: 'MAKE_TEMPORARY' }, by),
    );
  }

  @Mutation(() => CorrectHandover.union as never, {
    description: 'Proposes to correct what was recorded; somebody else has to approve it.',
  })
  correctHandover(
    @Args('input', { type: () => CorrectHandoverInputType }) input: CorrectHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ProposeHandoverDecisionCommand({ ...given, decision: 'CORRECT' }, by),
    );
  }

  @Mutation(() => CancelHandover.union as never, {
    description:
      'Cancels a handover that nobody signed; after a signature proposes it, and somebody else has to approve it.',
  })
  cancelHandover(
    @Args('input', { type: () => CancelHandoverInputType }) input: CancelHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ProposeHandoverDecisionCommand({ ...given, decision: 'CANCEL' }, by),
    );
  }

  @Mutation(() => ApproveHandoverDecision.union as never, {
    description: 'Approves what somebody else proposed; for the deciding office only.',
  })
  approveHandoverDecision(
    @Args('input', { type: () => ApproveHandoverDecisionInputType }) input: ApproveHandoverDecisionInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ApproveHandoverDecisionCommand(given, by),
    );
  }

  @Mutation(() => DeclineHandoverDecision.union as never, {
    description: 'Declines a proposal, which then has no effect.',
  })
  declineHandoverDecision(
    @Args('input', { type: () => DeclineHandoverDecisionInputType }) input: DeclineHandoverDecisionInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new DeclineHandoverDecisionCommand(given, by),
    );
  }
}
