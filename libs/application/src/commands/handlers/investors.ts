import {
  BEFORE_ALL,
  decideAdvanceInvestor,
  decideAppointInvestor,
  decideCorrectInvestor,
  decideEndInvestor,
  toCurrent,
  type EndInvestor,
  type InvestorAppointment,
  type InvestorChange,
  type InvestorEnded,
  type InvestorRecord,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import type { ReadModel } from '../../ports/read-model.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import type { CommandPorts } from '../execution.js';
import {
  AdvanceInvestorCommand,
  AppointInvestorCommand,
  CorrectInvestorCommand,
  EndInvestorCommand,
  RearrangeInvestorCommand,
  ReplaceInvestorCommand,
  type InvestorPartyInput,
} from '../investors.js';
import { decideOnInvestors, passDuties } from './investor-decision.js';
import { appointmentOfParty, nextAppointmentId } from './investor-party.js';

/** Records a step of an application or of an appointment; it changes nobody's duties. */
@CommandHandler(AdvanceInvestorCommand)
export class AdvanceInvestorHandler implements ICommandHandler<AdvanceInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: AdvanceInvestorCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...step } = input;
    return decideOnInvestors(step.clusterId, expectedRevision, context, this.ports, (record, register) =>
      decideAdvanceInvestor(step, record, register),
    );
  }
}

/** Appoints an investor where none is current. */
@CommandHandler(AppointInvestorCommand)
export class AppointInvestorHandler implements ICommandHandler<AppointInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: AppointInvestorCommand): Promise<CommandOutcome> {
    const { investor, appointmentId, expectedRevision, reason, ...terms } = input;
    const { clusterId, from, actId } = terms;
    const outcome = await decideOnInvestors(
      clusterId,
      expectedRevision,
      context,
      this.ports,
      (record, register) => {
        const id = appointmentId ?? nextAppointmentId(clusterId, record);
        const given = { ...terms, appointmentId: id };
        return decideAppointInvestor(
          appointmentOfParty(investor, given, register, this.ports.readModel),
          record,
          register,
        );
      },
    );
    return passDuties(clusterId, { from, actId, reason }, outcome, context, this.ports);
  }
}

/** Replaces an investor by another on the same day. */
@CommandHandler(ReplaceInvestorCommand)
export class ReplaceInvestorHandler implements ICommandHandler<ReplaceInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: ReplaceInvestorCommand): Promise<CommandOutcome> {
    return endInvestor({ ...input, outcome: 'REPLACED' }, context, this.ports);
  }
}

/** The province rearranges a public investor. */
@CommandHandler(RearrangeInvestorCommand)
export class RearrangeInvestorHandler implements ICommandHandler<RearrangeInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: RearrangeInvestorCommand): Promise<CommandOutcome> {
    return endInvestor(input, context, this.ports);
  }
}

/** Ends an appointment that nobody follows, or an application that was not selected. */
@CommandHandler(EndInvestorCommand)
export class EndInvestorHandler implements ICommandHandler<EndInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  execute({ input, context }: EndInvestorCommand): Promise<CommandOutcome> {
    return endInvestor(input, context, this.ports);
  }
}

/** Takes back what was recorded last of an appointment; the duties that passed by it are corrected. */
@CommandHandler(CorrectInvestorCommand)
export class CorrectInvestorHandler implements ICommandHandler<CorrectInvestorCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: CorrectInvestorCommand): Promise<CommandOutcome> {
    const { expectedRevision, ...correction } = input;
    const { clusterId, actId, reason } = correction;
    const outcome = await decideOnInvestors(
      clusterId,
      expectedRevision,
      context,
      this.ports,
      (record, register) => decideCorrectInvestor(correction, record, register),
    );
    const wrong = wronglyChanged(input.corrects, this.ports.readModel);
    if (wrong === undefined) return outcome;
    return passDuties(clusterId, { ...wrong, actId, reason }, outcome, context, this.ports);
  }
}

/** From which day an event changed who is investor, and by which act; undefined for a step, which changed it on none. */
function wronglyChanged(
  eventId: string,
  readModel: ReadModel,
): Pick<InvestorChange, 'from' | 'wrong'> | undefined {
  const event = readModel.eventById(eventId);
  if (event?.type !== 'investor.appointed' && event?.type !== 'investor.ended') return undefined;
  const { from, effectiveOn, actId } = toCurrent(event).data as Partial<InvestorAppointment & InvestorEnded>;
  const wrong = actId === undefined ? {} : { actId };
  return { from: effectiveOn ?? from ?? BEFORE_ALL, wrong };
}

/** An end as it is given: whoever follows is named, and not yet an appointment. */
interface EndInput extends Omit<EndInvestor, 'successor'> {
  readonly successor?: InvestorPartyInput;
  readonly successorAppointmentId?: string;
  readonly expectedRevision?: number;
}

async function endInvestor(
  input: EndInput,
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const { clusterId, expectedRevision, effectiveOn, actId, reason } = input;
  const outcome = await decideOnInvestors(clusterId, expectedRevision, context, ports, (record, register) =>
    decideEndInvestor(endOf(input, record, register, ports), record, register),
  );
  // An application that was not selected held no duty.
  if (actId === undefined) return outcome;
  return passDuties(clusterId, { from: effectiveOn, actId, reason }, outcome, context, ports);
}

/** The end with the appointment that follows, in the same phase, on the same day and by the same act. */
function endOf(
  { successor, successorAppointmentId, expectedRevision: _, ...end }: EndInput,
  record: InvestorRecord | undefined,
  register: RegisterView,
  { readModel }: CommandPorts,
): EndInvestor {
  const { clusterId, appointmentId, effectiveOn, actId, provenance, source } = end;
  if (successor === undefined || actId === undefined) return end;
  const phaseId = record?.entries.find((e) => e.appointmentId === appointmentId)?.phaseId;
  const terms = {
    appointmentId: successorAppointmentId ?? nextAppointmentId(clusterId, record),
    clusterId,
    ...(phaseId === undefined ? {} : { phaseId }),
    from: effectiveOn,
    actId,
    provenance,
    source,
  };
  return { ...end, successor: appointmentOfParty(successor, terms, register, readModel) };
}
