import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';
import { DISTRICT, recordDistrict } from '../testing/one-district.js';

/** Questions over ids that nobody recorded: an empty list would say that nothing is there. */
let service: EmptyService;
beforeAll(async () => {
  service = await startEmptyService();
  await recordDistrict(service.runtime.ports.log);
});
afterAll(() => service.close());

const LIST = '{ edges { cursor } }';

describe('an id that was never recorded', () => {
  it.each([
    [`worklist(officeId: "UBND_XA:nope") ${LIST}`, 'UNKNOWN_OFFICE', 'officeId', 'UBND_XA:nope'],
    [`worklist(officeId: "nonsense") ${LIST}`, 'UNKNOWN_OFFICE', 'officeId', 'nonsense'],
    [`handovers(filter: { officeId: "nonsense" }) ${LIST}`, 'UNKNOWN_OFFICE', 'officeId', 'nonsense'],
    [`handovers(filter: { subjectId: "nope" }) ${LIST}`, 'UNKNOWN_SUBJECT', 'subjectId', 'nope'],
    [`matters(filter: { provinceId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [`pendingRearrangements(filter: { provinceId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [
      `documentsOfDissolvedIssuers(filter: { subjectId: "nope" }) ${LIST}`,
      'UNKNOWN_SUBJECT',
      'subjectId',
      'nope',
    ],
    [`reportObligations(filter: { officeId: "nope" }) ${LIST}`, 'UNKNOWN_OFFICE', 'officeId', 'nope'],
    [`auditTrail(filter: { subjectId: "nope" }) ${LIST}`, 'UNKNOWN_SUBJECT', 'subjectId', 'nope'],
    [`auditTrail(filter: { actId: "nope" }) ${LIST}`, 'UNKNOWN_ACT', 'actId', 'nope'],
    [`clusters(filter: { communeId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'communeId', 'nope'],
    [`projects(filter: { clusterId: "nope" }) ${LIST}`, 'UNKNOWN_SUBJECT', 'clusterId', 'nope'],
    [`schemes(filter: { provinceId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [`organisations(filter: { unitId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'unitId', 'nope'],
    [`gapsAndOverlaps(filter: { clusterId: "nope" }) ${LIST}`, 'UNKNOWN_SUBJECT', 'clusterId', 'nope'],
    [`corrections(filter: { provinceId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [
      `knowledgeDiff(filter: { provinceId: "nope" }, knownFrom: { seq: 0 }) ${LIST}`,
      'UNKNOWN_UNIT',
      'provinceId',
      'nope',
    ],
    ['progress(filter: { provinceId: "nope" }) { held }', 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [
      'progressSeries(series: { from: "2025-06-01", to: "2025-07-01" }, filter: { districtId: "nope" }) { day }',
      'UNKNOWN_UNIT',
      'districtId',
      'nope',
    ],
    [`gapsAndOverlaps(filter: { dutyId: "nope" }) ${LIST}`, 'UNKNOWN_DUTY', 'dutyId', 'nope'],
    [
      `knowledgeDiff(filter: { unitId: "${DISTRICT.unitId}", dutyIds: ["nope"] }, knownFrom: { seq: 0 }) ${LIST}`,
      'UNKNOWN_DUTY',
      'dutyIds.0',
      'nope',
    ],
    [`units(filter: { parentId: "nope" }) ${LIST}`, 'UNKNOWN_UNIT', 'parentId', 'nope'],
    [`schemes(filter: { executingUnitId: "nope" }) ${LIST}`, 'UNKNOWN_SUBJECT', 'executingUnitId', 'nope'],
    ['decisionRules(provinceId: "nope") { __typename }', 'UNKNOWN_UNIT', 'provinceId', 'nope'],
    [
      'decisionRules(provinceId: "15@2025-07-01", territoryId: "nope") { __typename }',
      'UNKNOWN_UNIT',
      'territoryId',
      'nope',
    ],
    ['taint(actId: "nope") { __typename }', 'UNKNOWN_ACT', 'actId', 'nope'],
    ['transition(unitId: "nope") { __typename }', 'UNKNOWN_UNIT', 'unitId', 'nope'],
  ])('is refused in %s', async (question, code, field, value) => {
    const query = `{ ${question} }`;
    const sent = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
    expect(sent.json<{ errors?: unknown }>().errors).toEqual([
      expect.objectContaining({ extensions: { code, field, value, remedy: expect.any(String) } }),
    ]);
  });

  it('is refused where the duties of a cluster are narrowed down', async () => {
    const ask = async (query: string) =>
      (await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } })).json<object>();
    const placements =
      '[{ precision: COMMUNE, unitIds: ["04441@origin"], provenance: STATED, evidence: "test" }]';
    await ask(`mutation { registerCluster(input: { clusterId: "xuan-ai", name: "Cụm Xuân Ái", status: ESTABLISHED,
      placements: ${placements}, documents: [], claims: [], provenance: STATED, source: "test" }) { __typename } }`);
    const duties = 'responsibilities(dutyIds: ["ccn_investor_operate", "nope"]) { status }';
    expect(await ask(`{ cluster(id: "xuan-ai") { ${duties} } }`)).toMatchObject({
      errors: [{ extensions: { code: 'UNKNOWN_DUTY', field: 'dutyIds.1', value: 'nope' } }],
    });
  });

  it('is refused in an export too', async () => {
    const sent = await service.app.inject({ method: 'GET', url: '/export/progress.csv?provinceId=nope' });
    expect(sent.statusCode).toBe(400);
    expect(sent.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNKNOWN_UNIT', field: 'provinceId' } }],
    });
  });
});
