import {
  CorrectReassignmentCommand,
  CorrectReassignmentHandler,
  derivedCommandId,
  EndActCommand,
  EndActHandler,
  ReassignCommand,
  ReassignHandler,
  RegisterActCommand,
  RegisterActHandler,
  RegisterClusterCommand,
  RegisterClusterHandler,
  type CommandContext,
  type CommandOutcome,
  type CommandPorts,
} from '#application';
import { localDate } from '#domain';

type Done = Extract<CommandOutcome, { readonly ok: true }>;

/** Where a caller stands: the commands of one round build on each other, rounds do not. */
export interface Place {
  readonly lane: number;
  readonly round: number;
}

/** One command after the other, each given what those before it were answered. */
export const STEPS: readonly ((
  place: Place,
  before: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
) => Promise<CommandOutcome>)[] = [registerAct, registerCluster, reassign, correct, endAct];

const PROVINCE = 'UBND_TINH:38@origin';
const COMMUNE = 'UBND_XA:15520@2025-07-01';
const DUTY = 'ccn_manage_local_clusters';
const STATED = { provenance: 'STATED', source: 'crash' } as const;

/** The same for every process that runs the command, as a caller who retries keeps it. */
export function contextOf({ lane, round }: Place, step: number): CommandContext {
  const commandId = derivedCommandId('crash', String(lane), String(round), String(step));
  return {
    commandId,
    correlationId: commandId,
    actor: { id: `caller-${lane}`, office: PROVINCE, role: 'registrar' },
  };
}

function registerAct(
  { lane, round }: Place,
  _before: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const issuedOn = localDate('2025-08-01');
  const input = {
    kind: 'PROVINCIAL_DECISION',
    number: `${lane}.${round}/QĐ-UBND`,
    issuer: 'UBND tỉnh Thanh Hóa',
    issuedOn,
    inForceFrom: issuedOn,
    ...STATED,
  } as const;
  return new RegisterActHandler(ports).execute(new RegisterActCommand(input, context));
}

/** Writes to three streams: the investor's, the cluster's and that of the dissolved commune, which all callers share. */
function registerCluster(
  { lane, round }: Place,
  _before: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const placement = {
    precision: 'COMMUNE',
    unitIds: ['15520@origin'],
    complete: true,
    provenance: 'STATED',
    evidence: 'Quyết định thành lập',
  } as const;
  const input = {
    clusterId: `crash-${lane}-${round}`,
    name: `Cụm công nghiệp ${lane}.${round}`,
    status: 'OPERATING',
    since: localDate('2024-06-01'),
    placements: [placement],
    documents: [],
    claims: [],
    investor: { kind: 'ENTERPRISE', name: `Công ty ${lane}.${round}` },
    ...STATED,
  } as const;
  return new RegisterClusterHandler(ports).execute(new RegisterClusterCommand(input, context));
}

function reassign(
  _place: Place,
  [act, cluster]: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const input = {
    subjectId: cluster?.id ?? '',
    dutyId: DUTY,
    holders: [{ officeId: PROVINCE, lead: false }],
    from: localDate('2025-09-01'),
    actId: act?.id ?? '',
    reason: 'The province takes it over.',
    expectedRevision: cluster?.revision ?? -1,
  };
  return new ReassignHandler(ports).execute(new ReassignCommand(input, context));
}

function correct(
  _place: Place,
  [act, , reassigned]: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const input = {
    eventId: reassigned?.eventIds[0] ?? '',
    holders: [{ officeId: COMMUNE, lead: false }],
    actId: act?.id ?? '',
    reason: 'It stayed with the commune.',
    expectedRevision: reassigned?.revision ?? -1,
  };
  return new CorrectReassignmentHandler(ports).execute(new CorrectReassignmentCommand(input, context));
}

function endAct(
  _place: Place,
  [act]: readonly Done[],
  context: CommandContext,
  ports: CommandPorts,
): Promise<CommandOutcome> {
  const input = {
    actId: act?.id ?? '',
    endsOn: localDate('2026-12-31'),
    manner: 'REPEALED',
    reason: 'Repealed.',
    expectedRevision: act?.revision ?? -1,
  } as const;
  return new EndActHandler(ports).execute(new EndActCommand(input, context));
}
