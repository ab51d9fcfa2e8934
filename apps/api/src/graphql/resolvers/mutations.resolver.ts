import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  CorrectReassignmentCommand,
  EndActCommand,
  ExtendActCommand,
  NameLeadCommand,
  PlaceClusterCommand,
  ReassignCommand,
  RegisterActCommand,
  RegisterClusterCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { EndActInputType, ExtendActInputType, RegisterActInputType } from '../inputs/acts.input.js';
import { PlaceClusterInputType, RegisterClusterInputType } from '../inputs/clusters.input.js';
import {
  CorrectReassignmentInputType,
  NameLeadInputType,
  ReassignInputType,
} from '../inputs/responsibilities.input.js';
import { DecisionsResolver } from './bases.js';

/** Decisions: each answers what it wrote, or why it wrote nothing. */
@Resolver()
export class MutationsResolver extends DecisionsResolver {
  @Decides('Registers a legal act.')
  registerAct(
    @Args('input') input: RegisterActInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterActCommand, input, context);
  }

  @Decides(
    'Records that an act lapsed or was repealed, replaced or annulled; every answer that rests on it changes from now on in record time.',
  )
  endAct(@Args('input') input: EndActInputType, @Context() context: RequestContext): Promise<object> {
    return executeCommand(this.commands, EndActCommand, input, context);
  }

  @Decides('Records that an act stays in force longer than was known.')
  extendAct(@Args('input') input: ExtendActInputType, @Context() context: RequestContext): Promise<object> {
    return executeCommand(this.commands, ExtendActCommand, input, context);
  }

  @Decides('Registers a cluster; with a start in the past it goes through every transition since.')
  registerCluster(
    @Args('input') input: RegisterClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterClusterCommand, input, context);
  }

  @Decides('Places a cluster in communes on stated evidence, which settles what its place left open.')
  placeCluster(
    @Args('input') input: PlaceClusterInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, PlaceClusterCommand, input, context);
  }

  @Decides('Names the lead among the offices that hold duties jointly.')
  nameLead(@Args('input') input: NameLeadInputType, @Context() context: RequestContext): Promise<object> {
    return executeCommand(this.commands, NameLeadCommand, input, context);
  }

  @Decides('Gives a duty to other offices by decision.')
  reassign(@Args('input') input: ReassignInputType, @Context() context: RequestContext): Promise<object> {
    return executeCommand(this.commands, ReassignCommand, input, context);
  }

  @Decides('Puts a wrong assignment right, with effect in the past; the old answer stays at the old knownAt.')
  correctReassignment(
    @Args('input') input: CorrectReassignmentInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, CorrectReassignmentCommand, input, context);
  }
}
