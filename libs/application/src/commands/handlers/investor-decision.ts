import {
  accept,
  BanGiaoError,
  investorDutyChanges,
  streamOf,
  type Decision,
  type DomainEvent,
  type InvestorChange,
} from '#domain';
import { derivedCommandId } from '../../envelope/event-id.js';
import type { InvestorRecordView } from '../../ports/reads/investors.js';
import type { RegisterView } from '../../register/register-view.js';
import { runTransitions } from '../../transition/run-transitions.js';
import type { CommandContext, CommandOutcome } from '../commands.js';
import { decideAndAppend, decideOnAggregate, type CommandPorts } from '../execution.js';

/** Decides on a cluster's investors once everything that dissolved units held over it has passed on. */
export async function decideOnInvestors(
  clusterId: string,
  expectedRevision: number | undefined,
  context: CommandContext,
  ports: CommandPorts,
  decide: (record: InvestorRecordView | undefined, register: RegisterView) => Decision<DomainEvent>,
): Promise<CommandOutcome> {
  await runTransitions([clusterId], context, ports);
  const plan = {
    id: clusterId,
    stream: streamOf.investor(clusterId),
    ...(expectedRevision === undefined ? {} : { expectedRevision }),
    state: (knownSeq: number) => ports.readModel.appointments.record(clusterId, knownSeq),
  };
  return decideOnAggregate(plan, context, ports, decide);
}

/**
 * Passes the investor's duties on, after the decision that changed the investor was recorded.
 * A crash in between leaves them where they were; the same command sent again passes them, and once.
 */
export async function passDuties(
  clusterId: string,
  change: Omit<InvestorChange, 'restsOn'>,
  decided: CommandOutcome,
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  if (!decided.ok) return decided;
  const commandId = derivedCommandId('investor-duties', clusterId, context.commandId);
  const restsOn = decided.eventIds;
  const passed = await passInvestorDuties(
    clusterId,
    { ...change, restsOn },
    { ...context, commandId },
    ports,
  );
  if (passed === undefined) return decided;
  if (!passed.ok) return passed;
  return { ...decided, position: passed.position, eventIds: [...decided.eventIds, ...passed.eventIds] };
}

/** Passes what a recorded change of the investor has left with those before; undefined where that is nothing. */
export function passInvestorDuties(
  clusterId: string,
  change: InvestorChange,
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome | undefined> {
  return written(
    decideAndAppend(
      {
        id: clusterId,
        stream: streamOf.cluster(clusterId),
        revision: (register) => register.clusterRevision(clusterId),
        decide: (register) => duties(clusterId, change, register),
      },
      context,
      ports,
    ),
  );
}

function duties(clusterId: string, change: InvestorChange, register: RegisterView): Decision<DomainEvent> {
  const cluster = register.cluster(clusterId);
  return accept(cluster === undefined ? [] : investorDutyChanges(cluster, change, register.law));
}

/** Undefined where nothing was left to pass on. */
async function written(outcome: Promise<CommandOutcome>): Promise<CommandOutcome | undefined> {
  try {
    return await outcome;
  } catch (error) {
    if (error instanceof BanGiaoError && error.code === 'NOTHING_DECIDED') return undefined;
    throw error;
  }
}
