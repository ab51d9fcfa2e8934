import type { HolidayDeclaration } from '#domain';
import type { CommandContext } from './commands.js';

export interface DeclareHolidayInput extends HolidayDeclaration {
  /** Revision of the year, where the caller has seen it. */
  readonly expectedRevision?: number;
}

export class DeclareHolidayCommand {
  constructor(
    readonly input: DeclareHolidayInput,
    readonly context: CommandContext,
  ) {}
}
