import {
  decideAcceptHandover,
  decideAddHandoverAttachment,
  decideApproveHandoverDecision,
  decideDeclineHandoverDecision,
  decideDraftHandover,
  decideInventoryHandover,
  decideOpenDiscrepancy,
  decideProposeHandoverDecision,
  decideScheduleHandover,
  decideSignHandover,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import type { CommandPorts } from '../execution.js';
import { decideOnHandover } from '../handover-decision.js';
import {
  AcceptHandoverCommand,
  AddHandoverAttachmentCommand,
  ApproveHandoverDecisionCommand,
  DeclineHandoverDecisionCommand,
  DraftHandoverCommand,
  InventoryHandoverCommand,
  OpenDiscrepancyCommand,
  ProposeHandoverDecisionCommand,
  ScheduleHandoverCommand,
  SignHandoverCommand,
} from '../handovers.js';

/** What the handlers of handovers share. */
abstract class HandoverHandler {
  constructor(@Inject(COMMAND_PORTS) protected readonly ports: CommandPorts) {}
}

@CommandHandler(DraftHandoverCommand)
export class DraftHandoverHandler extends HandoverHandler implements ICommandHandler<DraftHandoverCommand> {
  execute(command: DraftHandoverCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ draftedOn, ...input }, { record, sight, caller }) =>
      decideDraftHandover({ ...input, draftedOn: draftedOn ?? caller.today }, record, sight, caller),
    );
  }
}

@CommandHandler(InventoryHandoverCommand)
export class InventoryHandoverHandler
  extends HandoverHandler
  implements ICommandHandler<InventoryHandoverCommand>
{
  execute(command: InventoryHandoverCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ inventoriedOn, ...input }, { record, sight, caller }) =>
      decideInventoryHandover(
        { ...input, inventoriedOn: inventoriedOn ?? caller.today },
        record,
        sight,
        caller,
      ),
    );
  }
}

@CommandHandler(ScheduleHandoverCommand)
export class ScheduleHandoverHandler
  extends HandoverHandler
  implements ICommandHandler<ScheduleHandoverCommand>
{
  execute(command: ScheduleHandoverCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ agreedOn, ...input }, { record, sight, caller }) =>
      decideScheduleHandover({ ...input, agreedOn: agreedOn ?? caller.today }, record, sight, caller),
    );
  }
}

@CommandHandler(SignHandoverCommand)
export class SignHandoverHandler extends HandoverHandler implements ICommandHandler<SignHandoverCommand> {
  execute(command: SignHandoverCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ signedOn, ...input }, { record, sight, caller }) =>
      decideSignHandover({ ...input, signedOn: signedOn ?? caller.today }, record, sight, caller),
    );
  }
}

@CommandHandler(AcceptHandoverCommand)
export class AcceptHandoverHandler extends HandoverHandler implements ICommandHandler<AcceptHandoverCommand> {
  execute(command: AcceptHandoverCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ acceptedOn, ...input }, { record, caller }) =>
      decideAcceptHandover({ ...input, acceptedOn: acceptedOn ?? caller.today }, record, caller),
    );
  }
}

@CommandHandler(OpenDiscrepancyCommand)
export class OpenDiscrepancyHandler
  extends HandoverHandler
  implements ICommandHandler<OpenDiscrepancyCommand>
{
  execute(command: OpenDiscrepancyCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ openedOn, ...input }, { record, caller }) =>
      decideOpenDiscrepancy({ ...input, openedOn: openedOn ?? caller.today }, record, caller),
    );
  }
}

@CommandHandler(ProposeHandoverDecisionCommand)
export class ProposeHandoverDecisionHandler
  extends HandoverHandler
  implements ICommandHandler<ProposeHandoverDecisionCommand>
{
  execute(command: ProposeHandoverDecisionCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ proposedOn, ...input }, { record, sight, caller }) =>
      decideProposeHandoverDecision(
        { ...input, proposedOn: proposedOn ?? caller.today },
        record,
        sight,
        caller,
      ),
    );
  }
}

@CommandHandler(ApproveHandoverDecisionCommand)
export class ApproveHandoverDecisionHandler
  extends HandoverHandler
  implements ICommandHandler<ApproveHandoverDecisionCommand>
{
  execute(command: ApproveHandoverDecisionCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ decidedOn, ...input }, { record, sight, caller }) =>
      decideApproveHandoverDecision(
        { ...input, decidedOn: decidedOn ?? caller.today },
        record,
        sight,
        caller,
      ),
    );
  }
}

@CommandHandler(DeclineHandoverDecisionCommand)
export class DeclineHandoverDecisionHandler
  extends HandoverHandler
  implements ICommandHandler<DeclineHandoverDecisionCommand>
{
  execute(command: DeclineHandoverDecisionCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ decidedOn, ...input }, { record, caller }) =>
      decideDeclineHandoverDecision({ ...input, decidedOn: decidedOn ?? caller.today }, record, caller),
    );
  }
}

@CommandHandler(AddHandoverAttachmentCommand)
export class AddHandoverAttachmentHandler
  extends HandoverHandler
  implements ICommandHandler<AddHandoverAttachmentCommand>
{
  execute(command: AddHandoverAttachmentCommand): Promise<CommandOutcome> {
    return decideOnHandover(command, this.ports, ({ addedOn, ...input }, { record, sight, caller }) =>
      decideAddHandoverAttachment({ ...input, addedOn: addedOn ?? caller.today }, record, sight, caller),
    );
  }
}

/** Every handler of handovers, for the composition root. */
export const HANDOVER_HANDLERS = [
  DraftHandoverHandler,
  InventoryHandoverHandler,
  ScheduleHandoverHandler,
  SignHandoverHandler,
  AcceptHandoverHandler,
  OpenDiscrepancyHandler,
  ProposeHandoverDecisionHandler,
  ApproveHandoverDecisionHandler,
  DeclineHandoverDecisionHandler,
  AddHandoverAttachmentHandler,
];
