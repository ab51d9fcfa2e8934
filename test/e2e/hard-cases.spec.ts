import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importedDataDir } from './imported.js';
import { RESPONSIBILITY, type Answer } from './questions.js';
import { removeDataDir, startService, type RunningService } from './service.js';

/** Hard cases that take the sample and what is decided over it; everything decided here is made up and says so. */
const MADE_UP = { provenance: 'STATED', source: 'made up for the test' };
const RELOCATION = 'ccn_approve_relocation_plan';
const QD_2201 = '2201-qd-ubnd.ubnd-tinh-yen-bai.2024-11-06';

let service: RunningService;
beforeAll(async () => {
  service = await startService({}, await importedDataDir());
}, 150_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(service.dataDir);
});

interface Outcome {
  readonly id?: string;
  readonly position?: string;
  readonly code?: string;
}

async function outcomeOf(name: string, input: Record<string, unknown>): Promise<Outcome> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const document = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    ... on ${type}Result { id position } ... on Refusal { code } } }`;
  return (await service.ask<Record<string, Outcome>>(document, { input }))[name] ?? {};
}

/** Decides and waits until it is known. */
async function decided(name: string, input: Record<string, unknown>): Promise<string> {
  const { id, position, code } = await outcomeOf(name, { ...MADE_UP, ...input });
  expect([name, code]).toEqual([name, undefined]);
  await service.ask('query ($at: At) { cluster(id: "yen-hop", at: $at) { id } }', { at: { position } });
  return id ?? '';
}

async function holders(subjectId: string, dutyId: string, validAt: string): Promise<readonly string[]> {
  const variables = { subjectId, dutyId, at: { validAt } };
  const { responsibility } = await service.ask<{ responsibility: Answer }>(RESPONSIBILITY, variables);
  return [responsibility.status, ...responsibility.holders.map(({ office }) => office.id)];
}

describe('H12: a centre under another department', () => {
  it('its parent and the department that guides it are told apart', async () => {
    const { organisation } = await service.ask<{ organisation: unknown }>(
      '{ organisation(id: "tt-khuyen-cong-lao-cai") { parent { name } guidance { name } } }',
    );
    expect(organisation).toEqual({
      parent: { name: 'Sở Tài chính tỉnh Lào Cai' },
      guidance: { name: 'Sở Công Thương tỉnh Lào Cai' },
    });
  });
});

describe('H25: withdrawn from the plan but operating', () => {
  interface Life {
    readonly lifecycle: { readonly state: string };
    readonly revision: number;
  }
  const life = async (id: string, validAt: string) =>
    (
      await service.ask<{ cluster: Life }>(
        `{ cluster(id: "${id}", at: { validAt: "${validAt}" }) { revision lifecycle { state } } }`,
      )
    ).cluster;

  it('who must make the relocation scheme? In Đầm Hồng both wards since the reform, withdrawn as it is', async () => {
    expect((await life('dam-hong', '2026-06-01')).lifecycle.state).toBe('WITHDRAWN_FROM_PLAN');
    expect(await holders('dam-hong', RELOCATION, '2026-06-01')).toEqual([
      'JOINT',
      'UBND_XA:04252@2025-07-01',
      'UBND_XA:04279@2025-07-01',
    ]);
  });

  it('a cluster that is withdrawn today keeps the holder that it had', async () => {
    const before = await holders('dong-an', RELOCATION, '2026-06-02');
    expect(before).toEqual(['HELD', 'UBND_XA:04399@2025-07-01']);
    const issuedOn = '2026-06-01';
    const issuer = 'UBND tỉnh Lào Cai';
    const act = {
      kind: 'PROVINCIAL_DECISION',
      number: '9025/QĐ-UBND',
      issuer,
      issuedOn,
      inForceFrom: issuedOn,
    };
    await decided('advanceCluster', {
      clusterId: 'dong-an',
      from: 'LEGACY_UNESTABLISHED',
      to: 'WITHDRAWN_FROM_PLAN',
      effectiveOn: issuedOn,
      actId: await decided('registerAct', act),
      reason: 'made up for the test',
      expectedRevision: (await life('dong-an', issuedOn)).revision,
    });
    expect((await life('dong-an', '2026-05-31')).lifecycle.state).toBe('LEGACY_UNESTABLISHED');
    expect((await life('dong-an', '2026-06-02')).lifecycle.state).toBe('WITHDRAWN_FROM_PLAN');
    expect(await holders('dong-an', RELOCATION, '2026-06-02')).toEqual(before);
  });
});

describe('H27: sibling clusters of almost one name', () => {
  it('which Yên Hợp does QĐ 2201 create? The one whose step names it, and neither of its siblings', async () => {
    for (const n of [1, 2]) {
      const input = { clusterId: `yen-hop-${n}`, name: `Cụm công nghiệp Yên Hợp ${n}`, status: 'UNKNOWN' };
      const place = { precision: 'PROVINCE', unitIds: ['15@2025-07-01'], complete: true, from: '2025-07-01' };
      const placements = [{ ...place, provenance: 'STATED', evidence: 'made up for the test' }];
      await decided('registerCluster', { ...input, placements });
    }
    const document = `{
      clusters(filter: { name: "yen hop" }) {
        edges { node { id lifecycle { history { to act { id } } } } }
      }
      auditTrail(filter: { actId: "${QD_2201}", types: ["cluster.advanced"] }) { edges { node { data } } }
    }`;
    const { clusters, auditTrail } = await service.ask<{
      clusters: { edges: { node: unknown }[] };
      auditTrail: { edges: { node: { data: { clusterId: string } } }[] };
    }>(document);
    expect(clusters.edges.map(({ node }) => node)).toEqual([
      { id: 'yen-hop', lifecycle: { history: [{ to: 'ESTABLISHED', act: { id: QD_2201 } }] } },
      { id: 'yen-hop-1', lifecycle: { history: [] } },
      { id: 'yen-hop-2', lifecycle: { history: [] } },
    ]);
    expect(auditTrail.edges.map(({ node }) => node.data.clusterId)).toEqual(['yen-hop']);
  });
});
