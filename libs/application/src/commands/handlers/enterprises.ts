import { decideRegisterEnterprise, enterpriseId, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { RegisterEnterpriseCommand } from '../investors.js';

/** Registers an enterprise. */
@CommandHandler(RegisterEnterpriseCommand)
export class RegisterEnterpriseHandler implements ICommandHandler<RegisterEnterpriseCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RegisterEnterpriseCommand): Promise<CommandOutcome> {
    const enterprise = { ...input, enterpriseId: input.enterpriseId ?? enterpriseId(input.name) };
    const id = enterprise.enterpriseId;
    const plan = {
      id,
      stream: streamOf.enterprise(id),
      state: (knownSeq: number) => this.ports.readModel.enterprises.enterprise(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (_, register) =>
      decideRegisterEnterprise(enterprise, register.subjectExists(id)),
    );
  }
}
