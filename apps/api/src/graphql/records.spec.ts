import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { BOUNDARY, DECISION, DISTRICT, recordDistrict } from '../testing/one-district.js';

/**
 * Rules, issuers of documents, reports, and what is known and open, through the API:
 * two offices with tokens, over a real log with one district of Yên Bái before and after its end.
 */
const PROVINCE = '15@2025-07-01';
const COMMUNE = '04441@2025-07-01';
const TOKENS = { province: 'a-token-of-the-province', commune: 'a-token-of-the-commune' };
type Who = keyof typeof TOKENS;
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService([
    { token: TOKENS.province, id: 'p-1', office: `UBND_TINH:${PROVINCE}`, role: 'official' },
    { token: TOKENS.commune, id: 'c-1', office: `UBND_XA:${COMMUNE}`, role: 'official' },
  ]);
  await recordDistrict(service.runtime.ports.log);
});
afterAll(() => service.close());

interface Failure {
  readonly code: string;
  readonly field: string;
  readonly value: string;
  readonly remedy: string;
}
interface Reply<T> {
  readonly status: number;
  readonly data: T;
  readonly failure: Failure | undefined;
}
async function send<T>(who: Who | undefined, query: string): Promise<Reply<T>> {
  const headers = who === undefined ? {} : { authorization: `Bearer ${TOKENS[who]}` };
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query }, headers });
  const { data, errors } = response.json<{ data: T; errors?: readonly { extensions: Failure }[] }>();
  return { status: response.statusCode, data, failure: errors?.[0]?.extensions };
}
async function ask<T>(query: string): Promise<T> {
  const { data, failure } = await send<T>('province', query);
  expect(failure).toBeUndefined();
  return data;
}

type Outcome = Partial<Failure> & {
  readonly id?: string;
  readonly position?: string;
  readonly revision?: number;
};
const written = (name: string, input: string) => {
  const result = `${name.charAt(0).toUpperCase()}${name.slice(1)}Result`;
  return `mutation { ${name}(input: { ${input}, provenance: STATED, source: "made up" }) {
    ... on ${result} { id position revision } ... on Refusal { code field value remedy } } }`;
};
async function decide(who: Who, name: string, input: string): Promise<Outcome> {
  const { data, failure } = await send<Record<string, Outcome>>(who, written(name, input));
  expect(failure).toBeUndefined();
  return data[name] ?? {};
}
const remedy = expect.stringMatching(/\w/);

const RULE = (more = '') =>
  `matter: management_regulation, provinceUnitId: "${PROVINCE}", text: "Quy chế", actId: "${DECISION}" ${more}`;
const FOUNDED = '5-qd-ubnd.ubnd-huyen-tran-yen.2024-05-01';
const ISSUER = (officeId: string) =>
  `actId: "${FOUNDED}", issuerOfficeId: "${officeId}", dutyId: "ccn_manage_local_clusters", expectedRevision: 0`;
const OBLIGATION = `transition_commune_annual_report.2025-A.${COMMUNE}`;
const REPORT = `obligationId: "${OBLIGATION}", submittedOn: "2026-01-15", documentRef: "12/BC-UBND"`;

describe('rules of a province', () => {
  it('are decided once, and answered by former territory with their act', async () => {
    const decided = await decide('province', 'decideRule', RULE());
    expect(decided).toMatchObject({ id: `management_regulation.${PROVINCE}.${DECISION}`, revision: 0 });
    const answer = await ask(`{ decisionRules(provinceId: "${PROVINCE}", matter: management_regulation,
      at: { validAt: "2026-06-01", position: "${decided.position}" }) {
        status territory { id } rules { text province { id } act { number } revision provenance } } }`);
    const [rule] = [{ text: 'Quy chế', province: { id: PROVINCE }, act: { number: '1637/QĐ-UBND' } }];
    expect(answer).toEqual({
      decisionRules: [
        {
          status: 'DECIDED',
          territory: { id: '15@origin' },
          rules: [{ ...rule, revision: 0, provenance: 'STATED' }],
        },
      ],
    });
  });

  it('are refused with field, value and remedy', async () => {
    expect(await decide('province', 'decideRule', RULE(', areaHa: "5,5"'))).toEqual({
      code: 'INVALID_INPUT',
      field: 'areaHa',
      value: '5,5',
      remedy,
    });
    const elsewhere = RULE().replace(DECISION, 'nowhere');
    expect(await decide('province', 'decideRule', elsewhere)).toMatchObject({
      code: 'UNKNOWN_ACT',
      field: 'actId',
      value: 'nowhere',
    });
  });
});

