import type { DecideRule } from '#domain';
import type { CommandContext } from './commands.js';

export interface DecideRuleInput extends DecideRule {
  /** For a rule that puts right what was recorded under its id. */
  readonly expectedRevision?: number;
}

export class DecideRuleCommand {
  constructor(
    readonly input: DecideRuleInput,
    readonly context: CommandContext,
  ) {}
}
