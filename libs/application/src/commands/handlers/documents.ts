import { decideIdentifyIssuer, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { IdentifyIssuerCommand } from '../documents.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';

/** Records which office issued an act. */
@CommandHandler(IdentifyIssuerCommand)
export class IdentifyIssuerHandler implements ICommandHandler<IdentifyIssuerCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: IdentifyIssuerCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...found } = input;
    const id = found.actId;
    const plan = {
      id,
      stream: streamOf.act(id),
      expectedRevision,
      state: (knownSeq: number) => this.ports.readModel.act(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (act, { acts, law }) =>
      decideIdentifyIssuer(found, {
        acts,
        lineage: law.lineage,
        duties: law.duties,
        ...(act?.identifiedIssuer === undefined ? {} : { before: act.identifiedIssuer }),
      }),
    );
  }
}
