import type { DocumentIssuerIdentified } from '#domain';
import type { CommandContext } from './commands.js';

export interface IdentifyIssuerInput extends DocumentIssuerIdentified {
  readonly expectedRevision: number;
}

export class IdentifyIssuerCommand {
  constructor(
    readonly input: IdentifyIssuerInput,
    readonly context: CommandContext,
  ) {}
}
