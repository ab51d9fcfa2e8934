import { BanGiaoError, decideRearrangeCentre, decideRegisterOrganisation, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { carrySchemes } from '../../transition/carry-schemes.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideOnAggregate, freshRegister, type CommandPorts } from '../execution.js';
import {
  RearrangeCentreCommand,
  RegisterOrganisationCommand,
  type RearrangeCentreInput,
} from '../organisations.js';

/** Registers an organisation. */
@CommandHandler(RegisterOrganisationCommand)
export class RegisterOrganisationHandler implements ICommandHandler<
  RegisterOrganisationCommand,
  CommandOutcome
> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RegisterOrganisationCommand): Promise<CommandOutcome> {
    const id = input.organisationId;
    const plan = { id, stream: streamOf.organisation(id), state: stateOf(id, this.ports) };
    return decideOnAggregate(plan, context, this.ports, (_, register) =>
      decideRegisterOrganisation(input, register),
    );
  }
}

/**
 * Forms an organisation out of others, then takes their schemes along one by one.
 * Idempotent: what is recorded is not recorded again. Interrupted, it goes on where it stopped when run again.
 */
@CommandHandler(RearrangeCentreCommand)
export class RearrangeCentreHandler implements ICommandHandler<RearrangeCentreCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: RearrangeCentreCommand): Promise<CommandOutcome> {
    const outcome = await this.#record(input, context);
    if (!outcome.ok) return outcome;
    const { last, eventIds } = await carrySchemes(await this.#schemes(input), context, this.ports);
    const position = last?.position ?? outcome.position;
    return { ...outcome, position, eventIds: [...outcome.eventIds, ...eventIds] };
  }

  async #record(input: RearrangeCentreInput, context: CommandContext): Promise<CommandOutcome> {
    const id = input.successor.organisationId;
    const plan = { id, stream: streamOf.organisation(id), state: stateOf(id, this.ports) };
    try {
      return await decideOnAggregate(plan, context, this.ports, (_, register) =>
        decideRearrangeCentre(input, register),
      );
    } catch (error) {
      if (!(error instanceof BanGiaoError) || error.code !== 'NOTHING_DECIDED') throw error;
      return this.#unchanged(id, error);
    }
  }

  /** Everything is recorded: the answer says where it stands. */
  async #unchanged(id: string, cause: BanGiaoError): Promise<CommandOutcome> {
    const { knownSeq } = await freshRegister(this.ports);
    const known = this.ports.readModel.organisations.organisation(id, knownSeq);
    const position = await this.ports.log.head();
    if (known === undefined || position === undefined) throw cause;
    return { ok: true, id, position, revision: known.revision, eventIds: [] };
  }

  async #schemes({ predecessors }: RearrangeCentreInput): Promise<ReadonlySet<string>> {
    const { knownSeq } = await freshRegister(this.ports);
    const { schemes } = this.ports.readModel;
    return new Set(
      predecessors.flatMap(({ organisationId }) => schemes.executedBy(organisationId, knownSeq)),
    );
  }
}

function stateOf(id: string, { readModel }: CommandPorts) {
  return (knownSeq: number) => readModel.organisations.organisation(id, knownSeq);
}
