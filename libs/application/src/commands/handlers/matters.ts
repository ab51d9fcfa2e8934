import {
  decideAcceptMatter,
  decideAdvanceMatter,
  decideCloseMatter,
  decideCoordinateMatter,
  decideRecordMatter,
  decideTakeOverMatter,
  localDateAt,
  streamOf,
  type Decision,
  type DomainEvent,
  type Matter,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { isOperator } from '../operator.js';
import {
  AcceptMatterCommand,
  AdvanceMatterCommand,
  CloseMatterCommand,
  CoordinateMatterCommand,
  RecordMatterCommand,
  TakeOverMatterCommand,
} from '../matters.js';

/** Records a matter in flight. */
@CommandHandler(RecordMatterCommand)
export class RecordMatterHandler implements ICommandHandler<RecordMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RecordMatterCommand): Promise<CommandOutcome> {
    return decideOnMatter({ matterId: input.matterId }, context, this.ports, (_, register) =>
      decideRecordMatter(input, register),
    );
  }
}

/** Records that an office took a matter over by territory. */
@CommandHandler(TakeOverMatterCommand)
export class TakeOverMatterHandler implements ICommandHandler<TakeOverMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: TakeOverMatterCommand): Promise<CommandOutcome> {
    const { expectedRevision: _expected, ...step } = input;
    const { actor } = context;
    const today = localDateAt(this.ports.clock.now());
    const caller = { office: actor.office, operator: isOperator(actor), today };
    return decideOnMatter(input, context, this.ports, (matter, register) =>
      decideTakeOverMatter(step, matter, caller, register),
    );
  }
}

/** Records which office the provincial chairman gave a matter to. */
@CommandHandler(CoordinateMatterCommand)
export class CoordinateMatterHandler implements ICommandHandler<CoordinateMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: CoordinateMatterCommand): Promise<CommandOutcome> {
    const { expectedRevision: _expected, ...step } = input;
    return decideOnMatter(input, context, this.ports, (matter, register) =>
      decideCoordinateMatter(step, matter, context.actor.office, register),
    );
  }
}

/** Accepts a matter for the receiving office. */
@CommandHandler(AcceptMatterCommand)
export class AcceptMatterHandler implements ICommandHandler<AcceptMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AcceptMatterCommand): Promise<CommandOutcome> {
    const { expectedRevision: _expected, ...step } = input;
    return decideOnMatter(input, context, this.ports, (matter, register) =>
      decideAcceptMatter(step, matter, context.actor.office, register),
    );
  }
}

/** Goes on with a matter. */
@CommandHandler(AdvanceMatterCommand)
export class AdvanceMatterHandler implements ICommandHandler<AdvanceMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdvanceMatterCommand): Promise<CommandOutcome> {
    const { expectedRevision: _expected, ...step } = input;
    return decideOnMatter(input, context, this.ports, (matter, register) =>
      decideAdvanceMatter(step, matter, context.actor.office, register),
    );
  }
}

/** Ends a matter. */
@CommandHandler(CloseMatterCommand)
export class CloseMatterHandler implements ICommandHandler<CloseMatterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: CloseMatterCommand): Promise<CommandOutcome> {
    const { expectedRevision: _expected, ...step } = input;
    return decideOnMatter(input, context, this.ports, (matter, register) =>
      decideCloseMatter(step, matter, context.actor.office, register),
    );
  }
}

interface Target {
  readonly matterId: string;
  readonly expectedRevision?: number;
}

function decideOnMatter(
  { matterId, expectedRevision }: Target,
  context: CommandContext,
  ports: CommandPorts,
  decide: (matter: Matter | undefined, register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  const plan = {
    id: matterId,
    stream: streamOf.matter(matterId),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    state: (knownSeq: number) => ports.readModel.matters.matter(matterId, knownSeq),
  };
  return decideOnAggregate(plan, context, ports, decide);
}
