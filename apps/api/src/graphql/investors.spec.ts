import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  derivedCommandId,
  freshRegister,
  RearrangeInvestorCommand,
  RearrangeInvestorHandler,
  type EventLog,
} from '#application';
import { BanGiaoError, localDate } from '#domain';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { BOUNDARY, DECISION, DISTRICT, recordDistrict } from '../testing/one-district.js';

/** Investors through the API, over a real log with one district of Yên Bái before and after its end. */
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService();
  await recordDistrict(service.runtime.ports.log);
});
afterAll(() => service.close());

type Answer = Record<string, Record<string, unknown>>;
async function ask<T = Answer>(query: string): Promise<T> {
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}
async function decide(name: string, input: string): Promise<Record<string, unknown>> {
  const Result = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
  const answer = await ask(`mutation { ${name}(input: { ${input} provenance: STATED, source: "test" }) {
    ... on ${Result} { id position revision eventIds } ... on Refusal { code field } } }`);
  return answer[name] ?? {};
}

const register = (id: string, investor: string) =>
  decide(
    'registerCluster',
    `clusterId: "${id}", name: "Cụm ${id}", status: ESTABLISHED, since: "2024-11-06",
     placements: [{ precision: COMMUNE, unitIds: ["04441@origin"], provenance: STATED, evidence: "test" }],
     documents: [], claims: [], investor: { ${investor} },`,
  );
const rearrange = (revision: number, more = `actId: "${DECISION}",`) =>
  decide(
    'rearrangeInvestor',
    `clusterId: "yen-hop", appointmentId: "yen-hop-investor-1", effectiveOn: "2026-05-12",
     outcome: TRANSFERRED_TO_COMMUNE, reason: "Giao UBND xã.", expectedRevision: ${revision},
     successor: { kind: COMMITTEE, unitId: "04441@2025-07-01" }, ${more}`,
  );
const PUBLIC_UNIT = `kind: PUBLIC_SERVICE_UNIT, name: "Ban QLDA", unitId: "${DISTRICT.unitId}"`;
const DISTRICT_ITSELF = `kind: COMMITTEE, name: "UBND huyện", unitId: "${DISTRICT.unitId}"`;
const COMMAND = derivedCommandId('test', 'rearrange');
const OPERATE = 'ccn_investor_operate';

