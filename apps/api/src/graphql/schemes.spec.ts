import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RearrangeCentreHandler, type CommandPorts, type EventLog } from '#application';
import { localDate, type RearrangeCentre } from '#domain';
import { startEmptyService, type EmptyService } from '../testing/empty-service.js';

/** Schemes and the centres that execute them through the API, over a real log without national data. */
let service: EmptyService;

beforeAll(async () => {
  service = await startEmptyService();
  for (const [number, issuedOn] of [
    ['2644/QĐ-UBND', '2025-07-01'],
    ['139/2025/NĐ-CP', '2025-06-12'],
  ])
    await done(`registerAct(input: { kind: OTHER, number: "${number}", issuer: "UBND", issuedOn: "${issuedOn}",
      ${SAID} })`);
  for (const id of [OLD, SECOND, SECTION])
    await done(`registerOrganisation(input: { organisationId: "${id}", name: "Trung tâm ${id}",
      kind: PROMOTION_CENTRE, parent: { name: "Sở Tài chính" }, guidance: { name: "Sở Công Thương" }, ${SAID} })`);
});
afterAll(() => service.close());

const OLD = 'tt-kc-hai-duong';
const SECOND = 'tt-kc-hai-phong-cu';
const SECTION = 'tt-xuc-tien-hai-duong';
const MERGED = 'tt-kc-hai-phong';
const ACT = '2644-qd-ubnd.ubnd.2025-07-01';
const SAID = 'provenance: STATED, source: "example"';

async function ask<T = Record<string, unknown>>(query: string): Promise<T> {
  const response = await service.app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  const { data, errors } = response.json<{ data: T; errors?: unknown }>();
  expect(errors).toBeUndefined();
  return data;
}

/** What a mutation answers, written or refused. */
async function command(call: string): Promise<Record<string, unknown>> {
  const name = call.slice(0, call.indexOf('('));
  const type = `${name[0]?.toUpperCase()}${name.slice(1)}Result`;
  const answer = await ask<Record<string, Record<string, unknown>>>(
    `mutation { answer: ${call} { ... on ${type} { id position revision } ... on Refusal { code field } } }`,
  );
  return answer['answer'] ?? {};
}

async function done(call: string): Promise<Record<string, unknown>> {
  const outcome = await command(call);
  expect(outcome).toHaveProperty('position');
  return outcome;
}

const register = (id: string, centre: string, more = '') =>
  done(`registerScheme(input: { schemeId: "${id}", name: "Đề án ${id}", programme: NATIONAL, step: CONTRACTED,
    executingUnit: { kind: ORGANISATION, id: "${centre}" }, ${SAID} ${more} })`);
const edge = (id: string, more = 'extent: WHOLE') => `{ organisationId: "${id}", ${more} }`;
const REARRANGE = (act = ACT) => `rearrangeCentre(input: {
  successor: { organisationId: "${MERGED}", name: "Trung tâm Hải Phòng", kind: PROMOTION_CENTRE, ${SAID} },
  predecessors: [${edge(OLD)}, ${edge(SECOND)},
    ${edge(SECTION, 'extent: PARTIAL, part: "Xúc tiến thương mại", schemeIds: ["listed"]')}],
  effectiveOn: "2025-07-01", actId: "${act}", reason: "QĐ 2644/QĐ-UBND", ${SAID} })`;
const executing = (id: string, at: string) =>
  `scheme(id: "${id}", at: { ${at} }) { executingUnit { organisation { id } since until
     decidedBy { effectiveOn manner act { id } } } }`;

