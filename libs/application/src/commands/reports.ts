import type { SubmitReport } from '#domain';
import type { CommandContext } from './commands.js';

export interface SubmitReportInput extends SubmitReport {
  /** For a report that takes the place of one handed in before. */
  readonly expectedRevision?: number;
}

export class SubmitReportCommand {
  constructor(
    readonly input: SubmitReportInput,
    readonly context: CommandContext,
  ) {}
}
