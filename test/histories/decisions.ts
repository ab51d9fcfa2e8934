import {
  appendFacts,
  COMMAND_HANDLERS,
  CorrectReassignmentCommand,
  derivedCommandId,
  EndActCommand,
  ExtendActCommand,
  freshRegister,
  NameLeadCommand,
  PlaceClusterCommand,
  ReassignCommand,
  RegisterActCommand,
  RegisterClusterCommand,
  runTransitions,
  type CommandContext,
  type CommandOutcome,
  type CommandPorts,
} from '#application';
import { actId, localDate, streamOf, type DomainEvent, type Holder } from '#domain';
import type { SteppedClock } from './clock.js';
import { playScenes } from './scenes/index.js';

/** The running service and its clock. */
export interface Register {
  readonly ports: CommandPorts;
  readonly clock: SteppedClock;
}

const MANAGE = 'ccn_manage_local_clusters';
const REFORM_DECREE = '139-2025-nd-cp.chinh-phu.2025-06-12';
const SAID = { provenance: 'STATED', source: 'Recorded history' } as const;
const REASON = 'Decided for the recorded history.';
const LAO_CAI = { number: '9001/QĐ-UBND', issuer: 'UBND tỉnh Lào Cai', issuedOn: localDate('2025-09-01') };
const DA_NANG = {
  number: '9002/QĐ-UBND',
  issuer: 'UBND thành phố Đà Nẵng',
  issuedOn: localDate('2026-12-01'),
};
const idOf = (act: typeof LAO_CAI) => actId(act.number, act.issuer, act.issuedOn);

/** Acts, clusters, offices and units that the decisions below are about; the questions ask for them. */
export const DECIDED = {
  clusterIds: [
    'cn2-soc-son',
    'phu-thinh-2',
    'xuan-hoa-tho-hai',
    'dai-an-mo-rong',
    'pho-rang',
    'hoa-lien',
    'cum-lich-su',
  ],
  actIds: [REFORM_DECREE, idOf(LAO_CAI), idOf(DA_NANG)],
  officeIds: [
    'UBND_XA:00433@2025-07-01',
    'UBND_XA:15520@2025-07-01',
    'SO_CONG_THUONG:48@2025-07-01',
    'UBND_XA:20500@2027-01-01',
  ],
  unitIds: ['20500@2025-07-01', '20506@2025-07-01', '20500@2027-01-01', '15520@origin', '15520@2025-07-01'],
} as const;

/** A moment in the middle of the first import, which has the sample half done, and moments between the decisions. */
export const MOMENTS = [
  '2026-11-24T00:12:00.000Z',
  '2026-11-26T00:00:00.000Z',
  '2026-11-28T00:00:00.000Z',
  '2026-12-01T00:00:00.000Z',
  '2026-12-04T00:00:00.000Z',
  '2026-12-07T00:00:00.000Z',
  '2026-12-11T00:00:00.000Z',
  '2026-12-14T00:00:00.000Z',
] as const;

/** Decides and records over the days that follow a first start, at least one event of every type. */
export async function decideEverything(register: Register): Promise<void> {
  const { clock, ports } = register;
  clock.set('2026-11-25T02:00:00.000Z');
  await registerActs(register);
  clock.set('2026-11-26T02:00:00.000Z');
  await decidePlaceAndLead(register);
  clock.set('2026-11-28T02:00:00.000Z');
  await correctTwice(register);
  clock.set('2026-12-01T02:00:00.000Z');
  await reassign(register);
  clock.set('2026-12-04T02:00:00.000Z');
  await changeReformDecree(register);
  clock.set('2026-12-07T02:00:00.000Z');
  await registerLateCluster(register);
  await recordDispute(register);
  // A machine whose clock is two days behind: what it records is late by its own time.
  clock.set('2026-12-05T02:00:00.000Z');
  await run(ports, new RegisterActCommand({ ...SAID, kind: 'OTHER', ...LATE_ACT }, context('late')));
  clock.set('2026-12-11T02:00:00.000Z');
  await changeBoundaries(register);
  clock.set('2026-12-14T02:00:00.000Z');
  await playScenes(ports);
}

const LATE_ACT = { number: '9003/QĐ-UBND', issuer: 'UBND tỉnh Lào Cai', issuedOn: localDate('2026-12-04') };

