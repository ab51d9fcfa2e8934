import { Inject, UsePipes } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
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
import { inputValidation } from '../inputs/validation.js';
import { outcomeOf } from '../types/outcome.js';

const DraftHandover = outcomeOf('DraftHandover');
const InventoryHandover = outcomeOf('InventoryHandover');
const ScheduleHandover = outcomeOf('ScheduleHandover');
const SignHandover = outcomeOf('SignHandover');
const AcceptHandover = outcomeOf('AcceptHandover');
const OpenDiscrepancy = outcomeOf('OpenDiscrepancy');
const AddHandoverAttachment = outcomeOf('AddHandoverAttachment');

/** Steps of a handover: each answers what it wrote, or why it wrote nothing. */
@Resolver()
@UsePipes(inputValidation)
export class HandoverStepMutations {
  constructor(@Inject(CommandBus) private readonly commands: CommandBus) {}

  @Mutation(() => DraftHandover.union as never, { description: 'Drafts a handover; it moves no duty.' })
  draftHandover(
    @Args('input', { type: () => DraftHandoverInputType }) input: DraftHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new DraftHandoverCommand(given, by));
  }

  @Mutation(() => InventoryHandover.union as never, {
    description: 'Records the checked list; who draws it up neither signs nor accepts it.',
  })
  inventoryHandover(
    @Args('input', { type: () => InventoryHandoverInputType }) input: InventoryHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new InventoryHandoverCommand(given, by),
    );
  }

  @Mutation(() => ScheduleHandover.union as never, {
    description: 'Sets day and place for the signing of the minutes.',
  })
  scheduleHandover(
    @Args('input', { type: () => ScheduleHandoverInputType }) input: ScheduleHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new ScheduleHandoverCommand(given, by),
    );
  }

  @Mutation(() => SignHandover.union as never, {
    description: 'Signs the minutes for the office that the caller acts for.',
  })
  signHandover(
    @Args('input', { type: () => SignHandoverInputType }) input: SignHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new SignHandoverCommand(given, by));
  }

  @Mutation(() => AcceptHandover.union as never, {
    description: 'Accepts what was handed over, with or without a reservation; for the receiver only.',
  })
  acceptHandover(
    @Args('input', { type: () => AcceptHandoverInputType }) input: AcceptHandoverInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(this.commands, input, context, (given, by) => new AcceptHandoverCommand(given, by));
  }

  @Mutation(() => OpenDiscrepancy.union as never, {
    description: 'Records that list and reality differ, or that a party refuses to sign or accept.',
  })
  openDiscrepancy(
    @Args('input', { type: () => OpenDiscrepancyInputType }) input: OpenDiscrepancyInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new OpenDiscrepancyCommand(given, by),
    );
  }

  @Mutation(() => AddHandoverAttachment.union as never, {
    description: 'Records a document by its hash, size and type.',
  })
  addHandoverAttachment(
    @Args('input', { type: () => AddHandoverAttachmentInputType }) input: AddHandoverAttachmentInputType,
    @Context() context: RequestContext,
  ): Promise<object> {
    return executeCommand(
      this.commands,
      input,
      context,
      (given, by) => new AddHandoverAttachmentCommand(given, by),
    );
  }
}