describe('a centre that merges', () => {
  it('takes the executing role of its schemes along, at both clocks, and a second run writes nothing', async () => {
    const enterprise = 'beneficiaries: [{ kind: ENTERPRISE, name: "Công ty Đại Phát" }, { kind: HOUSEHOLD }]';
    await register('contract', OLD, `, contractNumber: "12/2025", fromYear: 2025, ${enterprise}`);
    await register('second', SECOND);
    await register('listed', SECTION);
    await register('stays', SECTION);
    const before = new Date().toISOString();
    await delay(5);
    const refused = await command(REARRANGE('139-2025-nd-cp.ubnd.2025-06-12'));
    expect(refused).toEqual({ code: 'NOT_APPLICABLE', field: 'actId' });
    const merged = await done(REARRANGE());
    const after = merged['position'] as string;
    expect(await done(REARRANGE())).toEqual(merged);
    expect((await service.runtime.ports.log.head())?.toString()).toBe(after);
    const answers = await ask(`{
      day: ${executing('contract', `validAt: "2025-06-30", position: "${after}"`)}
      since: ${executing('contract', `validAt: "2025-07-01", position: "${after}"`)}
      asKnownBefore: ${executing('contract', `validAt: "2025-07-01", knownAt: "${before}"`)}
      stays: ${executing('stays', `validAt: "2025-07-01", position: "${after}"`)}
      scheme(id: "contract", at: { position: "${after}" }) { contractNumber step
        beneficiaries { kind name } partyChanges { role from { id } to { id organisation { name } } } }
    }`);
    const unit = (id: string, more: object) => ({
      executingUnit: { organisation: { id }, since: null, until: null, decidedBy: [], ...more },
    });
    const decidedBy = [{ effectiveOn: '2025-07-01', manner: 'BY_SUCCESSION', act: { id: ACT } }];
    expect(answers).toEqual({
      day: unit(OLD, { until: '2025-07-01' }),
      since: unit(MERGED, { since: '2025-07-01', decidedBy }),
      asKnownBefore: unit(OLD, {}),
      stays: unit(SECTION, {}),
      scheme: {
        contractNumber: '12/2025',
        step: 'CONTRACTED',
        beneficiaries: [
          { kind: 'ENTERPRISE', name: 'Công ty Đại Phát' },
          { kind: 'HOUSEHOLD', name: 'hộ kinh doanh (tên cá nhân không lưu)' },
        ],
        partyChanges: [
          {
            role: 'EXECUTING_UNIT',
            from: { id: OLD },
            to: { id: MERGED, organisation: { name: 'Trung tâm Hải Phòng' } },
          },
        ],
      },
    });
  });

  it('shows what it came from, where those went, and what it executes', async () => {
    const { merged, old } = await ask<Record<string, unknown>>(`{
      merged: organisation(id: "${MERGED}") { until predecessors { from { id until } extent part schemeIds }
        schemes { edges { node { id } } } }
      old: organisation(id: "${OLD}") { until parent { name } guidance { name office { id } }
        successors { to { id } extent act { id } } schemes { edges { node { id } } } }
    }`);
    const whole = (id: string) => ({
      from: { id, until: '2025-07-01' },
      ...{ extent: 'WHOLE', part: null, schemeIds: [] },
    });
    const part = { extent: 'PARTIAL', part: 'Xúc tiến thương mại', schemeIds: ['listed'] };
    const schemes = (...ids: string[]) => ({ edges: ids.map((id) => ({ node: { id } })) });
    expect(merged).toEqual({
      until: null,
      predecessors: [whole(OLD), whole(SECOND), { from: { id: SECTION, until: null }, ...part }],
      schemes: schemes('contract', 'listed', 'second'),
    });
    expect(old).toEqual({
      until: '2025-07-01',
      parent: { name: 'Sở Tài chính' },
      guidance: { name: 'Sở Công Thương', office: null },
      successors: [{ to: { id: MERGED }, extent: 'WHOLE', act: { id: ACT } }],
      schemes: schemes(),
    });
  });

  it('carries along a scheme that is registered later with the old centre', async () => {
    const late = await register('late', OLD, ', from: "2024-03-01", fromYear: 2024');
    expect(late['revision']).toBe(1);
    const { scheme } = await ask<{ scheme: unknown }>(`{ ${executing('late', 'validAt: "2025-07-01"')} }`);
    expect(scheme).toMatchObject({ executingUnit: { organisation: { id: MERGED } } });
    const refusal = await command(`registerScheme(input: { schemeId: "new", name: "x", programme: LOCAL,
      step: UNKNOWN, from: "2025-07-01", executingUnit: { kind: ORGANISATION, id: "${OLD}" }, ${SAID} })`);
    expect(refusal).toEqual({ code: 'NOT_APPLICABLE', field: 'executingUnit.id' });
  });

  it('goes on where it stopped when it broke off between two schemes', async () => {
    await register('third-a', MERGED);
    const input: RearrangeCentre = {
      successor: {
        organisationId: 'tt-moi',
        name: 'Trung tâm mới',
        kind: 'PROMOTION_CENTRE',
        provenance: 'STATED',
        source: 'example',
      },
      predecessors: [{ organisationId: MERGED, extent: 'WHOLE' }],
      effectiveOn: localDate('2026-01-01'),
      actId: ACT,
      reason: 'Made up.',
      provenance: 'STATED',
      source: 'example',
    };
    const run = (ports: CommandPorts, commandId: string) =>
      new RearrangeCentreHandler(ports).execute({
        input,
        context: { actor: { id: 'a', office: 'b', role: 'c' }, commandId, correlationId: commandId },
      });
    const id = (n: number) => `00000000-0000-4000-8000-00000000000${n}`;
    await expect(run(breakingAfter(2, service.runtime.ports), id(1))).rejects.toThrow('broke off');
    const left = await service.runtime.ports.log.head();
    // The edge and one of five schemes are there; the same command and another both complete the rest once.
    const again = await run(breakingAfter(4, service.runtime.ports), id(1));
    expect(again).toMatchObject({ ok: true, id: 'tt-moi' });
    expect(await service.runtime.ports.log.head()).not.toEqual(left);
    const other = await run(breakingAfter(0, service.runtime.ports), id(2));
    expect(other).toMatchObject({ ok: true, eventIds: [] });
    const { schemes } = await ask<{ schemes: { edges: unknown[] } }>(
      '{ schemes(filter: { executingUnitId: "tt-moi" }, at: { validAt: "2026-01-01" }) { edges { node { id } } } }',
    );
    expect(schemes.edges).toHaveLength(5);
  });
});