async function registerActs({ ports }: Register): Promise<void> {
  const [inForceFrom, lapsesOn] = [localDate('2025-09-01'), localDate('2030-01-01')];
  const laoCai = { kind: 'PROVINCIAL_DECISION', ...LAO_CAI, inForceFrom, lapsesOn, ...SAID } as const;
  await run(
    ports,
    new RegisterActCommand({ ...laoCai, title: 'Ghi chép', amends: [REFORM_DECREE] }, context('act 1')),
  );
  const daNang = { kind: 'PROVINCIAL_DECISION', ...DA_NANG, ...SAID } as const;
  await run(ports, new RegisterActCommand(daNang, context('act 2')));
}

async function decidePlaceAndLead({ ports }: Register): Promise<void> {
  const place = {
    clusterId: 'cn2-soc-son',
    communeIds: ['00433@2025-07-01'],
    from: localDate('2025-07-01'),
    evidence: 'Land parcel map of the detailed plan',
    actId: idOf(LAO_CAI),
    reason: REASON,
    expectedRevision: await revision(ports, 'cn2-soc-son'),
  };
  await run(ports, new PlaceClusterCommand(place, context('place')));
  // Sent again, as after an answer that was lost: nothing is written.
  await run(ports, new PlaceClusterCommand(place, context('place')));
  const { holders } = responsibility(ports, 'phu-thinh-2', '2025-10-01');
  const lead = {
    clusterId: 'phu-thinh-2',
    leadOfficeId: holders[0]?.officeId ?? '',
    dutyIds: [MANAGE, 'ccn_report_local_status'],
    from: localDate('2025-09-01'),
    to: localDate('2026-09-01'),
    actId: idOf(LAO_CAI),
    article: 'Đ.2',
    reason: REASON,
    expectedRevision: await revision(ports, 'phu-thinh-2'),
  };
  await run(ports, new NameLeadCommand(lead, context('lead')));
}

/** A correction, and the correction of the correction. */
async function correctTwice({ ports, clock }: Register): Promise<void> {
  const correct = async (office: string, to: string, name: string) => {
    const { decidedBySeqs } = responsibility(ports, 'xuan-hoa-tho-hai', '2025-10-01');
    const correction = {
      eventId: ports.readModel.event(decidedBySeqs[0] ?? 0)?.id ?? '',
      holders: held(office),
      to: localDate(to),
      actId: idOf(LAO_CAI),
      reason: REASON,
      expectedRevision: await revision(ports, 'xuan-hoa-tho-hai'),
    };
    await run(ports, new CorrectReassignmentCommand(correction, context(name)));
  };
  await correct('UBND_XA:15544@2025-07-01', '2025-12-01', 'correction 1');
  clock.set('2026-11-29T02:00:00.000Z');
  await correct('UBND_XA:15520@2025-07-01', '2025-11-01', 'correction 2');
}

/** A duty given to a department, and an investor where there was none left. */
async function reassign({ ports }: Register): Promise<void> {
  const give = async (subjectId: string, dutyId: string, office: string, from: string) => {
    const decision = {
      subjectId,
      dutyId,
      holders: held(office),
      from: localDate(from),
      actId: idOf(LAO_CAI),
      article: 'Đ.1',
      reason: REASON,
      expectedRevision: await revision(ports, subjectId),
    };
    await run(ports, new ReassignCommand(decision, context(`reassign ${subjectId} ${dutyId}`)));
  };
  await give('dai-an-mo-rong', MANAGE, 'SO_CONG_THUONG:48@2025-07-01', '2025-12-01');
  await give('pho-rang', 'ccn_investor_operate', 'UBND_XA:02947@2025-07-01', '2026-01-01');
}

async function changeReformDecree({ ports, clock }: Register): Promise<void> {
  const on = { actId: REFORM_DECREE, byActId: idOf(LAO_CAI), reason: REASON };
  const extension = { ...on, lapsesOn: localDate('2028-03-01'), expectedRevision: 0 };
  await run(ports, new ExtendActCommand(extension, context('extension')));
  clock.set('2026-12-05T02:00:00.000Z');
  const end = { ...on, endsOn: localDate('2027-12-01'), manner: 'REPEALED', expectedRevision: 1 } as const;
  await run(ports, new EndActCommand(end, context('end')));
}

