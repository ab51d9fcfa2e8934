import type { ChangeSchemeParty, RegisterScheme, SchemeAdvanced } from '#domain';
import type { CommandContext } from './commands.js';

export type RegisterSchemeInput = RegisterScheme;

export interface AdvanceSchemeInput extends SchemeAdvanced {
  readonly expectedRevision: number;
}

export type ChangeSchemePartyInput = ChangeSchemeParty & { readonly expectedRevision: number };

export class RegisterSchemeCommand {
  constructor(
    readonly input: RegisterSchemeInput,
    readonly context: CommandContext,
  ) {}
}
export class AdvanceSchemeCommand {
  constructor(
    readonly input: AdvanceSchemeInput,
    readonly context: CommandContext,
  ) {}
}
export class ChangeSchemePartyCommand {
  constructor(
    readonly input: ChangeSchemePartyInput,
    readonly context: CommandContext,
  ) {}
}