/** The same log, which breaks off after so many appends. */
function breakingAfter(appends: number, ports: CommandPorts): CommandPorts {
  let left = appends;
  const { log } = ports;
  const breaking: EventLog = {
    append: (...given) => {
      left -= 1;
      return left < 0 ? Promise.reject(new Error('The connection broke off.')) : log.append(...given);
    },
    readStream: (...given) => log.readStream(...given),
    readAll: (...given) => log.readAll(...given),
    subscribe: (...given) => log.subscribe(...given),
    head: () => log.head(),
    close: () => log.close(),
  };
  return { ...ports, log: breaking };
}

describe('a scheme', () => {
  it('takes steps in order, and another beneficiary by decision', async () => {
    const { revision } = await register(
      'steps',
      SECTION,
      ', beneficiaries: [{ kind: ENTERPRISE, name: "A" }]',
    );
    const advance = (to: string, on: string, at: unknown) =>
      command(`advanceScheme(input: { schemeId: "steps", to: ${to}, effectiveOn: "${on}", document: "Biên bản 1",
        ${SAID}, expectedRevision: ${String(at)} })`);
    expect(await advance('LIQUIDATED', '2025-08-01', revision)).toEqual({
      code: 'INVALID_STEP',
      field: 'to',
    });
    expect(await advance('ADVANCED', '2025-08-01', revision)).toMatchObject({ revision: 1 });
    expect(await advance('IMPLEMENTING', '2025-09-01', 0)).toMatchObject({ code: 'STALE_REVISION' });
    const change =
      await command(`changeSchemeParty(input: { schemeId: "steps", role: BENEFICIARY, fromId: "a",
      to: { kind: COOPERATIVE, name: "HTX Quảng Phú" }, effectiveOn: "2025-09-01", actId: "${ACT}",
      reason: "Made up.", ${SAID}, expectedRevision: 1 })`);
    expect(change).toMatchObject({ revision: 2 });
    const { scheme } = await ask<{ scheme: unknown }>(
      '{ scheme(id: "steps", at: { validAt: "2025-08-01" }) { step beneficiaries { id } steps { to document } } }',
    );
    expect(scheme).toEqual({
      step: 'ADVANCED',
      beneficiaries: [{ id: 'a' }],
      steps: [
        { to: 'CONTRACTED', document: null },
        { to: 'ADVANCED', document: 'Biên bản 1' },
      ],
    });
  });

  it('is found by its beneficiary without diacritics, its step, its programme and its executing unit', async () => {
    const found = async (filter: string, on = '2025-09-01') => {
      const { schemes } = await ask<{ schemes: { edges: { node: { id: string } }[] } }>(
        `{ schemes(filter: { ${filter} }, at: { validAt: "${on}" }) { edges { node { id } } } }`,
      );
      return schemes.edges.map((e) => e.node.id);
    };
    expect(await found('beneficiary: "quang phu"')).toEqual(['steps']);
    expect(await found('beneficiary: "quang phu"', '2025-08-31')).toEqual([]);
    expect(await found('step: ADVANCED, programme: NATIONAL')).toEqual(['steps']);
    expect(await found('programme: LOCAL')).toEqual([]);
    expect(await found(`executingUnitId: "${SECTION}", name: "DE AN ST"`)).toEqual(['stays', 'steps']);
    const { organisations } = await ask<{ organisations: { edges: unknown[] } }>(
      '{ organisations(filter: { name: "PHONG", kind: PROMOTION_CENTRE }) { edges { node { id } } } }',
    );
    expect(organisations.edges).toEqual([{ node: { id: MERGED } }, { node: { id: SECOND } }]);
  });
});
