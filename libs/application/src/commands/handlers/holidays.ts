import { decideDeclareHoliday, holidayYearId, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { DeclareHolidayCommand } from '../holidays.js';

/** Declares a day off, or one worked although it is a Saturday or Sunday. */
@CommandHandler(DeclareHolidayCommand)
export class DeclareHolidayHandler implements ICommandHandler<DeclareHolidayCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: DeclareHolidayCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...declaration } = input;
    const id = holidayYearId(declaration.day);
    const plan = {
      id,
      stream: streamOf.holiday(id),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      state: (knownSeq: number) => this.ports.readModel.holidays.year(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (year, { acts }) =>
      decideDeclareHoliday(declaration, year, acts),
    );
  }
}
