import {
  alreadyRegistered,
  decideRegisterCluster,
  instantOf,
  officeOfUnit,
  slug,
  streamOf,
  type ClusterRegistration,
  type DomainEvent,
  type InvestorAppointment,
  type OfficeId,
} from '#domain';
import { CommandHandler, Inject, type ICommandHandler } from '../../handling.js';
import { toEnvelopes } from '../../envelope/envelopes.js';
import { derivedCommandId } from '../../envelope/event-id.js';
import { expectedFor } from '../../envelope/expected-for.js';
import type { ReadModel } from '../../ports/read-model.js';
import type { RegisterView } from '../../register/register-view.js';
import { COMMAND_PORTS } from '../../tokens.js';
import { runTransitions } from '../../transition/run-transitions.js';
import {
  RegisterClusterCommand,
  type CommandContext,
  type CommandOutcome,
  type InvestorInput,
} from '../commands.js';
import { decideAndAppend, freshRegister, type CommandPorts, type DecisionPlan } from '../execution.js';

/** Registers a cluster and carries it through every transition since its start. */
@CommandHandler(RegisterClusterCommand)
export class RegisterClusterHandler implements ICommandHandler<RegisterClusterCommand, CommandOutcome> {
  constructor(@Inject(COMMAND_PORTS) private readonly ports: CommandPorts) {}

  async execute({ input, context }: RegisterClusterCommand): Promise<CommandOutcome> {
    const { investor, clusterId, ...rest } = input;
    const registration = { ...rest, clusterId: clusterId ?? slug(input.name) };
    const { lineage } = (await freshRegister(this.ports)).law;
    const appointments =
      investor === undefined
        ? []
        : [appointmentOf(registration, investor, (unitId) => lineage.levelOf(unitId))];
    return registerCluster(registration, appointments, context, this.ports);
  }
}

/**
 * Registers a cluster with its investor appointments.
 * The appointments are written first: a crash in between leaves nothing that a retry does not complete.
 */
export async function registerCluster(
  registration: ClusterRegistration,
  appointments: readonly InvestorAppointment[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const id = registration.clusterId;
  const register = await freshRegister(ports);
  const decide = (fresh: RegisterView): Registered =>
    refuseTaken(id, fresh, ports.readModel) ?? decideRegisterCluster(registration, appointments, fresh);
  const decision = decide(register);
  if (decision.ok) await appendAppointments(id, decision.events, context, ports);
  const plan: DecisionPlan = {
    id,
    stream: streamOf.cluster(id),
    revision: (fresh) => fresh.clusterRevision(id),
    decide: (fresh) => withoutAppointments(decide(fresh)),
  };
  const outcome = await decideAndAppend(plan, context, ports);
  if (!outcome.ok) return outcome;
  const { position } = await runTransitions([id], context, ports);
  return position === undefined ? outcome : { ...outcome, position };
}

type Registered = ReturnType<typeof decideRegisterCluster>;

/** Ids are unique over all kinds of subjects; appointments of its own are what an interrupted registration left. */
function refuseTaken(id: string, { knownSeq }: RegisterView, readModel: ReadModel): Registered | undefined {
  const [first] = readModel.auditTrail({ subjectId: id }, knownSeq, { first: 1 }).rows;
  const own = [streamOf.cluster(id), streamOf.investor(id)];
  return first === undefined || own.includes(first.row.stream)
    ? undefined
    : alreadyRegistered('clusterId', id);
}

function withoutAppointments(decision: Registered): Registered {
  return decision.ok
    ? { ok: true, events: decision.events.filter((e) => e.type !== 'investor.appointed') }
    : decision;
}

/** More than an interrupted registration can have left behind. */
const MOST_LEFT_OVER = 1_000;

/** An interrupted registration may have left appointments: those with the same id are replaced by these. */
async function appendAppointments(
  clusterId: string,
  events: readonly DomainEvent[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<void> {
  const appointments = events.filter((e) => e.type === 'investor.appointed');
  if (appointments.length === 0) return;
  const commandId = derivedCommandId('investor', clusterId, context.commandId);
  const envelopes = toEnvelopes(appointments, {
    commandId,
    correlationId: context.correlationId,
    causationId: context.commandId,
    actor: context.actor,
    recordedAt: instantOf(ports.clock.now()),
  });
  const stream = streamOf.investor(clusterId);
  const left = await ports.log.readStream(stream, 0, { maxCount: MOST_LEFT_OVER });
  await ports.log.append(stream, envelopes, expectedFor(envelopes, left));
}

/** The first appointment of a cluster, with the office that the investor is. */
export function appointmentOf(
  registration: ClusterRegistration,
  investor: InvestorInput,
  levelOf: (unitId: string) => string | undefined,
): InvestorAppointment {
  const { kind, name, unitId, from, actId } = investor;
  const officeId = officeOf(investor, levelOf);
  return {
    appointmentId: `${registration.clusterId}-investor-1`,
    clusterId: registration.clusterId,
    kind,
    ...(officeId === undefined ? {} : { officeId }),
    ...(name === undefined ? {} : { name }),
    ...(kind === 'PUBLIC_SERVICE_UNIT' && unitId !== undefined ? { parentUnitId: unitId } : {}),
    ...(from === undefined ? {} : { from }),
    ...(actId === undefined ? {} : { actId }),
    provenance: registration.provenance,
    source: registration.source,
  };
}

function officeOf(
  investor: InvestorInput,
  levelOf: (unitId: string) => string | undefined,
): OfficeId | undefined {
  switch (investor.kind) {
    case 'ENTERPRISE':
    case 'PUBLIC_SERVICE_UNIT':
      return investor.name === undefined ? undefined : `${investor.kind}:${slug(investor.name)}`;
    case 'COMMITTEE': {
      if (investor.unitId === undefined) return undefined;
      const level = levelOf(investor.unitId);
      return officeOfUnit(
        level === 'PROVINCE' ? 'UBND_TINH' : level === 'DISTRICT' ? 'UBND_HUYEN' : 'UBND_XA',
        investor.unitId,
      );
    }
    case 'NONE':
    case 'UNKNOWN':
      return undefined;
  }
}
