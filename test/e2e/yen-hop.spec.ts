import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importedDataDir } from './imported.js';
import { removeDataDir, startService, type RunningService } from './service.js';

/**
 * The whole story of a real chain over HTTP, with three offices: Yên Hợp, from the project board of huyện Trấn Yên
 * through the gap to decision 1637. It is played with a cluster of its own beside the one of the sample; places,
 * days and decisions are the real ones, the minutes of the handover are made up.
 */
const PROVINCE = 'UBND_TINH:15@2025-07-01';
const BOARD = 'PUBLIC_SERVICE_UNIT:ban-quan-ly-du-an-dau-tu-xay-dung-khu-vuc-tran-yen';
const COMMUNE = 'UBND_XA:04441@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';
/** Whoever draws up a list does not sign it, so that two of the board act. */
const OFFICES = { province: PROVINCE, board: BOARD, headOfBoard: BOARD, commune: COMMUNE } as const;
type Who = keyof typeof OFFICES;

const CLUSTER = 'yen-hop-ke-lai';
const HANDOVER = 'ban-giao-yen-hop';
const FOUNDED = '2201-qd-ubnd.ubnd-tinh-yen-bai.2024-11-06';
const GIVEN_ON = '1637-qd-ubnd.ubnd-tinh-lao-cai.2026-05-12';
const DECREE_139 = '139-2025-nd-cp.chinh-phu.2025-06-12';
const SAID = 'provenance: SECONDARY, source: "Danh mục cụm công nghiệp tỉnh Lào Cai 2026"';

let service: RunningService;
beforeAll(async () => {
  const dataDir = await importedDataDir();
  const file = join(dataDir, 'tokens.jsonl');
  const lines = Object.entries(OFFICES).map(([who, office]) => {
    const sha256 = createHash('sha256').update(tokenOf(who)).digest('hex');
    return JSON.stringify({ sha256, id: who, office, role: 'clerk' });
  });
  writeFileSync(file, lines.join('\n'));
  service = await startService({ BANGIAO_TOKENS_FILE: file }, dataDir);
}, 180_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(service.dataDir);
});

function tokenOf(who: string): string {
  return `the-token-of-${who}-for-this-test`;
}

async function ask<T>(who: Who, document: string): Promise<T> {
  const answer = await service.query(document, {}, { authorization: `Bearer ${tokenOf(who)}` });
  expect(answer.errors).toBeUndefined();
  return answer.data as T;
}

interface Outcome {
  readonly revision?: number;
  readonly position?: string;
  readonly code?: string;
}
let position = '';

