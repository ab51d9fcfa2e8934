import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';

/**
 * Handovers through the API, by people of several offices, over a real log without national data.
 * National offices need no list of units; nothing of this is true.
 */
const OFFICES = {
  clerk: 'BO_CONG_THUONG',
  giver: 'BO_CONG_THUONG',
  receiver: 'CUC',
  decider: 'CHINH_PHU',
  other: 'CHINH_PHU',
  stranger: 'THU_TUONG',
} as const;
type Person = keyof typeof OFFICES;
const token = (person: Person) => `a-token-of-the-${person}`;
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService(
    (Object.keys(OFFICES) as Person[]).map((id) => ({
      token: token(id),
      id,
      office: OFFICES[id],
      role: 'official',
    })),
  );
  const { registerAct } = await ask<{ registerAct: { id: string } }>(
    'clerk',
    `mutation { registerAct(input: { kind: DECREE, number: "1/2025/NĐ-CP", issuer: "Chính phủ", issuedOn: "2025-06-12",
      inForceFrom: "2025-07-01", provenance: STATED, source: "made up" }) { ... on RegisterActResult { id } } }`,
  );
  expect(registerAct.id).toBe(ACT);
});
afterAll(() => service.close());

const ACT = '1-2025-nd-cp.chinh-phu.2025-06-12';

