import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importStreams, type StreamBatch } from '#application';
import type { DomainEvent, LocalDate } from '#domain';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';

/** Matters in flight through the API, over a real log with three units, for three offices. */
const COMMUNE = 'UBND_XA:1@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:38@origin';
const DISTRICT = 'UBND_HUYEN:38.tho-xuan@origin';
const REFORM = '2025-07-01' as LocalDate;
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService(
    [COMMUNE, CHAIRMAN, DISTRICT].map((office) => ({
      token: token(office),
      id: 'a1',
      office,
      role: 'clerk',
    })),
  );
  await importStreams(service.runtime.ports.log, [{ stream: 'boundary-nq-1', events: UNITS }, ACT], {
    importId: 'test',
    actor: { id: 'test', office: 'test', role: 'import' },
    clock: service.runtime.ports.clock,
  });
});
afterAll(() => service.close());

const unit = (unitId: string, name: string, more: object): DomainEvent => ({
  type: 'unit.listed',
  data: { unitId, name, level: 'COMMUNE', kind: 'XA', source: 'test', ...more },
});
const UNITS: readonly DomainEvent[] = [
  unit('38@origin', 'Tỉnh Thanh Hóa', { level: 'PROVINCE', kind: 'TINH', code: '38' }),
  unit('38.tho-xuan@origin', 'Huyện Thọ Xuân', { level: 'DISTRICT', kind: 'HUYEN', parentId: '38@origin' }),
  { type: 'unit.abolished', data: { unitId: '38.tho-xuan@origin', effectiveFrom: REFORM, actId: 'nq-1' } },
  {
    type: 'unit.established',
    data: {
      unitId: '1@2025-07-01',
      code: '1',
      name: 'Xã Xuân Hòa',
      level: 'COMMUNE',
      kind: 'XA',
      parentId: '38@origin',
      effectiveFrom: REFORM,
      actId: 'nq-1',
    },
  },
  {
    type: 'unit.succeeded',
    data: {
      fromId: '38.tho-xuan@origin',
      toId: '1@2025-07-01',
      extent: 'WHOLE',
      actId: 'nq-1',
      effectiveOn: REFORM,
    },
  },
];
const ND_139 = '139-2025-nd-cp.chinh-phu.2025-06-12';
const ACT: StreamBatch = {
  stream: `act-${ND_139}`,
  events: [
    {
      type: 'act.registered',
      data: {
        actId: ND_139,
        kind: 'DECREE',
        number: '139/2025/NĐ-CP',
        issuer: 'Chính phủ',
        inForceFrom: REFORM,
        provenance: 'READ',
        source: 'test',
      },
    },
  ],
};

function token(office: string): string {
  return `token-of-${office}`;
}

