import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { recordDistrict } from '../testing/one-district.js';

/** The same document with variables is sent again and again, as dashboards and retries do. */
const TIMES = 3;
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService();
  await recordDistrict(service.runtime.ports.log);
});
afterAll(() => service.close());

async function send(query: string, variables: object): Promise<unknown> {
  const payload = { query, variables };
  return (await service.app.inject({ method: 'POST', url: '/graphql', payload })).json();
}
async function again(query: string, variables: object): Promise<readonly unknown[]> {
  const answers: unknown[] = [];
  for (let time = 0; time < TIMES; time += 1) answers.push(await send(query, variables));
  return answers;
}

describe('variables', () => {
  it('may leave out fields that have a default, each time', async () => {
    const asked = 'query ($series: SeriesInput!) { progressSeries(series: $series) { day } }';
    const answers = await again(asked, { series: { from: '2025-06-01', to: '2025-07-01' } });
    expect(answers).toEqual(
      Array(TIMES).fill({ data: { progressSeries: [{ day: '2025-06-01' }, { day: '2025-07-01' }] } }),
    );
  });

  it('may themselves have a default', async () => {
    const asked = `query ($only: Boolean! = true) {
      leftBy(unitId: "15.huyen-tran-yen@origin", unassignedOnly: $only) { edges { cursor } } }`;
    expect(await again(asked, {})).toEqual(Array(TIMES).fill({ data: { leftBy: { edges: [] } } }));
  });

  it('give a repeated command its first result', async () => {
    const asked = `mutation ($input: RegisterClusterInput!) { registerCluster(input: $input) {
      ... on RegisterClusterResult { id revision eventIds } ... on Refusal { code field remedy } } }`;
    const [first, ...others] = await again(asked, {
      input: {
        commandId: randomUUID(),
        clusterId: 'repeated',
        name: 'CCN lặp lại',
        status: 'OPERATING',
        provenance: 'STATED',
        source: 'made up',
        placements: [
          { unitIds: ['04441@origin'], precision: 'COMMUNE', provenance: 'STATED', evidence: 'made up' },
        ],
      },
    });
    expect(first).toMatchObject({
      data: { registerCluster: { id: 'repeated', revision: expect.any(Number) } },
    });
    expect(others).toEqual(others.map(() => first));
  });

  it('that are absent stay absent, and take no part in a filter', async () => {
    const asked = `query ($name: String, $commune: ID) {
      clusters(filter: { name: $name, communeId: $commune }) { edges { node { id } } } }`;
    const [first, ...others] = await again(asked, { name: 'lap lai' });
    expect(first).toMatchObject({ data: { clusters: { edges: [{ node: { id: 'repeated' } }] } } });
    expect(others).toEqual(others.map(() => first));
  });

  it('are refused alike each time, also in a document that is compiled', async () => {
    const asked = 'query ($from: LocalDate!) { holidays(from: $from, to: "2025-12-31") { incompleteYears } }';
    const [first, ...others] = await again(asked, { from: '2025-02-30' });
    expect(first).toMatchObject({
      errors: [{ extensions: { code: 'INVALID_DATE', field: 'from', value: '2025-02-30' } }],
    });
    expect(others).toEqual(others.map(() => first));
    const answers = await again(asked, { from: '2025-01-01' });
    expect(answers).toEqual(Array(TIMES).fill({ data: { holidays: { incompleteYears: [2025] } } }));
  });

  it('are refused by the field that is missing, also where much was given', async () => {
    const asked =
      'mutation ($input: RegisterClusterInput!) { registerCluster(input: $input) { __typename } }';
    const refused = await again(asked, {
      input: { source: 'x'.repeat(1_000), placements: [], status: 'OPERATING', provenance: 'STATED' },
    });
    for (const answer of refused)
      expect(answer).toMatchObject({
        errors: [
          {
            message: expect.stringContaining('Field "name" of required type "String!" was not provided.'),
            extensions: { code: 'INVALID_INPUT', field: 'input.name', remedy: expect.any(String) },
          },
        ],
      });
  });
});
