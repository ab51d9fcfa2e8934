import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importStreams, systemClock } from '#application';
import { localDate, type DomainEvent } from '#domain';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { BOUNDARY, recordDistrict } from '../testing/one-district.js';

/** Why a cluster lies where it lies, through the API, over a real log with one district of Yên Bái. */
const [OLD, NEW] = ['04441@origin', '04441@2025-07-01'];
const PARTS = ['90001@2027-01-01', '90002@2027-01-01'];
const DIVIDED = localDate('2027-01-01');
let service: EmptyService;
let undivided: string;

beforeAll(async () => {
  service = await startEmptyService();
  await recordDistrict(service.runtime.ports.log);
  await ask(`mutation { registerCluster(input: { clusterId: "xuan-ai", name: "Xuân Ái", status: OPERATING,
    since: "2024-11-06", provenance: STATED, source: "test", documents: [], claims: [],
    placements: [{ precision: COMMUNE, unitIds: ["${OLD}"], provenance: STATED, evidence: "Quyết định" }] }) {
    ... on RegisterClusterResult { position } } }`);
  undivided = (
    await ask<{ log: { readModel: { recordedAt: string } } }>('{ log { readModel { recordedAt } } }')
  ).log.readModel.recordedAt;
  await divide();
});
afterAll(() => service.close());

/** A division later than everything else, so that it is known to one clock and not to the other. */
async function divide(): Promise<void> {
  const by = { actId: BOUNDARY, effectiveFrom: DIVIDED };
  const events: readonly DomainEvent[] = [
    { type: 'unit.abolished', data: { unitId: NEW, ...by } },
    ...PARTS.flatMap((unitId): DomainEvent[] => [
      {
        type: 'unit.established',
        data: { unitId, code: unitId.slice(0, 5), name: `Xã ${unitId}`, level: 'COMMUNE', kind: 'XA', ...by },
      },
      {
        type: 'unit.succeeded',
        data: { fromId: NEW, toId: unitId, extent: 'PARTIAL', actId: BOUNDARY, effectiveOn: DIVIDED },
      },
    ]),
  ];
  const actor = { id: 'test', office: 'test', role: 'import' };
  const options = { importId: 'division', actor, clock: systemClock };
  await importStreams(service.runtime.ports.log, [{ stream: 'boundary-division', events }], options);
}

async function ask<T>(query: string): Promise<T> {
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

interface Origin {
  readonly unit: { readonly name: string };
  readonly recordedBy: { readonly type: string; readonly seq: number };
  readonly successions: readonly {
    readonly from: { readonly id: string };
    readonly to: { readonly id: string };
    readonly extent: string;
    readonly effectiveOn: string;
    readonly act: { readonly number: string };
    readonly recordedBy: { readonly type: string; readonly data: Record<string, unknown> };
  }[];
}
async function origins(subjectId: string, at: string): Promise<readonly Origin[]> {
  const { responsibility } = await ask<{ responsibility: { placeFollowsFrom: readonly Origin[] } }>(`{
    responsibility(subjectId: "${subjectId}", dutyId: "ccn_manage_local_clusters", at: { ${at} }) {
      placeFollowsFrom { unit { name } since precision complete provenance evidence act { number }
        recordedBy { type seq recordedAt }
        successions { from { id } to { id } extent effectiveOn act { number }
          recordedBy { type seq recordedAt data } } } } }`);
  return responsibility.placeFollowsFrom;
}
const steps = ([origin]: readonly Origin[]) =>
  origin?.successions.map((s) => `${s.from.id} ${s.extent} ${s.to.id} ${s.effectiveOn}`);

describe('an answer tells what the place of its subject follows from', () => {
  it('the recorded place alone, with the event that recorded it, while its unit stands', async () => {
    const found = await origins('xuan-ai', 'validAt: "2025-06-30"');
    expect(found).toMatchObject([
      {
        unit: { name: 'Xã Xuân Ái' },
        since: null,
        precision: 'COMMUNE',
        complete: true,
        provenance: 'STATED',
        evidence: 'Quyết định',
        act: null,
        recordedBy: { type: 'cluster.registered' },
        successions: [],
      },
    ]);
  });

  it('each step after it, by which act, with the very event of the step', async () => {
    const found = await origins('xuan-ai', 'validAt: "2027-01-01"');
    expect(steps(found)).toEqual([
      `${OLD} WHOLE ${NEW} 2025-07-01`,
      ...PARTS.map((part) => `${NEW} PARTIAL ${part} 2027-01-01`),
    ]);
    for (const { from, to, act, recordedBy } of found[0]?.successions ?? []) {
      expect(act.number).toBe('202/2025/QH15');
      expect(recordedBy).toMatchObject({ type: 'unit.succeeded', data: { fromId: from.id, toId: to.id } });
    }
  });

  it('only what was known then', async () => {
    expect(steps(await origins('xuan-ai', `validAt: "2027-01-01", knownAt: "${undivided}"`))).toEqual([
      `${OLD} WHOLE ${NEW} 2025-07-01`,
    ]);
    expect(await origins('xuan-ai', 'validAt: "2027-01-01", knownAt: "2020-01-01T00:00:00Z"')).toEqual([]);
  });

  it('nothing of a project, whose cluster has the place and the duties', async () => {
    await ask(`mutation { registerProject(input: { projectId: "xuong-may", name: "Xưởng may",
      clusterId: "xuan-ai", status: OPERATING, provenance: STATED, source: "test" }) {
      ... on RegisterProjectResult { position } } }`);
    expect(await origins('xuong-may', 'validAt: "2025-07-01"')).toEqual([]);
  });

  it('a step tells its event from either unit, a correspondence none', async () => {
    const step = 'recordedBy { type }';
    const found = await ask(`{
      unit(id: "${OLD}", at: { validAt: "2025-06-30" }) { successors { ${step} } }
      correspondence(from: "2025-06-30", to: "2027-01-01", unitId: "${OLD}") { ${step} } }`);
    expect(found).toEqual({
      unit: { successors: [{ recordedBy: { type: 'unit.succeeded' } }] },
      correspondence: [{ recordedBy: null }, { recordedBy: null }],
    });
  });
});
