import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  ApproveHandoverDecisionCommand,
  DeclineHandoverDecisionCommand,
  ProposeHandoverDecisionCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import {
  ResolveDiscrepancyInputType,
  MakeHandoverTemporaryInputType,
  CorrectHandoverInputType,
  CancelHandoverInputType,
  ApproveHandoverDecisionInputType,
  DeclineHandoverDecisionInputType,
} from '../inputs/handover-decisions.input.js';
import { DecisionsResolver } from './bases.js';

type Proposed = ConstructorParameters<typeof ProposeHandoverDecisionCommand>[0];

/** Decisions on a handover, proposed by one and approved by another. */
@Resolver()
export class HandoverDecisionMutations extends DecisionsResolver {
  @Decides('Proposes that a discrepancy is resolved; somebody else has to approve it.')
  resolveDiscrepancy(
    @Args('input') input: ResolveDiscrepancyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return this.#propose({ ...input, decision: 'RESOLVE_DISCREPANCY' }, context);
  }

  @Decides('Proposes to hand over for a limited time (Mẫu 01A); somebody else has to approve it.')
  makeHandoverTemporary(
    @Args('input') input: MakeHandoverTemporaryInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return this.#propose({ ...input, decision: 'MAKE_TEMPORARY' }, context);
  }

  @Decides('Proposes to correct what was recorded; somebody else has to approve it.')
  correctHandover(
    @Args('input') input: CorrectHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return this.#propose({ ...input, decision: 'CORRECT' }, context);
  }

  @Decides(
    'Cancels a handover that nobody signed; after a signature proposes it, and somebody else has to approve it.',
  )
  cancelHandover(
    @Args('input') input: CancelHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return this.#propose({ ...input, decision: 'CANCEL' }, context);
  }

  @Decides('Approves what somebody else proposed; for the deciding office only.')
  approveHandoverDecision(
    @Args('input') input: ApproveHandoverDecisionInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, ApproveHandoverDecisionCommand, input, context);
  }

  @Decides('Declines a proposal, which then has no effect.')
  declineHandoverDecision(
    @Args('input') input: DeclineHandoverDecisionInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, DeclineHandoverDecisionCommand, input, context);
  }

  #propose(input: Proposed & { readonly commandId?: string }, context: RequestContext): Promise<object> {
    return executeCommand(this.commands, ProposeHandoverDecisionCommand, input, context);
  }
}