async function registerLateCluster({ ports }: Register): Promise<void> {
  const cluster = {
    clusterId: 'cum-lich-su',
    name: 'Cụm công nghiệp ghi chép',
    status: 'OPERATING',
    since: localDate('2024-06-01'),
    areaHa: '12.5',
    placements: [
      {
        precision: 'COMMUNE',
        unitIds: ['20524@origin'],
        complete: true,
        provenance: 'STATED',
        evidence: 'Ghi',
      },
    ],
    documents: [{ actId: idOf(LAO_CAI), subject: 'thành lập' }],
    claims: [{ field: 'note', value: 'Ghi chép', asOf: localDate('2024-06-01'), ...SAID }],
    investor: { kind: 'ENTERPRISE', name: 'Công ty cổ phần Ghi chép' },
    ...SAID,
  } as const;
  await run(ports, new RegisterClusterCommand(cluster, context('cluster')));
}

/** No command records a dispute yet; an import may. */
async function recordDispute(register: Register): Promise<void> {
  const offices = ['UBND_XA:20194@2025-07-01', 'UBND_XA:20197@2025-07-01'] as const;
  const dispute: DomainEvent = {
    type: 'responsibility.assigned',
    data: {
      subjectId: 'hoa-lien',
      dutyId: MANAGE,
      from: localDate('2026-03-01'),
      to: localDate('2026-06-01'),
      status: 'DISPUTED',
      holders: [],
      candidates: [...offices],
      basis: { actId: REFORM_DECREE, article: 'Đ.6', provenance: 'STATED' },
      manner: 'BY_DECISION',
      explanation: 'Both committees say that it is theirs.',
      reason: REASON,
    },
  };
  await record(register, streamOf.cluster('hoa-lien'), [dispute]);
}

/** Two communes become one, what they held passes on, and a third is renamed and recorded under another name. */
async function changeBoundaries(register: Register): Promise<void> {
  const by = { actId: idOf(DA_NANG), effectiveFrom: localDate('2027-01-01') };
  const [first, second, formed] = DECIDED.unitIds;
  const merged = [first, second].flatMap((unitId): DomainEvent[] => [
    {
      type: 'unit.succeeded',
      data: { fromId: unitId, toId: formed, extent: 'WHOLE', actId: by.actId, effectiveOn: by.effectiveFrom },
    },
    { type: 'unit.abolished', data: { unitId, ...by } },
  ]);
  const place = { level: 'COMMUNE', parentId: '48@2025-07-01' } as const;
  await record(register, streamOf.boundary(by.actId), [
    {
      type: 'unit.established',
      data: { unitId: formed, code: '20500', name: 'Xã Ghi Chép', kind: 'XA', ...place, ...by },
    },
    ...merged,
    { type: 'unit.renamed', data: { unitId: '15544@2025-07-01', name: 'Xã Ghi Chép Hai', ...by } },
    {
      type: 'unit.retyped',
      data: { unitId: '00433@2025-07-01', name: 'Phường Nội Bài', kind: 'PHUONG', ...by },
    },
    { type: 'unit.alias-recorded', data: { unitId: formed, alias: 'Ghi Chep', source: SAID.source } },
  ]);
  const { ports } = register;
  await runTransitions(['dai-an-mo-rong', 'cum-lich-su'], context('transitions'), ports);
}

/** Records facts as an import does. */
async function record({ ports }: Register, stream: string, events: readonly DomainEvent[]): Promise<void> {
  const actor = { id: 'history', office: 'bangiao', role: 'import' };
  await appendFacts(ports.log, [{ stream, events }], { importId: 'history', actor, clock: ports.clock });
}

function responsibility(ports: CommandPorts, subjectId: string, day: string) {
  const at = { validAt: localDate(day), knownSeq: ports.readModel.status().seq };
  return ports.readModel.responsibility(subjectId, MANAGE, at);
}

function held(officeId: string): readonly Holder[] {
  return [{ officeId: officeId, lead: false }];
}

async function revision(ports: CommandPorts, clusterId: string): Promise<number> {
  return (await freshRegister(ports)).clusterRevision(clusterId) ?? -1;
}

function context(name: string): CommandContext {
  const commandId = derivedCommandId('history', name);
  return {
    actor: { id: 'a1', office: 'UBND_TINH:15@2025-07-01', role: 'registrar' },
    commandId,
    correlationId: commandId,
  };
}

/** Runs a command by its handler, as the command bus does. */
async function run(ports: CommandPorts, command: object): Promise<void> {
  const name = command.constructor.name.replace(/Command$/, 'Handler');
  const Handler = COMMAND_HANDLERS.find((handler) => handler.name === name);
  if (Handler === undefined) throw new Error(`No handler ${name}`);
  const handler = new Handler(ports) as { execute(command: object): Promise<CommandOutcome> };
  const outcome = await handler.execute(command);
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
  await freshRegister(ports);
}