describe('issuers of documents', () => {
  it('are identified, and what a dissolved one issued is amended by who has its duty', async () => {
    await decide(
      'province',
      'registerAct',
      `kind: DISTRICT_DECISION, number: "5/QĐ-UBND", issuer: "UBND huyện Trấn Yên", issuedOn: "2024-05-01",
       inForceFrom: "2024-05-01"`,
    );
    const cluster = await decide(
      'province',
      'registerCluster',
      `clusterId: "yen-hop", name: "Yên Hợp", status: ESTABLISHED, since: "2024-11-06",
       placements: [{ precision: COMMUNE, unitIds: ["04441@origin"], provenance: STATED, evidence: "test" }],
       documents: [{ actId: "${FOUNDED}", subject: "thành lập" }]`,
    );
    expect(cluster.id).toBe('yen-hop');
    const { position } = await decide('province', 'identifyIssuer', ISSUER(`UBND_HUYEN:${DISTRICT.unitId}`));
    const answer = await ask(`{ documentsOfDissolvedIssuers(filter: { unitId: "${DISTRICT.unitId}" },
      at: { validAt: "2025-08-15", position: "${position}" }) { edges { node {
        act { number } issuer { id } dissolvedUnit { name } dissolvedOn duty { id } inForce
        subjects { clusterId subject } amendableBy { clusterId status holders { office { id } } } } } } }`);
    expect(answer).toEqual({
      documentsOfDissolvedIssuers: {
        edges: [
          {
            node: {
              act: { number: '5/QĐ-UBND' },
              issuer: { id: `UBND_HUYEN:${DISTRICT.unitId}` },
              dissolvedUnit: { name: 'Huyện Trấn Yên' },
              dissolvedOn: '2025-07-01',
              duty: { id: 'ccn_manage_local_clusters' },
              inForce: true,
              subjects: [{ clusterId: 'yen-hop', subject: 'thành lập' }],
              amendableBy: [
                { clusterId: 'yen-hop', status: 'HELD', holders: [{ office: { id: `UBND_XA:${COMMUNE}` } }] },
              ],
            },
          },
        ],
      },
    });
  });

  it('are refused where they did not exist on the day of issue', async () => {
    const late = ISSUER(`UBND_XA:${COMMUNE}`).replace('expectedRevision: 0', 'expectedRevision: 1');
    expect(await decide('province', 'identifyIssuer', late)).toMatchObject({
      field: 'issuerOfficeId',
      value: `UBND_XA:${COMMUNE}`,
      remedy,
    });
  });
});

describe('periodic reports', () => {
  it('are handed in by the office itself alone, and then no longer wait', async () => {
    expect(await decide('province', 'submitReport', REPORT)).toEqual({
      code: 'NOT_YOUR_OFFICE',
      field: 'actor',
      value: `UBND_TINH:${PROVINCE}`,
      remedy,
    });
    const submitted = await decide('commune', 'submitReport', REPORT);
    expect(submitted).toMatchObject({ revision: 0 });
    const waiting = (validAt: string) =>
      `reportObligations(filter: { officeId: "UBND_XA:${COMMUNE}", dueFrom: "2025-01-01", dueTo: "2025-12-31",
         submitted: false }, at: { validAt: "${validAt}", position: "${submitted.position}" }) {
         edges { node { id dueBefore reporter { offices { id } candidates { id } } recipients { offices { id } }
           managedBy { offices { id } } } } }`;
    expect(await ask(`{ before: ${waiting('2026-01-14')} after: ${waiting('2026-01-15')} }`)).toEqual({
      before: {
        edges: [
          {
            node: {
              id: OBLIGATION,
              dueBefore: '2025-11-30',
              reporter: { offices: [{ id: `UBND_XA:${COMMUNE}` }], candidates: [] },
              recipients: [{ offices: [{ id: `UBND_TINH:${PROVINCE}` }] }],
              managedBy: [],
            },
          },
        ],
      },
      after: { edges: [] },
    });
    expect(await decide('commune', 'submitReport', REPORT)).toMatchObject({ code: 'ALREADY_EXISTS', remedy });
  });
});