describe('a public investor without its district (Yên Hợp)', () => {
  it('waits for the province, which the register tells with the unit that goes on meanwhile', async () => {
    const { position } = await register('yen-hop', PUBLIC_UNIT);
    await register('pho-rang', DISTRICT_ITSELF);
    const { pendingRearrangements } = await ask(`{
      pendingRearrangements(at: { validAt: "2025-08-15", position: "${String(position)}" }) { edges { node {
        stage since cluster { id } appointment { id stage current office { name } }
        basis { article act { number } } mustDecide { id name } mayHaveToDecide { id }
        decision { status holders { office { id } } }
        meanwhile { duty { id } status holders { office { name } } } } } } }`);
    expect((pendingRearrangements?.['edges'] as unknown[])[1]).toEqual({
      node: {
        stage: 'CONTINUING_PENDING_REARRANGEMENT',
        since: '2025-07-01',
        cluster: { id: 'yen-hop' },
        appointment: {
          id: 'yen-hop-investor-1',
          stage: 'CONTINUING_PENDING_REARRANGEMENT',
          current: true,
          office: { name: 'Ban QLDA' },
        },
        basis: { article: 'Đ.35(3)', act: { number: '32/2024/NĐ-CP' } },
        mustDecide: [{ id: 'UBND_TINH:15@2025-07-01', name: 'Ủy ban nhân dân tỉnh Lào Cai' }],
        mayHaveToDecide: [],
        decision: { status: 'HELD', holders: [{ office: { id: 'UBND_TINH:15@2025-07-01' } }] },
        meanwhile: [
          'ccn_investor_execute_infrastructure_project',
          OPERATE,
          'ccn_investor_report',
          'ccn_investor_unit_continues_until_rearranged',
        ].map((id) => ({
          duty: { id },
          status: 'CONTINUING_PENDING_REARRANGEMENT',
          holders: [{ office: { name: 'Ban QLDA' } }],
        })),
      },
    });
  });

  it('waits by stage, by province and page by page, and on no day before', async () => {
    const list = (args: string, validAt = '2025-08-15') =>
      ask<{
        pendingRearrangements: {
          edges: { node: { cluster: { id: string } } }[];
          pageInfo: { endCursor: string };
        };
      }>(
        `{ pendingRearrangements(${args} at: { validAt: "${validAt}" }) {
           edges { node { cluster { id } } } pageInfo { endCursor } } }`,
      ).then(({ pendingRearrangements: { edges, pageInfo } }) => ({
        ids: edges.map(({ node }) => node.cluster.id),
        end: pageInfo.endCursor,
      }));
    expect((await list('')).ids).toEqual(['pho-rang', 'yen-hop']);
    expect((await list('', '2025-06-30')).ids).toEqual([]);
    expect((await list('filter: { stage: HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION },')).ids).toEqual([
      'pho-rang',
    ]);
    expect((await list('filter: { provinceId: "15@2025-07-01" },')).ids).toHaveLength(2);
    expect((await list('filter: { provinceId: "15@origin" },')).ids).toEqual([]);
    const first = await list('first: 1,');
    expect(first.ids).toEqual(['pho-rang']);
    expect((await list(`first: 1, after: "${first.end}",`)).ids).toEqual(['yen-hop']);
  });

  it('is not changed by the act that changed the boundaries', async () => {
    expect(await rearrange(0, `actId: "${BOUNDARY}",`)).toEqual({ code: 'NOT_APPLICABLE', field: 'actId' });
    expect(await rearrange(7)).toEqual({ code: 'STALE_REVISION', field: 'expectedRevision' });
  });

  it('is rearranged by the decision of the province, its duties pass that day, and a retry writes nothing', async () => {
    const by = `actId: "${DECISION}", commandId: "${COMMAND}",`;
    const decided = await rearrange(0, by);
    expect(decided).toMatchObject({ id: 'yen-hop', revision: 2 });
    // The end and the appointment, the three duties that pass, and the one that ends.
    expect(decided['eventIds']).toHaveLength(6);
    expect(await rearrange(0, by)).toEqual(decided);

    const position = String(decided['position']);
    const at = (validAt: string) => `at: { validAt: "${validAt}", position: "${position}" }`;
    const who = `responsibility(subjectId: "yen-hop", dutyId: "${OPERATE}"`;
    const holder = 'status manner holders { office { id } } basis { act { id } } decidedBy { type }';
    const answers = await ask(`{
      eve: ${who}, ${at('2026-05-11')}) { ${holder} }
      day: ${who}, ${at('2026-05-12')}) { ${holder} }
      after: cluster(id: "yen-hop", ${at('2026-05-12')}) { infrastructureInvestor { id status office { name } } }
      left: pendingRearrangements(${at('2026-05-12')}) { edges { node { cluster { id } } } }
      asKnownBefore: ${who}, at: { validAt: "2026-05-12", knownAt: "2020-01-01T00:00:00Z" }) { status } }`);
    expect(answers).toMatchObject({
      eve: {
        status: 'CONTINUING_PENDING_REARRANGEMENT',
        holders: [{ office: { id: 'PUBLIC_SERVICE_UNIT:ban-qlda' } }],
      },
      day: {
        status: 'HELD',
        manner: 'BY_DECISION',
        holders: [{ office: { id: 'UBND_XA:04441@2025-07-01' } }],
        basis: { act: { id: DECISION } },
        decidedBy: [
          { type: 'responsibility.reassigned' },
          { type: 'investor.ended' },
          { type: 'investor.appointed' },
        ],
      },
      after: {
        infrastructureInvestor: {
          id: 'yen-hop-investor-2',
          status: 'HELD',
          office: { name: 'Ủy ban nhân dân xã Xuân Ái' },
        },
      },
      left: { edges: [{ node: { cluster: { id: 'pho-rang' } } }] },
      asKnownBefore: { status: 'NO_BASIS' },
    });
  });

  it('has its history in the record, at both clocks', async () => {
    const { investorAppointments } = await ask(`{
      investorAppointments(clusterId: "yen-hop", at: { validAt: "2026-05-12" }) {
        id kind stage current from until revision history { stage effectiveOn act { id } reason } } }`);
    expect(investorAppointments).toEqual([
      {
        id: 'yen-hop-investor-1',
        kind: 'PUBLIC_SERVICE_UNIT',
        stage: 'TRANSFERRED_TO_COMMUNE',
        current: false,
        from: null,
        until: '2026-05-12',
        revision: 2,
        history: [
          { stage: 'ASSIGNED_68_15_2', effectiveOn: null, act: null, reason: null },
          {
            stage: 'TRANSFERRED_TO_COMMUNE',
            effectiveOn: '2026-05-12',
            act: { id: DECISION },
            reason: 'Giao UBND xã.',
          },
        ],
      },
      {
        id: 'yen-hop-investor-2',
        kind: 'COMMITTEE',
        stage: 'APPOINTED',
        current: true,
        from: '2026-05-12',
        until: null,
        revision: 2,
        history: [{ stage: 'APPOINTED', effectiveOn: '2026-05-12', act: { id: DECISION }, reason: null }],
      },
    ]);
  });
});

