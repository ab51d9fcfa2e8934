import type { ProjectAdvanced, ProjectRegistration } from '#domain';
import type { CommandContext } from './commands.js';

export type RegisterProjectInput = ProjectRegistration;

export interface AdvanceProjectInput extends ProjectAdvanced {
  readonly expectedRevision: number;
}

export class RegisterProjectCommand {
  constructor(
    readonly input: RegisterProjectInput,
    readonly context: CommandContext,
  ) {}
}
export class AdvanceProjectCommand {
  constructor(
    readonly input: AdvanceProjectInput,
    readonly context: CommandContext,
  ) {}
}