describe('what is known', () => {
  const scope = 'knownFrom: { seq: 0 }, validAt: "2025-08-15"';

  it('is told with the event that changed it, and what rests on an act with its answers', async () => {
    const { knowledgeDiff, taint } = await ask<{
      knowledgeDiff: { edges: readonly { node: { duty: { id: string } } }[] };
      taint: object;
    }>(`{
      knowledgeDiff(filter: { subjectId: "yen-hop", dutyIds: ["ccn_manage_local_clusters"] }, ${scope}) {
        edges { node { duty { id } before { status } after { status holders { office { id } } } changedBy { type } } } }
      taint(actId: "${BOUNDARY}", at: { validAt: "2025-08-15" }) { act { id } answerCount
        answers(first: 1) { edges { node { subjectId ways } } } } }`);
    expect(knowledgeDiff.edges).toEqual([
      {
        node: {
          duty: { id: 'ccn_manage_local_clusters' },
          before: { status: 'NO_BASIS' },
          after: { status: 'HELD', holders: [{ office: { id: `UBND_XA:${COMMUNE}` } }] },
          changedBy: expect.arrayContaining([{ type: 'responsibility.reassigned' }]),
        },
      },
    ]);
    expect(taint).toMatchObject({ act: { id: BOUNDARY }, answerCount: expect.any(Number) });
  });

  it.each([
    [
      `knowledgeDiff(filter: { subjectId: "a", unitId: "b" }, ${scope}) { edges { cursor } }`,
      'filter',
      'b, a',
    ],
    [`knowledgeDiff(filter: {}, ${scope}) { edges { cursor } }`, 'filter', ''],
    ['corrections(filter: { subjectId: "nowhere" }) { edges { cursor } }', 'subjectId', 'nowhere'],
    ['lapsing(withinDays: 0) { edges { cursor } }', 'withinDays', '0'],
    ['gapsAndOverlaps(filter: { clusterId: "nowhere" }) { edges { cursor } }', 'clusterId', 'nowhere'],
    ['gapsAndOverlaps(filter: { provinceId: "nowhere" }) { edges { cursor } }', 'provinceId', 'nowhere'],
    ['leftBy(unitId: "nowhere") { edges { cursor } }', 'unitId', 'nowhere'],
  ])('is refused for %s', async (query, field, value) => {
    const { failure } = await send('province', `{ ${query} }`);
    expect(failure).toMatchObject({ field, value, remedy });
  });
});

describe('what is open', () => {
  it('is told for a day, for a dissolved unit, and for the days to come', async () => {
    const answer = await ask(`{
      gapsAndOverlaps(filter: { clusterId: "yen-hop" }, at: { validAt: "2025-08-15" }) {
        edges { node { kind duty { id } responsibility { status } } } }
      leftBy(unitId: "${DISTRICT.unitId}", at: { validAt: "2025-08-15" }) {
        edges { node { subjectId duty { id } unassigned responsibility { holders { office { id } } } } } }
      lapsing(withinDays: 60, at: { validAt: "2027-02-01" }) {
        edges { node { act { number } endsOn duty { id } subjectCount } } } }`);
    const undetermined = ['execute_infrastructure_project', 'operate', 'report'].map((duty) => ({
      node: {
        kind: 'UNDETERMINED',
        duty: { id: `ccn_investor_${duty}` },
        responsibility: { status: 'UNDETERMINED' },
      },
    }));
    const lapses = { act: { number: '139/2025/NĐ-CP' }, endsOn: '2027-03-01', subjectCount: 1 };
    expect(answer).toEqual({
      gapsAndOverlaps: { edges: undetermined },
      leftBy: {
        edges: [
          {
            node: {
              subjectId: 'yen-hop',
              duty: { id: 'ccn_manage_local_clusters' },
              unassigned: false,
              responsibility: { holders: [{ office: { id: `UBND_XA:${COMMUNE}` } }] },
            },
          },
        ],
      },
      lapsing: {
        edges: ['ccn_manage_local_clusters', 'ccn_rearrange_public_unit_investor'].map((id) => ({
          node: { ...lapses, duty: { id } },
        })),
      },
    });
  });
});

describe('an input within an input', () => {
  const placed = (place: string) =>
    written(
      'registerCluster',
      `clusterId: "nowhere", name: "Cụm", status: ESTABLISHED, placements: [{ precision: COMMUNE, provenance: STATED, ${place} }]`,
    );

  it.each([
    ['unitIds: [], evidence: "x"', 'placements.0.unitIds', '[]'],
    ['unitIds: ["04441@origin"], evidence: ""', 'placements.0.evidence', '""'],
  ])('is checked by its own rules: %s', async (place, field, value) => {
    const { failure } = await send('province', placed(place));
    expect(failure).toMatchObject({ code: 'INVALID_INPUT', field, value, remedy });
  });
});

describe('nobody without a token', () => {
  it.each([
    ['decideRule', written('decideRule', RULE())],
    ['identifyIssuer', written('identifyIssuer', ISSUER(`UBND_HUYEN:${DISTRICT.unitId}`))],
    ['submitReport', written('submitReport', REPORT)],
    [
      'knowledgeDiff',
      `{ knowledgeDiff(filter: { subjectId: "yen-hop" }, knownFrom: { seq: 0 }) { edges { cursor } } }`,
    ],
    ['gapsAndOverlaps', '{ gapsAndOverlaps { edges { cursor } } }'],
  ])('is answered by %s', async (_name, query) => {
    expect(await send(undefined, query)).toMatchObject({
      status: 401,
      data: null,
      failure: { code: 'UNAUTHENTICATED', field: 'Authorization', value: '', remedy },
    });
  });
});
