import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  CorrectReassignmentCommand,
  COMMAND_HANDLERS,
  EndActCommand,
  ExtendActCommand,
  NameLeadCommand,
  PlaceClusterCommand,
  ReassignCommand,
  RegisterActCommand,
  RegisterClusterCommand,
  freshRegister,
  validateEvent,
  type CommandOutcome,
  type CommandPorts,
  type Position,
  type RecordedEnvelope,
} from '#application';
import { EVENT_TYPES, SCHEMA_VERSIONS, localDate, type EventType } from '#domain';
import { importedDataDir } from '../e2e/imported.js';
import { removeDataDir } from '../e2e/service.js';
import { playScenes } from '../histories/scenes/index.js';
import { startRuntime, type Runtime } from '../../apps/api/src/runtime/index.js';

const MANAGE = 'ccn_manage_local_clusters';
const NGHI_DINH_139 = '139-2025-nd-cp.chinh-phu.2025-06-12';
let dataDir: string;
let runtime: Runtime;
/** The first event of each type, for the tests that spoil it. */
const first = new Map<EventType, RecordedEnvelope>();
const counts = new Map<EventType, number>();
const defects: unknown[] = [];

beforeAll(async () => {
  dataDir = await importedDataDir();
  runtime = await startRuntime({
    dataDir,
    empty: false,
    report: () => undefined,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
  await decideEverything(runtime.ports);
  await playScenes(runtime.ports);
  await readEverything();
}, 180_000);
afterAll(async () => {
  await runtime.close();
  removeDataDir(dataDir);
});

describe('every event of the reference data, the sample, its transitions and each command', () => {
  it('fits the schema of its type and version', () => {
    expect(defects).toEqual([]);
    expect(counts.get('unit.succeeded')).toBeGreaterThan(10_000);
    expect(counts.get('responsibility.reassigned')).toBeGreaterThan(300);
  });

  it('is of a known type, and each type has been seen', () => {
    expect([...counts.keys()].sort()).toEqual([...EVENT_TYPES].sort());
    for (const [type, { schemaVersion }] of first) expect(schemaVersion).toBe(SCHEMA_VERSIONS[type]);
  });

  it('does not fit once a field is missing, unknown or of another kind', () => {
    for (const [type, { schemaVersion, data }] of first) {
      const [key = ''] = Object.keys(data);
      const { [key]: _, ...without } = data as unknown as Record<string, unknown>;
      for (const spoilt of [without, { ...data, [key]: 1.5 }, { ...data, holderName: 'x' }])
        expect(validateEvent(type, schemaVersion, spoilt)).not.toEqual([]);
    }
  });
});

async function readEverything(): Promise<void> {
  let after: Position | undefined;
  for (;;) {
    const page = await runtime.log.readAll(after, { maxCount: 2_000 });
    for (const event of page) {
      const { type, schemaVersion, data } = event;
      if (!first.has(type)) first.set(type, event);
      counts.set(type, (counts.get(type) ?? 0) + 1);
      for (const defect of validateEvent(type, schemaVersion, data))
        defects.push({ type, position: event.position, ...defect });
    }
    after = page.at(-1)?.position ?? after;
    if (page.length === 0) return;
  }
}

/** One command of each kind, with what may be left out filled in. */
async function decideEverything(ports: CommandPorts): Promise<void> {
  const context = () => {
    const commandId = randomUUID();
    return {
      actor: { id: 'a1', office: 'UBND_TINH:15', role: 'registrar' },
      commandId,
      correlationId: commandId,
    };
  };
  const run = (command: object) => execute(command, ports);
  const revision = async (id: string) => (await freshRegister(ports)).clusterRevision(id) ?? -1;
  const said = { provenance: 'STATED', source: 'spec of the schemas' } as const;
  const reason = 'The spec of the schemas decides it.';

  const actId = await run(
    new RegisterActCommand(
      {
        kind: 'PROVINCIAL_DECISION',
        number: '9001/QĐ-UBND',
        title: 'Quyết định thử nghiệm',
        issuer: 'UBND tỉnh Lào Cai',
        issuedOn: localDate('2025-09-01'),
        inForceFrom: localDate('2025-09-01'),
        lapsesOn: localDate('2030-01-01'),
        amends: [NGHI_DINH_139],
        replaces: [],
        ...said,
      },
      context(),
    ),
  );
  await run(
    new ExtendActCommand(
      {
        actId: NGHI_DINH_139,
        lapsesOn: localDate('2028-03-01'),
        byActId: actId,
        reason,
        expectedRevision: 0,
      },
      context(),
    ),
  );
  await run(
    new EndActCommand(
      {
        actId: NGHI_DINH_139,
        endsOn: localDate('2027-12-01'),
        manner: 'REPEALED',
        byActId: actId,
        reason,
        expectedRevision: 1,
      },
      context(),
    ),
  );
  await run(
    new RegisterClusterCommand(
      {
        name: 'Cụm công nghiệp thử nghiệm',
        status: 'UNKNOWN',
        since: localDate('2024-06-01'),
        areaHa: '12.5',
        placements: [
          {
            precision: 'COMMUNE',
            unitIds: ['15520@origin'],
            complete: true,
            provenance: 'STATED',
            evidence: 'Spec',
          },
        ],
        documents: [{ actId, subject: 'thành lập' }],
        claims: [{ field: 'note', value: 'Thử', asOf: localDate('2024-06-01'), ...said }],
        investor: { kind: 'COMMITTEE', name: 'UBND huyện Thọ Xuân', unitId: '38.huyen-tho-xuan@origin' },
        ...said,
      },
      context(),
    ),
  );
  await run(
    new PlaceClusterCommand(
      {
        clusterId: 'cn2-soc-son',
        communeIds: ['00433@2025-07-01'],
        from: localDate('2025-07-01'),
        evidence: 'Bản đồ',
        actId,
        reason,
        expectedRevision: await revision('cn2-soc-son'),
      },
      context(),
    ),
  );
  const at = { validAt: localDate('2025-10-01'), knownSeq: ports.readModel.status().seq };
  const joint = ports.readModel.responsibility('phu-thinh-2', MANAGE, at);
  await run(
    new NameLeadCommand(
      {
        clusterId: 'phu-thinh-2',
        leadOfficeId: joint.holders[0]?.officeId ?? '',
        from: localDate('2025-09-01'),
        actId,
        article: 'Đ.2',
        reason,
        expectedRevision: await revision('phu-thinh-2'),
      },
      context(),
    ),
  );
  await run(
    new ReassignCommand(
      {
        subjectId: 'dai-an-mo-rong',
        dutyId: MANAGE,
        holders: [{ officeId: 'SO_CONG_THUONG:48@2025-07-01', lead: false }],
        from: localDate('2025-12-01'),
        actId,
        article: 'Đ.1',
        reason,
        expectedRevision: await revision('dai-an-mo-rong'),
      },
      context(),
    ),
  );
  const [wrong] = ports.readModel.responsibility('xuan-hoa-tho-hai', MANAGE, at).decidedBySeqs;
  await run(
    new CorrectReassignmentCommand(
      {
        eventId: ports.readModel.event(wrong ?? 0)?.id ?? '',
        holders: [{ officeId: 'UBND_XA:15544@2025-07-01', lead: false }],
        to: localDate('2025-11-01'),
        actId,
        reason,
        expectedRevision: await revision('xuan-hoa-tho-hai'),
      },
      context(),
    ),
  );
}

/** Runs the command by its handler, as the command bus does, and gives the id of what it concerned. */
async function execute(command: object, ports: CommandPorts): Promise<string> {
  const name = command.constructor.name.replace(/Command$/, 'Handler');
  const Handler = COMMAND_HANDLERS.find((handler) => handler.name === name);
  if (Handler === undefined) throw new Error(`No handler ${name}`);
  const handler = new Handler(ports) as { execute(command: object): Promise<CommandOutcome> };
  const outcome = await handler.execute(command);
  if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome.refusal)}`);
  return outcome.id;
}