describe('what was recorded wrongly of an investor', () => {
  const who = (at: string) => `responsibility(subjectId: "yen-hop", dutyId: "${OPERATE}", at: { ${at} }) {
    status holders { office { id } } decidedBy { type } }`;
  const correct = (corrects: string, revision: number, more = '') =>
    decide(
      'correctInvestor',
      `clusterId: "yen-hop", corrects: "${corrects}", actId: "${DECISION}", reason: "Ghi nhầm ngày.",
       expectedRevision: ${revision}, ${more}`,
    );
  const unit = [{ office: { id: 'PUBLIC_SERVICE_UNIT:ban-qlda' } }];
  const commune = [{ office: { id: 'UBND_XA:04441@2025-07-01' } }];

  it('is taken back by its event, with the duties, and was never so as known from then on; a retry writes nothing', async () => {
    const { investorAppointments } = await ask<{
      investorAppointments: { history: { stage: string; eventId: string }[] }[];
    }>('{ investorAppointments(clusterId: "yen-hop") { history { stage eventId } } }');
    const [first, follower] = investorAppointments.map(({ history }) => history.at(-1)?.eventId ?? '');
    const knownAt = new Date().toISOString();
    await delay(5);
    expect(await correct(follower ?? '', 2)).toEqual({ code: 'NOT_APPLICABLE', field: 'corrects' });
    const by = `commandId: "${derivedCommandId('test', 'correct')}",`;
    const corrected = await correct(first ?? '', 2, by);
    expect(corrected).toMatchObject({ id: 'yen-hop', revision: 4 });
    expect(await correct(first ?? '', 2, by)).toEqual(corrected);
    const answers = await ask(`{
      now: ${who('validAt: "2026-06-01"')}
      asKnownBefore: ${who(`validAt: "2026-06-01", knownAt: "${knownAt}"`)}
      left: pendingRearrangements(at: { validAt: "2026-06-01" }) { edges { node { cluster { id } } } }
      investorAppointments(clusterId: "yen-hop") { id current until }
      corrections(filter: { subjectId: "yen-hop" }) { edges { node {
        event { type reason act { id } corrects { type } } changes { duty { id } } } } } }`);
    expect(answers).toMatchObject({
      now: {
        status: 'CONTINUING_PENDING_REARRANGEMENT',
        holders: unit,
        decidedBy: expect.arrayContaining([
          { type: 'responsibility.corrected' },
          { type: 'investor.corrected' },
        ]),
      },
      asKnownBefore: { status: 'HELD', holders: commune },
      left: { edges: expect.arrayContaining([{ node: { cluster: { id: 'yen-hop' } } }]) },
      investorAppointments: [{ id: 'yen-hop-investor-1', current: true, until: null }],
    });
    const { corrections } = answers as unknown as {
      corrections: { edges: { node: { event: object; changes: { duty: { id: string } }[] } }[] };
    };
    const nodes = corrections.edges.map(({ node }) => node);
    expect(nodes.map(({ event }) => event)).toContainEqual({
      type: 'investor.corrected',
      reason: 'Ghi nhầm ngày.',
      act: { id: DECISION },
      corrects: { type: 'investor.ended' },
    });
    expect(nodes.flatMap(({ changes }) => changes.map(({ duty }) => duty.id))).toContain(OPERATE);
  });

  it('and recorded as it was, by another day', async () => {
    await decide(
      'rearrangeInvestor',
      `clusterId: "yen-hop", appointmentId: "yen-hop-investor-1", effectiveOn: "2026-05-20",
       outcome: TRANSFERRED_TO_COMMUNE, reason: "Giao UBND xã.", expectedRevision: 4, actId: "${DECISION}",
       successor: { kind: COMMITTEE, unitId: "04441@2025-07-01" },`,
    );
    expect(
      await ask(`{ eve: ${who('validAt: "2026-05-19"')} day: ${who('validAt: "2026-05-20"')} }`),
    ).toMatchObject({ eve: { holders: unit }, day: { status: 'HELD', holders: commune } });
  });
});