async function ask<T>(query: string, office: string): Promise<T> {
  const headers = { authorization: `Bearer ${token(office)}` };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

interface Outcome {
  readonly code?: string;
  readonly revision?: number;
  readonly position: string;
}

async function decide(name: string, office: string, fields: string): Promise<Outcome> {
  const mutation = `${name}Matter`;
  const result = `${name.charAt(0).toUpperCase()}${name.slice(1)}MatterResult`;
  const data = await ask<Record<string, Outcome>>(
    `mutation { ${mutation}(input: { matterId: "don-12", provenance: STATED, source: "example" ${fields} }) {
      ... on ${result} { position revision } ... on Refusal { code field } } }`,
    office,
  );
  return data[mutation] as Outcome;
}

describe('a matter in flight', () => {
  it('is recorded, taken over, accepted by its own office only, and goes on with the days it had', async () => {
    const record = `, kind: PETITION, title: "Đơn số 12", step: "Trả lời", asOf: "2025-06-17", officeId: "${DISTRICT}"
      places: [{ of: APPLICANT, precision: DISTRICT, unitIds: ["38.tho-xuan@origin"], provenance: STATED, evidence: "x" }]
      clock: { days: 25, working: false, startedOn: "2025-06-16" }`;
    const recorded = await decide('record', DISTRICT, record);
    expect(recorded).toMatchObject({ revision: 0 });
    expect(await decide('record', DISTRICT, record)).toMatchObject({ code: 'ALREADY_EXISTS' });

    const step = (on: string, revision: number) => `, effectiveOn: "${on}", expectedRevision: ${revision}`;
    const taking = `${step('2025-07-02', 0)}, officeId: "${COMMUNE}", actId: "${ND_139}", article: "Đ.22(3)"`;
    expect(await decide('takeOver', COMMUNE, taking)).toMatchObject({ revision: 1 });
    expect(await decide('accept', DISTRICT, step('2025-07-05', 1))).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    expect(await decide('accept', COMMUNE, step('2025-07-05', 0))).toMatchObject({ code: 'STALE_REVISION' });
    expect(await decide('accept', COMMUNE, step('2025-07-05', 1))).toMatchObject({ revision: 2 });
    expect(await decide('advance', CHAIRMAN, `${step('2025-07-06', 2)}, step: "x"`)).toMatchObject({
      code: 'NOT_YOUR_OFFICE',
    });
    const paused = `${step('2025-07-06', 2)}, step: "Bổ sung", clock: { change: PAUSED }`;
    expect(await decide('advance', COMMUNE, paused)).toMatchObject({ revision: 3 });
    const end = `${step('2025-08-01', 3)}, outcome: WITHDRAWN, reason: "Rút đơn"`;
    const { position } = await decide('close', COMMUNE, end);

    const on = (validAt: string, known = position) =>
      `matter(id: "don-12", at: { validAt: "${validAt}", position: "${known}" }) {
        stage since office { id name } deadline { state dueOn remaining } basis { article act { number } } }`;
    const answers = await ask<Record<string, Record<string, unknown> | null>>(
      `{ before: ${on('2025-06-30')} cutover: ${on('2025-07-01')} accepted: ${on('2025-07-05')}
         paused: ${on('2025-07-06')} closed: ${on('2025-08-01')} early: ${on('2025-06-15')} }`,
      COMMUNE,
    );
    expect(answers['early']).toBeNull();
    expect(answers['before']).toMatchObject({
      stage: 'IN_PROGRESS',
      office: { name: 'Ủy ban nhân dân huyện Thọ Xuân' },
      deadline: { state: 'RUNNING', dueOn: '2025-07-11' },
    });
    expect(answers['cutover']).toMatchObject({
      stage: 'TO_BE_TAKEN_OVER',
      since: '2025-07-01',
      office: { id: COMMUNE, name: 'Ủy ban nhân dân xã Xuân Hòa' },
      deadline: { dueOn: '2025-07-11' },
    });
    expect(answers['accepted']).toMatchObject({
      stage: 'ACCEPTED',
      basis: { article: 'Đ.22(3)', act: { number: '139/2025/NĐ-CP' } },
      deadline: { dueOn: '2025-07-11' },
    });
    expect(answers['paused']).toMatchObject({ deadline: { state: 'PAUSED', dueOn: null, remaining: 6 } });
    expect(answers['closed']).toMatchObject({ stage: 'CLOSED' });
  });

  it('without acceptance at the cutover is listed, and leaves the list when the chairman’s choice accepts it', async () => {
    const others = `kind: OTHER, step: "Tiếp", asOf: "2025-06-17", provenance: STATED, source: "example"`;
    await ask(
      `mutation { recordMatter(input: { matterId: "viec-7", title: "Việc số 7", ${others}
        places: [{ of: SUBJECT, precision: PROVINCE, unitIds: ["38@origin"], provenance: STATED, evidence: "x" }] }) {
        ... on RecordMatterResult { id } ... on Refusal { code message } } }`,
      CHAIRMAN,
    );
    const fact = 'matterId: "viec-7", effectiveOn: "2025-07-10", provenance: STATED, source: "example"';
    const coordinate = (office: string) =>
      ask<{ coordinateMatter: Outcome }>(
        `mutation { coordinateMatter(input: { ${fact}, expectedRevision: 0, officeId: "${COMMUNE}",
          actId: "${ND_139}", reason: "Theo địa bàn" }) {
          ... on CoordinateMatterResult { position } ... on Refusal { code } } }`,
        office,
      );
    expect((await coordinate(COMMUNE)).coordinateMatter.code).toBe('NOT_YOUR_OFFICE');
    const { position } = (await coordinate(CHAIRMAN)).coordinateMatter;
    const open = (validAt: string, known: string) =>
      ask<{ matters: { edges: { node: object }[] } }>(
        `{ matters(filter: { inFlightAtCutover: true, withoutAcceptance: true }, at: { validAt: "${validAt}", position: "${known}" }) {
          edges { node { id stage office { id } coordinators { id } atCutover steps { kind byOffice { id } } } } } }`,
        CHAIRMAN,
      ).then(({ matters }) => matters.edges.map(({ node }) => node));
    expect(await open('2025-07-10', position)).toEqual([
      {
        id: 'viec-7',
        stage: 'COORDINATED',
        office: { id: COMMUNE },
        coordinators: [{ id: CHAIRMAN }],
        atCutover: 'IN_FLIGHT',
        steps: [{ kind: 'COORDINATED', byOffice: { id: CHAIRMAN } }],
      },
    ]);
    expect(await open('2025-07-09', position)).toMatchObject([
      { id: 'viec-7', stage: 'UNDETERMINED', office: null },
    ]);
    const accepted = await ask<{ acceptMatter: Outcome }>(
      `mutation { acceptMatter(input: { ${fact}, expectedRevision: 1 }) {
        ... on AcceptMatterResult { position } ... on Refusal { code } } }`,
      COMMUNE,
    );
    expect(await open('2025-07-10', accepted.acceptMatter.position)).toEqual([]);
  });
});
