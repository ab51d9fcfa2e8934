import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';

/** Secondary projects through the API, over a real log without national data. */
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService();
});
afterAll(() => service.close());

async function ask<T>(query: string): Promise<T> {
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

const OUTCOME = '... on Refusal { code field } ';
const register = (id: string, more = '') =>
  ask<{ registerProject: Record<string, unknown> }>(`mutation {
    registerProject(input: { projectId: "${id}", name: "Nhà máy ${id}", status: OPERATING, since: "2024-01-01",
      provenance: STATED, source: "example" ${more} }) {
      ... on RegisterProjectResult { id position revision } ${OUTCOME} } }`);
const advance = (to: string, on: string, expectedRevision: number) =>
  ask<{ advanceProject: Record<string, unknown> }>(`mutation {
    advanceProject(input: { projectId: "vang", to: ${to}, effectiveOn: "${on}", reason: "made up",
      provenance: STATED, source: "example", expectedRevision: ${expectedRevision} }) {
      ... on AdvanceProjectResult { position revision } ${OUTCOME} } }`);

describe('a secondary project', () => {
  it('is registered once, takes steps, and stands where it stood on each day and as it was known', async () => {
    const { registerProject } = await register('vang');
    expect(registerProject).toMatchObject({ id: 'vang', revision: 0 });
    expect((await register('vang')).registerProject).toMatchObject({ code: 'ALREADY_EXISTS' });
    const before = registerProject['position'] as string;
    expect((await advance('SUSPENDED', '2025-03-01', 0)).advanceProject).toMatchObject({ revision: 1 });
    expect((await advance('RESUMED', '2025-08-01', 0)).advanceProject).toMatchObject({
      code: 'STALE_REVISION',
    });
    expect((await advance('BUILDING', '2025-08-01', 1)).advanceProject).toMatchObject({
      code: 'INVALID_STEP',
    });
    const { advanceProject } = await advance('RESUMED', '2025-08-01', 1);
    const after = advanceProject['position'] as string;

    const status = (at: string) => `project(id: "vang", at: { ${at} }) { status revision }`;
    const answers = await ask(`{
      before: ${status(`validAt: "2025-02-28", position: "${after}"`)}
      suspended: ${status(`validAt: "2025-03-01", position: "${after}"`)}
      resumed: ${status(`validAt: "2025-08-01", position: "${after}"`)}
      asKnownFirst: ${status(`validAt: "2025-08-01", knownAt: "2020-01-01T00:00:00Z"`)}
    }`);
    expect(answers).toEqual({
      before: { status: 'OPERATING', revision: 2 },
      suspended: { status: 'SUSPENDED', revision: 2 },
      resumed: { status: 'RESUMED', revision: 2 },
      asKnownFirst: null,
    });
    expect(Number(after)).toBeGreaterThan(Number(before));
  });

  it('is found by part of its name without diacritics, by its status, and page by page', async () => {
    await register('giay');
    const { registerProject } = await register('go', ', areaHa: "1.25"');
    const position = registerProject['position'] as string;
    const list = (args: string) =>
      ask<{ projects: { edges: { node: { id: string } }[]; pageInfo: { endCursor: string } } }>(
        `{ projects(${args}, at: { position: "${position}" }) { edges { node { id } } pageInfo { endCursor } } }`,
      ).then(({ projects }) => ({
        ids: projects.edges.map((e) => e.node.id),
        end: projects.pageInfo.endCursor,
      }));
    expect((await list('filter: { name: "nha may g" }')).ids).toEqual(['giay', 'go']);
    expect((await list('filter: { status: RESUMED }')).ids).toEqual(['vang']);
    const first = await list('first: 2');
    expect(first.ids).toEqual(['giay', 'go']);
    expect((await list(`first: 2, after: "${first.end}"`)).ids).toEqual(['vang']);
  });

  it('shares its id with no subject of another kind, though both ask for it at once', async () => {
    const enterprise = ask<{ registerEnterprise: Record<string, unknown> }>(`mutation {
      registerEnterprise(input: { enterpriseId: "chung", name: "Chung", provenance: STATED, source: "example" }) {
        ... on RegisterEnterpriseResult { id } ${OUTCOME} } }`);
    const [{ registerProject }, { registerEnterprise }] = await Promise.all([register('chung'), enterprise]);
    const codes = [registerProject, registerEnterprise].map(({ code }) => code);
    expect(codes.filter((code) => code === 'ALREADY_EXISTS')).toHaveLength(1);
    expect(codes).toContain(undefined);
  });

  it('keeps its id from a cluster that is registered later', async () => {
    const { registerCluster } = await ask<{ registerCluster: Record<string, unknown> }>(`mutation {
      registerCluster(input: { clusterId: "vang", name: "Vàng", status: OPERATING, provenance: STATED,
        source: "example", documents: [], claims: [],
        placements: [{ precision: COMMUNE, unitIds: ["1@origin"], provenance: STATED, evidence: "example" }] }) {
        ... on RegisterClusterResult { id } ${OUTCOME} } }`);
    expect(registerCluster).toEqual({ code: 'ALREADY_EXISTS', field: 'clusterId' });
  });
});

describe('the report of a project', () => {
  const CIRCULAR = `number: "14/2024/TT-BCT", issuer: "Bộ Công Thương", issuedOn: "2024-08-15", inForceFrom: "2024-10-01"`;

  it('is in the worklist of its investor where reports are asked for, and found by its id', async () => {
    await ask(`mutation { registerAct(input: { kind: CIRCULAR, ${CIRCULAR}, provenance: READ, source: "example" }) {
      __typename } }`);
    const { registerProject } = await register('bao-cao', ', investorName: "Công ty Báo Cáo"');
    const at = `at: { validAt: "2025-06-20", position: "${registerProject['position'] as string}" }`;
    const id = 'report-due.report-secondary-project.2025-H1.bao-cao';
    const list = (more: string) =>
      `worklist(officeId: "ENTERPRISE:cong-ty-bao-cao", ${at}, ${more}) {
        edges { node { id kind since dueOn overdue } } pageInfo { hasNextPage } }`;
    const answers = await ask(`{
      recorded: ${list('first: 5')}
      first: ${list('first: 1, includeReports: true')}
      late: ${list('first: 5, includeReports: true, overdueOnly: true')}
      task(id: "${id}", ${at}) { subjectId officeId basis { act { number } } escalation { effectiveOn } }
    }`);
    const node = { id, kind: 'REPORT_DUE', since: '2025-06-15', dueOn: '2025-06-19', overdue: true };
    const lastYears = 'report-due.report-secondary-project.2024-Y.bao-cao';
    const task = {
      subjectId: 'report_secondary_project.2025-H1.bao-cao',
      officeId: 'ENTERPRISE:cong-ty-bao-cao',
    };
    expect(answers).toMatchObject({
      recorded: { edges: [], pageInfo: { hasNextPage: false } },
      first: { edges: [{ node: { id: lastYears } }], pageInfo: { hasNextPage: true } },
      late: { edges: [{ node: { id: lastYears } }, { node }], pageInfo: { hasNextPage: false } },
      task: { ...task, basis: { act: { number: '14/2024/TT-BCT' } }, escalation: null },
    });
  });
});
