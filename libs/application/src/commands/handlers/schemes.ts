import {
  decideAdvanceScheme,
  decideChangeSchemeParty,
  decideRegisterScheme,
  streamOf,
  type Decision,
  type DomainEvent,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { carrySchemes } from '../../transition/carry-schemes.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { AdvanceSchemeCommand, ChangeSchemePartyCommand, RegisterSchemeCommand } from '../schemes.js';

/** Registers a scheme and carries it through the mergers of its executing unit since its start. */
@CommandHandler(RegisterSchemeCommand)
export class RegisterSchemeHandler implements ICommandHandler<RegisterSchemeCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RegisterSchemeCommand): Promise<CommandOutcome> {
    return decideOnScheme(input.schemeId, undefined, context, this.ports, (register) =>
      decideRegisterScheme(input, register),
    );
  }
}

/** Records a step of a scheme. */
@CommandHandler(AdvanceSchemeCommand)
export class AdvanceSchemeHandler implements ICommandHandler<AdvanceSchemeCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdvanceSchemeCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...step } = input;
    return decideOnScheme(step.schemeId, expectedRevision, context, this.ports, (register) =>
      decideAdvanceScheme(step, register),
    );
  }
}

/** Gives one role of a scheme to another party. */
@CommandHandler(ChangeSchemePartyCommand)
export class ChangeSchemePartyHandler implements ICommandHandler<ChangeSchemePartyCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: ChangeSchemePartyCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...change } = input;
    return decideOnScheme(change.schemeId, expectedRevision, context, this.ports, (register) =>
      decideChangeSchemeParty(change, register),
    );
  }
}

/** What is learnt of a scheme may be about days before its executing unit merged: then that is carried out too. */
async function decideOnScheme(
  id: string,
  expectedRevision: number | undefined,
  context: CommandContext,
  ports: CommandPorts,
  decide: (register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  const plan = {
    id,
    stream: streamOf.scheme(id),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    state: (knownSeq: number) => ports.readModel.schemes.scheme(id, knownSeq),
  };
  const outcome = await decideOnAggregate(plan, context, ports, (_, register) => decide(register));
  if (!outcome.ok) return outcome;
  const { last, eventIds } = await carrySchemes([id], context, ports);
  return { ...outcome, ...last, eventIds: [...outcome.eventIds, ...eventIds] };
}
