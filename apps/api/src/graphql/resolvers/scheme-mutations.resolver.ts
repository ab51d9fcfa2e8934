import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  AdvanceSchemeCommand,
  ChangeSchemePartyCommand,
  RearrangeCentreCommand,
  RegisterOrganisationCommand,
  RegisterSchemeCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { RearrangeCentreInputType, RegisterOrganisationInputType } from '../inputs/organisations.input.js';
import {
  AdvanceSchemeInputType,
  ChangeSchemePartyInputType,
  RegisterSchemeInputType,
} from '../inputs/schemes.input.js';
import { DecisionsResolver } from './bases.js';

/** Decisions on industrial-promotion schemes and on the organisations that execute them. */
@Resolver()
export class SchemeMutations extends DecisionsResolver {
  @Decides('Registers a scheme; the mergers of its executing unit since its start are carried out.')
  registerScheme(
    @Args('input') input: RegisterSchemeInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterSchemeCommand, input, context);
  }

  @Decides('Records a step of a scheme, or puts one right.')
  advanceScheme(
    @Args('input') input: AdvanceSchemeInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AdvanceSchemeCommand, input, context);
  }

  @Decides('Gives one role of a scheme to another party; nothing else of it changes.')
  changeSchemeParty(
    @Args('input') input: ChangeSchemePartyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, ChangeSchemePartyCommand, input, context);
  }

  @Decides('Registers an organisation.')
  registerOrganisation(
    @Args('input') input: RegisterOrganisationInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RegisterOrganisationCommand, input, context);
  }

  @Decides(
    'Forms an organisation out of others and takes their schemes in progress along; a second run writes nothing.',
  )
  rearrangeCentre(
    @Args('input') input: RearrangeCentreInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, RearrangeCentreCommand, input, context);
  }
}
