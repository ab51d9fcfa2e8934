import { decideAdvanceProject, decideRegisterProject, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { AdvanceProjectCommand, RegisterProjectCommand } from '../projects.js';

/** Registers a secondary project. */
@CommandHandler(RegisterProjectCommand)
export class RegisterProjectHandler implements ICommandHandler<RegisterProjectCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RegisterProjectCommand): Promise<CommandOutcome> {
    const id = input.projectId;
    const plan = {
      id,
      stream: streamOf.project(id),
      state: (knownSeq: number) => this.ports.readModel.projects.project(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (_, register) =>
      decideRegisterProject(input, register),
    );
  }
}

/** Records a step of a secondary project. */
@CommandHandler(AdvanceProjectCommand)
export class AdvanceProjectHandler implements ICommandHandler<AdvanceProjectCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdvanceProjectCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...step } = input;
    const id = step.projectId;
    const plan = {
      id,
      stream: streamOf.project(id),
      expectedRevision,
      state: (knownSeq: number) => this.ports.readModel.projects.project(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (project, register) =>
      decideAdvanceProject(step, project, register),
    );
  }
}
