import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  AdvanceSchemeCommand,
  ChangeSchemePartyCommand,
  RearrangeCentreCommand,
  RegisterOrganisationCommand,
  RegisterSchemeCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { executeCommand } from '../execute-command.js';
import { RearrangeCentreInputType, RegisterOrganisationInputType } from '../inputs/organisations.input.js';
import {
  AdvanceSchemeInputType,
  ChangeSchemePartyInputType,
  RegisterSchemeInputType,
} from '../inputs/schemes.input.js';
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const RegisterScheme = outcomeOf('RegisterScheme');
const AdvanceScheme = outcomeOf('AdvanceScheme');
const ChangeSchemeParty = outcomeOf('ChangeSchemeParty');
const RegisterOrganisation = outcomeOf('RegisterOrganisation');
const RearrangeCentre = outcomeOf('RearrangeCentre');

/** Decisions on industrial-promotion schemes and on the organisations that execute them. */
@Resolver()
@UsePipes(inputValidation)
export class SchemeMutations {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => RegisterScheme.union as never, {
    description: 'Registers a scheme; the mergers of its executing unit since its start are carried out.',
  })
  registerScheme(
    @Args('input', { type: () => RegisterSchemeInputType }) input: RegisterSchemeInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new RegisterSchemeCommand(given, by));
  }

  @Mutation(() => AdvanceScheme.union as never, {
    description: 'Records a step of a scheme, or puts one right.',
  })
  advanceScheme(
    @Args('input', { type: () => AdvanceSchemeInputType }) input: AdvanceSchemeInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new AdvanceSchemeCommand(given, by));
  }

  @Mutation(() => ChangeSchemeParty.union as never, {
    description: 'Gives one role of a scheme to another party; nothing else of it changes.',
  })
  changeSchemeParty(
    @Args('input', { type: () => ChangeSchemePartyInputType }) input: ChangeSchemePartyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ChangeSchemePartyCommand(given, by),
    );
  }

  @Mutation(() => RegisterOrganisation.union as never, { description: 'Registers an organisation.' })
  registerOrganisation(
    @Args('input', { type: () => RegisterOrganisationInputType }) input: RegisterOrganisationInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new RegisterOrganisationCommand(given, by),
    );
  }

  @Mutation(() => RearrangeCentre.union as never, {
    description:
      'Forms an organisation out of others and takes their schemes in progress along; a second run writes nothing.',
  })
  rearrangeCentre(
    @Args('input', { type: () => RearrangeCentreInputType }) input: RearrangeCentreInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new RearrangeCentreCommand(given, by),
    );
  }
}