/** Carries a mutation out for an office, and remembers where it was written. */
async function act(who: Who, name: string, input: string): Promise<Outcome> {
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Result`;
  const outcome = (
    await ask<Record<string, Outcome>>(
      who,
      `mutation { ${name}(input: { ${input} }) { ... on ${type} { revision position } ... on Refusal { code } } }`,
    )
  )[name];
  position = outcome?.position ?? position;
  return outcome ?? {};
}

async function done(who: Who, name: string, input: string): Promise<number> {
  const outcome = await act(who, name, input);
  expect({ name, code: outcome.code }).toEqual({ name, code: undefined });
  return outcome.revision ?? -1;
}

const at = (validAt: string) => `at: { validAt: "${validAt}", position: "${position}" }`;

async function answerOn(dutyId: string, validAt: string): Promise<unknown> {
  const { responsibility } = await ask<{
    responsibility: { status: string; holders: { office: { id: string } }[] };
  }>(
    'province',
    `{ responsibility(subjectId: "${CLUSTER}", dutyId: "${dutyId}", ${at(validAt)}) {
      status holders { office { id } } } }`,
  );
  return [responsibility.status, ...responsibility.holders.map(({ office }) => office.id)];
}

/** Every answer over the cluster on a day, to see whether anything moved. */
async function everyAnswer(validAt: string): Promise<string> {
  const document = `{ cluster(id: "${CLUSTER}", ${at(validAt)}) { responsibilities {
    duty { id } status holders { office { id } } since until } } }`;
  return JSON.stringify(await ask('province', document));
}

const OPERATE = 'ccn_investor_operate';
const MANAGE = 'ccn_manage_local_clusters';
const REFORM = '2025-07-01';

describe('the story of Yên Hợp, played by the province, the board and the commune', () => {
  it('begins with a cluster of the district, whose board is the investor', async () => {
    await done(
      'province',
      'registerCluster',
      `clusterId: "${CLUSTER}", name: "Cụm công nghiệp Yên Hợp", status: ESTABLISHED, since: "2024-11-06", areaHa: "12",
       placements: [
         { precision: DISTRICT, unitIds: ["15.huyen-van-yen@origin"], provenance: COMPUTED, evidence: "Huyện Văn Yên" }
         { from: "${REFORM}", precision: COMMUNE, unitIds: ["04441@2025-07-01"], provenance: SECONDARY, evidence: "Xã Xuân Ái" }]
       documents: [{ actId: "${FOUNDED}", subject: "thành lập" }]
       investor: { kind: PUBLIC_SERVICE_UNIT, name: "Ban Quản lý dự án đầu tư xây dựng khu vực Trấn Yên",
         unitId: "15.huyen-tran-yen@origin" }
       ${SAID}`,
    );
    expect(await answerOn(MANAGE, '2025-06-30')).toEqual(['HELD', 'UBND_HUYEN:15.huyen-van-yen@origin']);
    expect(await answerOn(OPERATE, '2025-06-30')).toEqual(['HELD', BOARD]);
  });

  it('comes to the reform: the commune manages by law, the board goes on until it is rearranged', async () => {
    expect(await answerOn(MANAGE, REFORM)).toEqual(['HELD', COMMUNE]);
    expect(await answerOn(OPERATE, REFORM)).toEqual(['CONTINUING_PENDING_REARRANGEMENT', BOARD]);
    const { pendingRearrangements } = await ask<{
      pendingRearrangements: { edges: { node: { cluster: { id: string }; mustDecide: { id: string }[] } }[] };
    }>(
      'province',
      `{ pendingRearrangements(filter: { provinceId: "15@2025-07-01" }, ${at('2025-12-31')}, first: 100) {
        edges { node { cluster { id } mustDecide { id } } } } }`,
    );
    const pending = pendingRearrangements.edges.find(({ node }) => node.cluster.id === CLUSTER);
    expect(pending?.node.mustDecide).toEqual([{ id: PROVINCE }]);
    const { worklist } = await ask<{ worklist: { edges: { node: { kind: string; subjectId: string } }[] } }>(
      'province',
      `{ worklist(officeId: "${PROVINCE}", ${at('2025-12-31')}, first: 100) { edges { node { kind subjectId } } } }`,
    );
    const waiting = worklist.edges.filter(({ node }) => node.subjectId === CLUSTER);
    expect(waiting.map(({ node }) => node.kind)).toContain('INVESTOR_REARRANGE');
  });

  it('hands files over: each signs for his own office, late, and no answer moves', async () => {
    const before = await everyAnswer('2026-03-01');
    const item = `itemId: "hs-1", kind: FILE, description: "Hồ sơ dự án hạ tầng", subjectId: "${CLUSTER}"`;
    const draft = `handoverId: "${HANDOVER}", giverOfficeId: "${BOARD}", receiverOfficeId: "${COMMUNE}",
      decidingOfficeId: "${CHAIRMAN}", basis: { actId: "${DECREE_139}", article: "Đ.6" }, effectiveOn: "${REFORM}",
      draftedOn: "2025-09-01", items: [{ ${item} }], provenance: STATED, source: "made up for this test"`;
    const on = (expectedRevision: number) =>
      `handoverId: "${HANDOVER}", expectedRevision: ${expectedRevision}`;
    let revision = await done('board', 'draftHandover', draft);
    revision = await done(
      'board',
      'inventoryHandover',
      `${on(revision)}, items: [{ ${item} }], inventoriedOn: "2025-09-02"`,
    );
    revision = await done(
      'board',
      'scheduleHandover',
      `${on(revision)}, agreedOn: "2025-09-03", scheduledFor: "2025-09-15"`,
    );
    const signature = (officeId: string, expected: number) =>
      `${on(expected)}, officeId: "${officeId}", signedOn: "2025-09-15"`;
    const sign = (who: Who, officeId: string, expected: number) =>
      act(who, 'signHandover', signature(officeId, expected));
    expect((await sign('province', BOARD, revision)).code).toBe('NOT_YOUR_OFFICE');
    expect((await sign('board', BOARD, revision)).code).toBe('FOUR_EYES');
    revision = await done('headOfBoard', 'signHandover', signature(BOARD, revision));
    expect((await sign('board', COMMUNE, revision)).code).toBe('NOT_YOUR_OFFICE');
    const afterOne = await ask<{ handover: { state: string } }>(
      'commune',
      `{ handover(id: "${HANDOVER}", ${at('2026-03-01')}) { state } }`,
    );
    expect(afterOne.handover.state).toBe('SCHEDULED');
    revision = await done('commune', 'signHandover', signature(COMMUNE, revision));
    await done(
      'commune',
      'acceptHandover',
      `${on(revision)}, acceptedOn: "2025-09-16", reservation: "Chưa nhận hồ sơ đất đai"`,
    );
    const { handover } = await ask<{
      handover: { state: string; effectiveOn: string; recordedAt: string; signatures: object[] };
    }>(
      'commune',
      `{ handover(id: "${HANDOVER}", ${at('2026-03-01')}) { state effectiveOn recordedAt signatures { office { id } signedOn } } }`,
    );
    expect(handover).toMatchObject({
      state: 'ACCEPTED_WITH_RESERVATION',
      effectiveOn: REFORM,
      signatures: [
        { office: { id: BOARD }, signedOn: '2025-09-15' },
        { office: { id: COMMUNE }, signedOn: '2025-09-15' },
      ],
    });
    // Three dates apart: by law, on paper, in the record.
    expect(handover.recordedAt > '2025-09-16').toBe(true);
    expect(await everyAnswer('2026-03-01')).toBe(before);
  });

  it('ends with decision 1637: the commune follows the board from that day, and what was known before stays', async () => {
    const { log } = await ask<{ log: { head: string } }>('province', '{ log { head } }');
    const { investorAppointments } = await ask<{
      investorAppointments: { id: string; revision: number }[];
    }>('province', `{ investorAppointments(clusterId: "${CLUSTER}", ${at('2026-03-01')}) { id revision } }`);
    const [appointment] = investorAppointments;
    await done(
      'province',
      'rearrangeInvestor',
      `clusterId: "${CLUSTER}", appointmentId: "${appointment?.id}", expectedRevision: ${appointment?.revision},
       outcome: TRANSFERRED_TO_COMMUNE, successor: { kind: COMMITTEE, unitId: "04441@2025-07-01" },
       effectiveOn: "2026-05-12", actId: "${GIVEN_ON}", reason: "Quyết định 1637/QĐ-UBND", ${SAID}`,
    );
    expect(await answerOn(OPERATE, '2026-05-11')).toEqual(['CONTINUING_PENDING_REARRANGEMENT', BOARD]);
    expect(await answerOn(OPERATE, '2026-05-12')).toEqual(['HELD', COMMUNE]);
    const { knowledgeDiff } = await ask<{
      knowledgeDiff: { edges: { node: { duty: { id: string }; changedBy: { act: { id: string } }[] } }[] };
    }>(
      'province',
      `{ knowledgeDiff(filter: { subjectId: "${CLUSTER}" }, validAt: "2026-06-01", knownFrom: { position: "${log.head}" },
         first: 100) { edges { node { duty { id } changedBy { act { id } } } } } }`,
    );
    const changed = knowledgeDiff.edges.map(({ node }) => node);
    expect(changed.map(({ duty }) => duty.id)).toContain(OPERATE);
    expect(changed.map(({ duty }) => duty.id)).not.toContain(MANAGE);
    for (const { changedBy } of changed) expect(changedBy.map((e) => e.act.id)).toContain(GIVEN_ON);
    const { pendingRearrangements } = await ask<{
      pendingRearrangements: { edges: { node: { cluster: { id: string } } }[] };
    }>(
      'province',
      `{ pendingRearrangements(${at('2026-06-01')}, first: 100) { edges { node { cluster { id } } } } }`,
    );
    expect(pendingRearrangements.edges.map(({ node }) => node.cluster.id)).not.toContain(CLUSTER);
  });
});
