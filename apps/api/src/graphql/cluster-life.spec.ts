import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importStreams } from '#application';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';

/** The life of a cluster and claims about it through the API, over a real log without national data. */
const COMMUNE = '04426@origin';
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService();
  await importStreams(
    service.runtime.ports.log,
    [
      {
        stream: 'boundary-origin',
        events: [
          {
            type: 'unit.listed',
            data: {
              unitId: COMMUNE,
              code: '04426',
              name: 'Xã Yên Hợp',
              level: 'COMMUNE',
              kind: 'XA',
              source: 'example',
            },
          },
        ],
      },
    ],
    {
      importId: 'units',
      actor: { id: 'a1', office: 'bangiao', role: 'import' },
      clock: service.runtime.ports.clock,
    },
  );
});
afterAll(() => service.close());

type Row = Record<string, unknown>;
async function ask(query: string): Promise<Record<string, Row>> {
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const { data, errors } = response.json<{ data: Record<string, Row>; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}
/** Sends a mutation and answers what it wrote, or why it wrote nothing. */
async function send(mutation: string, input: string): Promise<Row> {
  const result = mutation.charAt(0).toUpperCase() + mutation.slice(1);
  const { [mutation]: outcome } = await ask(`mutation { ${mutation}(input: { ${input} }) {
    ... on ${result}Result { revision position } ... on Refusal { code field } } }`);
  return outcome ?? {};
}
const SAID = 'provenance: STATED, source: "example"';
const decide = (mutation: string, revision: number, more: string) =>
  send(
    mutation,
    `clusterId: "yen-hop", expectedRevision: ${revision}, reason: "Decided for the test.", ${SAID}, ${more}`,
  );
const ACT = 'actId: "2201-qd-ubnd.ubnd-tinh-yen-bai.2024-11-06"';

describe('the life of a cluster', () => {
  it('is recorded step by step and answered at both clocks, with its papers', async () => {
    await send(
      'registerAct',
      `kind: PROVINCIAL_DECISION, number: "2201/QĐ-UBND", issuer: "UBND tỉnh Yên Bái", issuedOn: "2024-11-06", ${SAID}`,
    );
    await send(
      'registerCluster',
      `clusterId: "yen-hop", name: "Yên Hợp", status: PLANNED, areaHa: "12", ${SAID},
       placements: [{ precision: COMMUNE, unitIds: ["${COMMUNE}"], ${SAID.split(',')[0]}, evidence: "e" }],
       claims: [{ field: "investors", value: "1", ${SAID} }]`,
    );
    const undecided = await decide('advanceCluster', 0, 'to: ESTABLISHED, effectiveOn: "2024-11-06"');
    expect(undecided).toMatchObject({ code: 'EVIDENCE_REQUIRED', field: 'actId' });
    const backwards = await decide(
      'advanceCluster',
      0,
      'from: OPERATING, to: PLANNED, effectiveOn: "2024-11-06"',
    );
    expect(backwards).toMatchObject({ code: 'INVALID_STEP', field: 'to' });
    const established = `to: ESTABLISHED, effectiveOn: "2024-11-06", ${ACT}`;
    expect(await decide('advanceCluster', 0, established)).toMatchObject({ revision: 1 });
    expect(await decide('advanceCluster', 0, established)).toMatchObject({ code: 'STALE_REVISION' });
    const adjusted = await decide(
      'adjustCluster',
      1,
      `effectiveOn: "2026-01-01", ${ACT}, changes: { name: "Xuân Ái", areaHa: "17" }`,
    );
    expect(adjusted).toMatchObject({ revision: 2 });
    const phases = 'phases: [{ phaseId: "phase-1", areaHa: "12", schedule: { startsIn: "2026-Q3" } }]';
    expect(await decide('recordPhases', 2, phases)).toMatchObject({ revision: 3 });
    const shares = `shares: [{ unitId: "${COMMUNE}", areaHa: "12" }]`;
    const last = await decide('recordShares', 3, shares);
    expect(last).toMatchObject({ revision: 4 });

    const life =
      'name areaHa names { name } lifecycle { state since inFlightAtCutover step { act { number } } }';
    const at = (day: string, known: unknown) =>
      `cluster(id: "yen-hop", at: { validAt: "${day}", position: "${String(known)}" }) { ${life} }`;
    const answers = await ask(`{
      asKnownFirst: cluster(id: "yen-hop", at: { knownAt: "2020-01-01T00:00:00Z" }) { ${life} }
      before: ${at('2024-11-05', last['position'])}
      after: ${at('2026-01-01', last['position'])}
      parts: cluster(id: "yen-hop", at: { position: "${String(last['position'])}" }) {
        phases { phaseId areaHa schedule { startsIn } } shares { areaHa unit { name } } }
      found: clusters(filter: { lifecycle: ESTABLISHED, name: "xuan ai" }, at: { validAt: "2026-01-01" }) {
        edges { node { id } } }
    }`);
    const planned = { state: 'PLANNED', since: null, inFlightAtCutover: false, step: null };
    const names = [{ name: 'Yên Hợp' }];
    expect(answers).toEqual({
      asKnownFirst: null,
      before: { name: 'Yên Hợp', areaHa: '12', names, lifecycle: planned },
      after: {
        name: 'Xuân Ái',
        areaHa: '17',
        names: [...names, { name: 'Xuân Ái' }],
        lifecycle: {
          state: 'ESTABLISHED',
          since: '2024-11-06',
          inFlightAtCutover: false,
          step: { act: { number: '2201/QĐ-UBND' } },
        },
      },
      parts: {
        phases: [{ phaseId: 'phase-1', areaHa: '12', schedule: { startsIn: '2026-Q3' } }],
        shares: [{ areaHa: '12', unit: { name: 'Xã Yên Hợp' } }],
      },
      found: { edges: [{ node: { id: 'yen-hop' } }] },
    });
  });
});

describe('claims', () => {
  const claims = (known: unknown) =>
    ask(`{ claims(subjectId: "yen-hop", at: { position: "${String(known)}" }) {
      field conflicting claims { claimId value } accepted { reason claim { value } } revision } }`);

  it('of a registration and recorded ones stand side by side, and one is accepted with its reason', async () => {
    const about = 'subjectId: "yen-hop"';
    const recorded = await send(
      'recordClaim',
      `${about}, claimId: "second", field: "investors", value: "2", ${SAID}`,
    );
    const group = { field: 'investors', conflicting: true };
    const both = [
      { claimId: 'yen-hop-registered-1', value: '1' },
      { claimId: 'second', value: '2' },
    ];
    expect(await claims(recorded['position'])).toEqual({
      claims: [{ ...group, claims: both, accepted: null, revision: 0 }],
    });
    const accepted = await send(
      'acceptClaim',
      `${about}, claimId: "yen-hop-registered-1", reason: "The list is younger.", expectedRevision: 0`,
    );
    expect(await claims(accepted['position'])).toEqual({
      claims: [
        {
          ...group,
          claims: both,
          accepted: { reason: 'The list is younger.', claim: { value: '1' } },
          revision: 1,
        },
      ],
    });
  });

  it('may be about a unit, and are about nothing else', async () => {
    const about = (id: string) => `subjectId: "${id}", field: "clusters", value: "20", ${SAID}`;
    expect(await send('recordClaim', about(COMMUNE))).toMatchObject({ revision: 0 });
    expect(await send('recordClaim', about('nowhere'))).toMatchObject({ code: 'UNKNOWN_SUBJECT' });
    const response = await service.app.inject({
      method: 'POST',
      url: '/graphql',
      payload: { query: '{ claims(subjectId: "nowhere") { field } }' },
    });
    expect(response.json()).toMatchObject({ errors: [{ extensions: { code: 'UNKNOWN_SUBJECT' } }] });
  });
});
