import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
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
import { executeCommand } from '../execute-command.js';
import { EndActInputType, ExtendActInputType, RegisterActInputType } from '../inputs/acts.input.js';
import { PlaceClusterInputType, RegisterClusterInputType } from '../inputs/clusters.input.js';
import {
  CorrectReassignmentInputType,
  NameLeadInputType,
  ReassignInputType,
} from '../inputs/responsibilities.input.js';
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const RegisterAct = outcomeOf('RegisterAct');
const EndAct = outcomeOf('EndAct');
const ExtendAct = outcomeOf('ExtendAct');
const RegisterCluster = outcomeOf('RegisterCluster');
const PlaceCluster = outcomeOf('PlaceCluster');
const NameLead = outcomeOf('NameLead');
const Reassign = outcomeOf('Reassign');
const CorrectReassignment = outcomeOf('CorrectReassignment');

type Outcome = Promise<object>;

/** Decisions: each answers what it wrote, or why it wrote nothing. */
@Resolver()
@UsePipes(inputValidation)
export class MutationsResolver {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => RegisterAct.union as never, { description: 'Registers a legal act.' })
  registerAct(
    @Args('input', { type: () => RegisterActInputType }) input: RegisterActInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new RegisterActCommand(given, by));
  }

  @Mutation(() => EndAct.union as never, {
    description:
      'Records that an act lapsed or was repealed, replaced or annulled; every answer that rests on it changes from now on in record time.',
  })
  endAct(
    @Args('input', { type: () => EndActInputType }) input: EndActInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new EndActCommand(given, by));
  }

  @Mutation(() => ExtendAct.union as never, {
    description: 'Records that an act stays in force longer than was known.',
  })
  extendAct(
    @Args('input', { type: () => ExtendActInputType }) input: ExtendActInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new ExtendActCommand(given, by));
  }

  @Mutation(() => RegisterCluster.union as never, {
    description: 'Registers a cluster; with a start in the past it goes through every transition since.',
  })
  registerCluster(
    @Args('input', { type: () => RegisterClusterInputType }) input: RegisterClusterInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new RegisterClusterCommand(given, by),
    );
  }

  @Mutation(() => PlaceCluster.union as never, {
    description: 'Places a cluster in communes on stated evidence, which settles what its place left open.',
  })
  placeCluster(
    @Args('input', { type: () => PlaceClusterInputType }) input: PlaceClusterInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new PlaceClusterCommand(given, by));
  }

  @Mutation(() => NameLead.union as never, {
    description: 'Names the lead among the offices that hold duties jointly.',
  })
  nameLead(
    @Args('input', { type: () => NameLeadInputType }) input: NameLeadInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new NameLeadCommand(given, by));
  }

  @Mutation(() => Reassign.union as never, { description: 'Gives a duty to other offices by decision.' })
  reassign(
    @Args('input', { type: () => ReassignInputType }) input: ReassignInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(this.commands, input, context, (given, by) => new ReassignCommand(given, by));
  }

  @Mutation(() => CorrectReassignment.union as never, {
    description:
      'Puts a wrong assignment right, with effect in the past; the old answer stays at the old knownAt.',
  })
  correctReassignment(
    @Args('input', { type: () => CorrectReassignmentInputType }) input: CorrectReassignmentInputType,
    @Context() context: RequestContext,
  ): Outcome {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new CorrectReassignmentCommand(given, by),
    );
  }
}