describe('a decision that the service did not finish', () => {
  const input = {
    clusterId: 'pho-rang',
    appointmentId: 'pho-rang-investor-1',
    effectiveOn: localDate('2026-05-12'),
    outcome: 'TRANSFERRED_TO_COMMUNE',
    actId: DECISION,
    reason: 'Giao UBND xã.',
    successor: { kind: 'COMMITTEE', unitId: '04441@2025-07-01' },
    expectedRevision: 0,
    provenance: 'STATED',
    source: 'test',
  } as const;
  const commandId = derivedCommandId('test', 'interrupted');
  const actor = { id: 'a1', office: 'UBND_TINH:15@2025-07-01', role: 'registrar' };
  const command = new RearrangeInvestorCommand(input, { actor, commandId, correlationId: commandId });
  const holder = async () => {
    await freshRegister(service.runtime.ports);
    const { readModel } = service.runtime.ports;
    const clocks = { validAt: localDate('2026-05-12'), knownSeq: readModel.status().seq };
    return readModel.responsibility('pho-rang', OPERATE, clocks).holders.map((h) => h.officeId);
  };

  it('is completed when it is sent again: the investor changed, and now its duties pass, once', async () => {
    const stopping: EventLog = Object.create(service.runtime.ports.log) as EventLog;
    stopping.append = (stream, events, expected) =>
      stream.startsWith('cluster-')
        ? Promise.reject(new BanGiaoError('LOG_UNAVAILABLE', 'The log is away.'))
        : service.runtime.ports.log.append(stream, events, expected);
    stopping.head = () => service.runtime.ports.log.head();
    stopping.readStream = (stream, from, options) =>
      service.runtime.ports.log.readStream(stream, from, options);
    const interrupted = new RearrangeInvestorHandler({ ...service.runtime.ports, log: stopping });
    await expect(interrupted.execute(command)).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    expect(await holder()).toEqual([]);

    const whole = new RearrangeInvestorHandler(service.runtime.ports);
    const completed = await whole.execute(command);
    expect(completed).toMatchObject({ ok: true, revision: 2 });
    expect(await holder()).toEqual(['UBND_XA:04441@2025-07-01']);
    expect(await whole.execute(command)).toEqual(completed);
  });
});

describe('a cluster in phases', () => {
  it('names the investor of each, and which phase it is for', async () => {
    const { revision: registered } = await register('hai-giai-doan', 'kind: NONE');
    const phases = 'phases: [{ phaseId: "mot", name: "Một" }, { phaseId: "hai", name: "Hai" }],';
    await decide(
      'recordPhases',
      `clusterId: "hai-giai-doan", expectedRevision: ${Number(registered)},
       reason: "Chia giai đoạn.", ${phases}`,
    );
    for (const name of ['A', 'B']) await decide('registerEnterprise', `name: "Công ty ${name}",`);
    const appoint = (phaseId: string, name: string, revision: number) =>
      decide(
        'appointInvestor',
        `clusterId: "hai-giai-doan", appointmentId: "${phaseId}", phaseId: "${phaseId}", from: "2026-05-12",
         actId: "${DECISION}", reason: "Giao chủ đầu tư.", expectedRevision: ${revision},
         investor: { kind: ENTERPRISE, enterpriseId: "cong-ty-${name.toLowerCase()}" },`,
      );
    const { revision } = await appoint('mot', 'A', 0);
    const last = await appoint('hai', 'B', Number(revision));
    const { cluster } = await ask(`{ cluster(id: "hai-giai-doan",
      at: { validAt: "2026-06-01", position: "${String(last['position'])}" }) {
        infrastructureInvestors { phaseId name } infrastructureInvestor { phaseId }
        responsibilities(dutyIds: ["${OPERATE}"]) { status explanation } } }`);
    expect(cluster).toEqual({
      infrastructureInvestors: [
        { phaseId: 'mot', name: 'Công ty A' },
        { phaseId: 'hai', name: 'Công ty B' },
      ],
      infrastructureInvestor: { phaseId: 'hai' },
      responsibilities: [
        {
          status: 'JOINT',
          explanation: expect.stringMatching(/Phase mot: .*Công ty A.*Phase hai: .*Công ty B/),
        },
      ],
    });
  });
});

