import { decideSubmitReport, localDateAt, reportDue, streamOf } from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { knownForReports } from '../../queries/known-for-reports.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandOutcome } from '../commands.js';
import { decideOnAggregate, type CommandPorts } from '../execution.js';
import { SubmitReportCommand } from '../reports.js';

/** Records that an office handed in a report that it has to. */
@CommandHandler(SubmitReportCommand)
export class SubmitReportHandler implements ICommandHandler<SubmitReportCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: SubmitReportCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...report } = input;
    const id = report.obligationId;
    const { readModel, clock } = this.ports;
    const plan = {
      id,
      stream: streamOf.report(id),
      ...(expectedRevision === undefined ? {} : { expectedRevision }),
      state: (knownSeq: number) => readModel.reports.report(id, knownSeq),
    };
    return decideOnAggregate(plan, context, this.ports, (state, { knownSeq }) =>
      decideSubmitReport(report, {
        due: reportDue(id, knownForReports(readModel, knownSeq)),
        state,
        actorOfficeId: context.actor.office,
        today: localDateAt(clock.now()),
      }),
    );
  }
}
