import type { OrganisationRegistration, RearrangeCentre } from '#domain';
import type { CommandContext } from './commands.js';

export type RegisterOrganisationInput = OrganisationRegistration;
export type RearrangeCentreInput = RearrangeCentre;

export class RegisterOrganisationCommand {
  constructor(
    readonly input: RegisterOrganisationInput,
    readonly context: CommandContext,
  ) {}
}
export class RearrangeCentreCommand {
  constructor(
    readonly input: RearrangeCentreInput,
    readonly context: CommandContext,
  ) {}
}
