import {
  actId,
  decideEndAct,
  decideExtendAct,
  decideRegisterAct,
  streamOf,
  type Decision,
  type DomainEvent,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { EndActCommand, ExtendActCommand, RegisterActCommand, type CommandOutcome } from '../commands.js';
import { decideAndAppend, type CommandPorts, type DecisionPlan } from '../execution.js';

/** Registers a legal act. */
@CommandHandler(RegisterActCommand)
export class RegisterActHandler implements ICommandHandler<RegisterActCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RegisterActCommand): Promise<CommandOutcome> {
    const id = actId(input.number, input.issuer, input.issuedOn);
    const plan = onAct(id, undefined, (register) => decideRegisterAct(input, register.acts));
    return decideAndAppend(plan, context, this.ports);
  }
}

/** Records that an act lapsed, was repealed, replaced or annulled. */
@CommandHandler(EndActCommand)
export class EndActHandler implements ICommandHandler<EndActCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: EndActCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...end } = input;
    const plan = onAct(input.actId, expectedRevision, (register) => decideEndAct(end, register.acts));
    return decideAndAppend(plan, context, this.ports);
  }
}

/** Records that an act stays in force longer. */
@CommandHandler(ExtendActCommand)
export class ExtendActHandler implements ICommandHandler<ExtendActCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: ExtendActCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...extension } = input;
    const plan = onAct(input.actId, expectedRevision, (register) =>
      decideExtendAct(extension, register.acts),
    );
    return decideAndAppend(plan, context, this.ports);
  }
}

function onAct(
  id: string,
  expectedRevision: number | undefined,
  decide: (register: RegisterView) => Decision<DomainEvent>,
): DecisionPlan {
  return {
    id,
    stream: streamOf.act(id),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    revision: (register) => register.actRevision(id),
    decide,
  };
}