async function ask<T>(by: Person, query: string): Promise<T> {
  const headers = { authorization: `Bearer ${token(by)}` };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

interface Outcome {
  readonly revision?: number;
  readonly position?: string;
  readonly eventIds?: readonly string[];
  readonly code?: string;
  readonly field?: string;
}
async function decide(by: Person, mutation: string, input: string): Promise<Outcome> {
  const result = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Result`;
  const data = await ask<Record<string, Outcome>>(
    by,
    `mutation { ${mutation}(input: { ${input} }) {
       ... on ${result} { revision position eventIds } ... on Refusal { code field } } }`,
  );
  return data[mutation] ?? {};
}
const LIST = `items: [
  { itemId: "hs-1", kind: FILE, description: "Hồ sơ gốc", quantity: "3", quantityUnit: "hộp" },
  { itemId: "tien-1", kind: MONEY, description: "Số dư kho bạc", amountVnd: "125000000" }]`;

async function draft(id: string): Promise<Outcome> {
  return decide(
    'clerk',
    'draftHandover',
    `handoverId: "${id}", giverOfficeId: "BO_CONG_THUONG", receiverOfficeId: "CUC", decidingOfficeId: "CHINH_PHU",
     basis: { actId: "${ACT}", article: "Đ.6" }, effectiveOn: "2025-07-01", draftedOn: "2025-07-03",
     provenance: STATED, source: "made up"`,
  );
}
async function scheduled(id: string): Promise<void> {
  await draft(id);
  const at = (n: number) => `handoverId: "${id}", expectedRevision: ${n}`;
  await decide('clerk', 'inventoryHandover', `${at(0)}, inventoriedOn: "2025-07-05", ${LIST}`);
  const set = `${at(1)}, agreedOn: "2025-07-06", scheduledFor: "2025-07-15", place: "Hà Nội"`;
  expect(await decide('clerk', 'scheduleHandover', set)).toMatchObject({ revision: 2 });
}
const signing = (id: string, officeId: string, revision: number) =>
  `handoverId: "${id}", officeId: "${officeId}", signedOn: "2025-07-15", post: "Cục trưởng", expectedRevision: ${revision}`;

describe('a handover', () => {
  it('is signed by each party for itself, and shows the three dates apart', async () => {
    await scheduled('ban-giao-1');
    const list = `handoverId: "ban-giao-1", expectedRevision: 2, ${LIST}`;
    expect(await decide('stranger', 'inventoryHandover', list)).toEqual({
      code: 'NOT_YOUR_OFFICE',
      field: 'officeId',
    });
    const forOther = await decide('giver', 'signHandover', signing('ban-giao-1', 'CUC', 2));
    expect(forOther).toEqual({ code: 'NOT_YOUR_OFFICE', field: 'officeId' });
    const own = await decide('clerk', 'signHandover', signing('ban-giao-1', 'BO_CONG_THUONG', 2));
    expect(own).toEqual({ code: 'FOUR_EYES', field: 'actor' });
    await decide('giver', 'signHandover', signing('ban-giao-1', 'BO_CONG_THUONG', 2));
    const both = await decide('receiver', 'signHandover', signing('ban-giao-1', 'CUC', 3));
    expect(both).toMatchObject({ revision: 4 });

    const fields = `state effectiveOn recordedAt
      signatures { office { id name } signedOn post recordedAt }
      items { itemId needsMinute amountVnd }
      waitsFor { office { id } step since dueOn }
      basis { act { number } article } giver { name } receiver { name } witness { name } revision`;
    const at = (text: string) => `handover(id: "ban-giao-1", at: { ${text} }) { ${fields} }`;
    const answer = await ask<Record<string, Record<string, unknown> | null>>(
      'other',
      `{ now: ${at(`position: "${both.position}"`)}
         before: ${at(`validAt: "2025-07-14", position: "${both.position}"`)}
         undrafted: ${at(`validAt: "2025-07-02", position: "${both.position}"`)}
         unknown: ${at('knownAt: "2020-01-01T00:00:00Z"')} }`,
    );
    const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
    expect(answer['now']).toEqual({
      state: 'SIGNED',
      effectiveOn: '2025-07-01',
      recordedAt: instant,
      signatures: [
        {
          office: { id: 'BO_CONG_THUONG', name: 'Bộ Công Thương' },
          signedOn: '2025-07-15',
          post: 'Cục trưởng',
          recordedAt: instant,
        },
        expect.objectContaining({ office: expect.objectContaining({ id: 'CUC' }), signedOn: '2025-07-15' }),
      ],
      items: [
        { itemId: 'hs-1', needsMinute: null, amountVnd: null },
        { itemId: 'tien-1', needsMinute: null, amountVnd: '125000000' },
      ],
      waitsFor: [{ office: { id: 'CUC' }, step: 'ACCEPT', since: '2025-07-15', dueOn: null }],
      basis: { act: { number: '1/2025/NĐ-CP' }, article: 'Đ.6' },
      giver: { name: 'Bộ Công Thương' },
      receiver: { name: expect.any(String) },
      witness: null,
      revision: 4,
    });
    expect(answer['before']).toMatchObject({
      state: 'SCHEDULED',
      signatures: [],
      waitsFor: [
        { office: { id: 'BO_CONG_THUONG' }, step: 'SIGN', since: '2025-07-06', dueOn: '2025-07-15' },
        { office: { id: 'CUC' }, step: 'SIGN' },
      ],
    });
    expect(answer['undrafted']).toBeNull();
    expect(answer['unknown']).toBeNull();
  });

  it('is decided on by four eyes: resolved, corrected, made temporary, cancelled', async () => {
    await scheduled('ban-giao-2');
    await decide('giver', 'signHandover', signing('ban-giao-2', 'BO_CONG_THUONG', 2));
    const signed = await decide('receiver', 'signHandover', signing('ban-giao-2', 'CUC', 3));
    const at = (n: number) => `handoverId: "ban-giao-2", expectedRevision: ${n}`;
    const open = `${at(4)}, itemId: "hs-1", kind: MISSING, description: "Thiếu một hộp", openedOn: "2025-07-16"`;
    expect(await decide('receiver', 'openDiscrepancy', open)).toMatchObject({ revision: 5 });
    const why = 'reason: "made up"';
    const resolve = `${at(5)}, discrepancyId: "d1", ${why}, proposedOn: "2025-07-17"`;
    await decide('decider', 'resolveDiscrepancy', resolve);
    const approve = (n: number, p: string) => `${at(n)}, proposalId: "${p}", decidedOn: "2025-07-18"`;
    expect(await decide('decider', 'approveHandoverDecision', approve(6, 'p1'))).toMatchObject({
      code: 'FOUR_EYES',
    });
    expect(await decide('receiver', 'approveHandoverDecision', approve(6, 'p1'))).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await decide('other', 'approveHandoverDecision', approve(6, 'p1'))).toMatchObject({ revision: 7 });

    const wrong = (event: string) => `${at(7)}, ${why}, actId: "${ACT}", proposedOn: "2025-07-19",
      correction: { corrects: "${event}", place: "Trụ sở Bộ" }`;
    const elsewhere = '11111111-5f0e-4c5e-9b6c-0b1f1f1a7a25';
    expect(await decide('giver', 'correctHandover', wrong(elsewhere))).toMatchObject({
      code: 'UNKNOWN_EVENT',
    });
    await decide('giver', 'correctHandover', wrong(signed.eventIds?.[0] ?? ''));
    const later = `${at(8)}, proposalId: "p2", decidedOn: "2025-07-20"`;
    await decide('decider', 'approveHandoverDecision', later);
    const limited = `${at(9)}, ${why}, until: "2026-01-01", proposedOn: "2025-07-21"`;
    expect(await decide('giver', 'makeHandoverTemporary', limited)).toMatchObject({ code: 'INVALID_STEP' });
    const cancel = `${at(9)}, ${why}, proposedOn: "2025-07-21"`;
    expect(await decide('giver', 'cancelHandover', cancel)).toMatchObject({ revision: 10 });
    const declined = await decide(
      'decider',
      'declineHandoverDecision',
      `${at(10)}, proposalId: "p3", reason: "It stands.", decidedOn: "2025-07-22"`,
    );
    const { handover } = await ask<{ handover: Record<string, unknown> }>(
      'other',
      `{ handover(id: "ban-giao-2", at: { position: "${declined.position}" }) {
           state place proposals { proposalId } discrepancies { discrepancyId resolvedOn resolution openedBy { id } }
           states { state since } events { type corrects { id } } } }`,
    );
    expect(handover).toMatchObject({
      state: 'CORRECTED',
      place: 'Trụ sở Bộ',
      proposals: [],
      discrepancies: [{ discrepancyId: 'd1', resolvedOn: '2025-07-18', openedBy: { id: 'CUC' } }],
      states: expect.arrayContaining([{ state: 'RESOLVED', since: '2025-07-18' }]),
    });
    expect(handover['events']).toContainEqual({
      type: 'handover.corrected',
      corrects: { id: signed.eventIds?.[0] },
    });
  });

  it('gives two offices that sign at once one place in the order, and a command sent again its first result', async () => {
    await scheduled('ban-giao-3');
    const commandId = '3b7ad5c1-5f0e-4c5e-9b6c-0b1f1f1a7a25';
    const giving = `commandId: "${commandId}", ${signing('ban-giao-3', 'BO_CONG_THUONG', 2)}`;
    const outcomes = await Promise.all([
      decide('giver', 'signHandover', giving),
      decide('receiver', 'signHandover', signing('ban-giao-3', 'CUC', 2)),
    ]);
    expect(outcomes.filter((o) => o.revision === 3)).toHaveLength(1);
    expect(outcomes.filter((o) => o.code === 'STALE_REVISION')).toHaveLength(1);
    if (outcomes[0].revision === 3)
      expect(await decide('giver', 'signHandover', giving)).toEqual(outcomes[0]);
  });

  it('is found by office, by state on a day, and with its documents', async () => {
    const outcome = await draft('ban-giao-4');
    const added = await decide(
      'clerk',
      'addHandoverAttachment',
      `handoverId: "ban-giao-4", expectedRevision: 0, sha256: "${'a'.repeat(64)}", sizeBytes: 1024,
       mediaType: "application/pdf", title: "Dự thảo biên bản", addedOn: "2025-07-04"`,
    );
    expect(added.revision).toBe((outcome.revision ?? 0) + 1);
    const list = async (filter: string) => {
      const { handovers } = await ask<{ handovers: { edges: { node: { id: string } }[] } }>(
        'other',
        `{ handovers(filter: { ${filter} }, at: { validAt: "2025-07-04", position: "${added.position}" }) {
             edges { node { id attachments { sha256 title } } } } }`,
      );
      return handovers.edges.map(({ node }) => node.id);
    };
    expect(await list('officeId: "CUC", state: DRAFTED')).toContain('ban-giao-4');
    expect(await list('receiverId: "BO_CONG_THUONG"')).toEqual([]);
    expect(await list('giverId: "BO_CONG_THUONG", state: SIGNED')).toEqual([]);
  });
});