describe('the selection of an enterprise', () => {
  it('registers the enterprise once, and finds it', async () => {
    const enterprise = 'name: "Công ty cổ phần Một", registrationNumber: "0101234567",';
    const registered = await decide('registerEnterprise', enterprise);
    expect(registered).toMatchObject({ id: 'cong-ty-co-phan-mot', revision: 0 });
    expect(await decide('registerEnterprise', enterprise)).toMatchObject({ code: 'ALREADY_EXISTS' });
    await decide('registerEnterprise', 'name: "Công ty TNHH Hai",');
    const list = (filter: string) =>
      ask(`{ enterprises(filter: { ${filter} }) { edges { node { id officeId name } } } }`);
    expect((await list('name: "co phan"'))['enterprises']).toEqual({
      edges: [
        {
          node: {
            id: 'cong-ty-co-phan-mot',
            officeId: 'ENTERPRISE:cong-ty-co-phan-mot',
            name: 'Công ty cổ phần Một',
          },
        },
      ],
    });
    expect((await list('registrationNumber: "0101234567"'))['enterprises']).toMatchObject({
      edges: [{ node: { id: 'cong-ty-co-phan-mot' } }],
    });
  });

  const ON = 'clusterId: "moi", appointmentId: "moi-investor-2",';
  const step = (to: string, on: string, revision: number, more = '') =>
    decide(
      'advanceInvestor',
      `${ON} to: ${to}, effectiveOn: "${on}", reason: "Hội đồng.", expectedRevision: ${revision}, ${more}`,
    );

  it('goes from the application by its points to a joint venture that is one appointment', async () => {
    await register('moi', 'kind: NONE');
    await step('APPLIED', '2026-05-13', 0, 'applicant: { name: "Liên danh Một Hai" },');
    expect(await step('SCORED', '2026-05-14', 1, 'score: { total: "49" },')).toMatchObject({
      field: 'score',
    });
    await step('SCORED', '2026-05-14', 1, 'score: { total: "61.5" },');
    const members = `[{ enterpriseId: "cong-ty-co-phan-mot", sharePercent: "5" }, { enterpriseId: "cong-ty-tnhh-hai" }]`;
    const appoint = (party: string) =>
      decide(
        'appointInvestor',
        `${ON} from: "2026-06-01", actId: "${DECISION}", reason: "Lựa chọn.", expectedRevision: 2, investor: { ${party} },`,
      );
    expect(await appoint('kind: ENTERPRISE, enterpriseId: "khong-co"')).toMatchObject({
      code: 'UNKNOWN_OFFICE',
    });
    const appointed = await appoint(`kind: ENTERPRISE, name: "Liên danh Một Hai", members: ${members}`);
    expect(appointed).toMatchObject({ revision: 3 });
    const { enterprise } = await ask(`{ enterprise(id: "cong-ty-tnhh-hai", at: { validAt: "2026-06-01" }) {
      appointments { id stage current members { name sharePercent office { id } }
        history { stage score { total } } cluster { infrastructureInvestor { name } } } } }`);
    expect(enterprise?.['appointments']).toEqual([
      {
        id: 'moi-investor-2',
        stage: 'APPOINTED',
        current: true,
        members: [
          {
            name: 'Công ty cổ phần Một',
            sharePercent: '5',
            office: { id: 'ENTERPRISE:cong-ty-co-phan-mot' },
          },
          { name: 'Công ty TNHH Hai', sharePercent: null, office: { id: 'ENTERPRISE:cong-ty-tnhh-hai' } },
        ],
        history: [
          { stage: 'APPLIED', score: null },
          { stage: 'SCORED', score: { total: '61.5' } },
          { stage: 'APPOINTED', score: null },
        ],
        cluster: { infrastructureInvestor: { name: 'Liên danh Một Hai' } },
      },
    ]);
  });

  it('ends in a replacement, and a cluster that is revoked has nobody', async () => {
    const end = (name: string, id: string, on: string, revision: number, more: string) =>
      decide(
        name,
        `clusterId: "moi", appointmentId: "${id}", effectiveOn: "${on}", actId: "${DECISION}",
         reason: "Điều chỉnh.", expectedRevision: ${revision}, ${more}`,
      );
    const successor = 'successor: { kind: ENTERPRISE, enterpriseId: "cong-ty-tnhh-hai" },';
    expect(await end('replaceInvestor', 'moi-investor-2', '2026-07-01', 3, successor)).toMatchObject({
      revision: 5,
    });
    const ended = await end('endInvestor', 'moi-investor-3', '2026-08-01', 5, 'outcome: TERMINATED,');
    expect(ended).toMatchObject({ revision: 6 });
    const position = String(ended['position']);
    const on = (validAt: string) =>
      `responsibility(subjectId: "moi", dutyId: "${OPERATE}", at: { validAt: "${validAt}", position: "${position}" }) {
        status holders { office { id } } }`;
    expect(await ask(`{ a: ${on('2026-06-30')} b: ${on('2026-07-01')} c: ${on('2026-08-01')} }`)).toEqual({
      a: { status: 'HELD', holders: [{ office: { id: 'ENTERPRISE:lien-danh-mot-hai' } }] },
      b: { status: 'HELD', holders: [{ office: { id: 'ENTERPRISE:cong-ty-tnhh-hai' } }] },
      c: { status: 'VACANT', holders: [] },
    });
  });
});
