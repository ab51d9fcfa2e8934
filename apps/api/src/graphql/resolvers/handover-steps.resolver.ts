import { Args, Context, Resolver } from '@nestjs/graphql';
import {
  AcceptHandoverCommand,
  AddHandoverAttachmentCommand,
  DraftHandoverCommand,
  InventoryHandoverCommand,
  OpenDiscrepancyCommand,
  ScheduleHandoverCommand,
  SignHandoverCommand,
} from '#application';
import type { RequestContext } from '../../http/context.js';
import { Decides } from '../decides.js';
import { executeCommand } from '../execute-command.js';
import { DraftHandoverInputType } from '../inputs/handover-draft.input.js';
import {
  InventoryHandoverInputType,
  ScheduleHandoverInputType,
  SignHandoverInputType,
  AcceptHandoverInputType,
  OpenDiscrepancyInputType,
  AddHandoverAttachmentInputType,
} from '../inputs/handovers.input.js';
import { DecisionsResolver } from './bases.js';

/** Steps of a handover: each answers what it wrote, or why it wrote nothing. */
@Resolver()
export class HandoverStepMutations extends DecisionsResolver {
  @Decides('Drafts a handover; it moves no duty.')
  draftHandover(
    @Args('input') input: DraftHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, DraftHandoverCommand, input, context);
  }

  @Decides('Records the checked list; who draws it up neither signs nor accepts it.')
  inventoryHandover(
    @Args('input') input: InventoryHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, InventoryHandoverCommand, input, context);
  }

  @Decides('Sets day and place for the signing of the minutes.')
  scheduleHandover(
    @Args('input') input: ScheduleHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, ScheduleHandoverCommand, input, context);
  }

  @Decides('Signs the minutes for the office that the caller acts for.')
  signHandover(
    @Args('input') input: SignHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, SignHandoverCommand, input, context);
  }

  @Decides('Accepts what was handed over, with or without a reservation; for the receiver only.')
  acceptHandover(
    @Args('input') input: AcceptHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AcceptHandoverCommand, input, context);
  }

  @Decides('Records that list and reality differ, or that a party refuses to sign or accept.')
  openDiscrepancy(
    @Args('input') input: OpenDiscrepancyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, OpenDiscrepancyCommand, input, context);
  }

  @Decides('Records a document by its hash, size and type.')
  addHandoverAttachment(
    @Args('input') input: AddHandoverAttachmentInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, AddHandoverAttachmentCommand, input, context);
  }
}
