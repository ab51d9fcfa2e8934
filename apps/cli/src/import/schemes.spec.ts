import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshRegister, RearrangeCentreHandler } from '#application';
import { actId, localDate, schemePartiesOn, streamOf, type RearrangeCentre } from '#domain';
import { startRuntime, type Runtime } from '../../../api/src/runtime/index.js';
import { planAggregates, type AggregateImport } from './aggregates.js';
import { ORGANISATION_IMPORT } from './organisations.js';
import { caughtUp, type ImportPlan } from './plan.js';
import { SCHEME_IMPORT } from './schemes.js';

/** Files of organisations and schemes, into a real log without national data. */
const dir = mkdtempSync(join(tmpdir(), 'ban-giao-import-schemes-'));
let runtime: Runtime;
beforeAll(async () => {
  runtime = await startRuntime({
    dataDir: join(dir, 'data'),
    empty: true,
    report: () => undefined,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
});
afterAll(async () => {
  await runtime.close();
  rmSync(dir, { recursive: true, force: true });
});

async function plan<Row extends object>(
  kind: AggregateImport<Row>,
  name: string,
  lines: readonly string[],
): Promise<ImportPlan> {
  const file = join(dir, name);
  writeFileSync(file, `${lines.join('\n')}\n`);
  const { ports } = runtime;
  return planAggregates(kind, file, { ports, register: await freshRegister(ports) });
}

async function carryOut(planned: ImportPlan): Promise<void> {
  expect(planned.problems).toEqual([]);
  const { signal } = new AbortController();
  expect(await planned.write({ ports: runtime.ports, signal, told: () => undefined })).toBe(true);
  await caughtUp(runtime.ports);
}

const ORGANISATIONS = [
  ORGANISATION_IMPORT.columns.join(),
  'tt-cu,Trung tâm cũ,PROMOTION_CENTRE,Sở Tài chính,,Sở Công Thương,,,,,STATED,bảng',
  'tt-moi,Trung tâm mới,PROMOTION_CENTRE,,,,,,,,STATED,bảng',
];
const scheme = (...cells: string[]) => cells.join();
const SCHEMES = [
  SCHEME_IMPORT.columns.join(),
  scheme('de-an-1', 'Đề án 1', 'NATIONAL', 'CONTRACTED', '', '', '2025', '2025', '', 'tt-cu', 'HOUSEHOLD'),
].map((line, i) => (i === 0 ? line : `${line},,,HĐ 1,300000000,STATED,bảng`));

describe('an import of organisations and schemes', () => {
  it('records organisations, and knows them again', async () => {
    await carryOut(await plan(ORGANISATION_IMPORT, 'organisations.csv', ORGANISATIONS));
    const again = await plan(ORGANISATION_IMPORT, 'organisations.csv', ORGANISATIONS);
    expect(again.problems).toEqual([]);
    expect(again.sources).toMatchObject([{ rowsRead: 2, missing: 0, alreadyRecorded: 2 }]);
  });

  it('tells the cell that is wrong, and writes nothing', async () => {
    const bad = [...SCHEMES, SCHEMES[1]?.replace('de-an-1', 'de-an-2').replace('tt-cu', 'nobody') ?? ''];
    const years = SCHEMES.map((line) => line.replace('2025,2025', '25,2025'));
    const named = SCHEMES.map((line) => line.replace('HOUSEHOLD,', 'HOUSEHOLD,Ông A'));
    const problems = async (lines: readonly string[]) =>
      (await plan(SCHEME_IMPORT, 'bad.csv', lines)).problems.map(({ code, column }) => `${code} ${column}`);
    expect(await problems(bad)).toEqual(['UNKNOWN_SUBJECT executing_unit_id']);
    expect(await problems(years)).toEqual(['INVALID_INPUT from_year']);
    expect(await problems(named)).toEqual(['INVALID_INPUT beneficiary_name']);
  });

  it('carries schemes through a merger that is recorded already', async () => {
    const { ports } = runtime;
    const id = actId('2644/QĐ-UBND', 'UBND', localDate('2025-07-01'));
    await carryOut(await plan(SCHEME_IMPORT, 'schemes.csv', SCHEMES));
    await registerAct(id);
    const input: RearrangeCentre = {
      successor: { ...SAID, organisationId: 'tt-moi', name: 'Trung tâm mới', kind: 'PROMOTION_CENTRE' },
      predecessors: [{ organisationId: 'tt-cu', extent: 'WHOLE' }],
      effectiveOn: localDate('2025-07-01'),
      actId: id,
      reason: 'Made up.',
      ...SAID,
    };
    const commandId = '00000000-0000-4000-8000-000000000001';
    const context = { actor: { id: 'a', office: 'b', role: 'c' }, commandId, correlationId: commandId };
    expect(await new RearrangeCentreHandler(ports).execute({ input, context })).toMatchObject({ ok: true });
    const line = JSON.stringify({
      ...{ schemeId: 'de-an-3', name: 'Đề án 3', programme: 'LOCAL', step: 'UNKNOWN', from: '2024-01-01' },
      executingUnit: { kind: 'ORGANISATION', id: 'tt-cu' },
      beneficiaries: [{ kind: 'HOUSEHOLD' }, { kind: 'HOUSEHOLD' }],
      ...SAID,
    });
    await carryOut(await plan(SCHEME_IMPORT, 'schemes.ndjson', [line]));
    const { knownSeq } = await freshRegister(ports);
    for (const schemeId of ['de-an-1', 'de-an-3']) {
      const known = ports.readModel.schemes.scheme(schemeId, knownSeq);
      const on = localDate('2025-07-01');
      expect(known && schemePartiesOn(known, 'EXECUTING_UNIT', on)).toMatchObject([{ id: 'tt-moi' }]);
    }
    const again = await plan(SCHEME_IMPORT, 'schemes.csv', SCHEMES);
    expect(again.problems).toEqual([]);
    expect(again.sources).toMatchObject([{ missing: 0, alreadyRecorded: 1 }]);
  });
});

const SAID = { provenance: 'STATED', source: 'example' } as const;

async function registerAct(id: string): Promise<void> {
  const { ports } = runtime;
  const act = {
    kind: 'OTHER',
    number: '2644/QĐ-UBND',
    issuer: 'UBND',
    issuedOn: localDate('2025-07-01'),
  } as const;
  const metadata = {
    $correlationId: id,
    $causationId: id,
    commandId: id,
    actor: { id: 'a', office: 'b', role: 'c' },
    recordedAt: ports.clock.now().toISOString() as never,
  };
  const event = {
    type: 'act.registered',
    data: { ...act, actId: id, ...SAID },
    schemaVersion: 1,
    metadata,
  } as const;
  const eventId = '00000000-0000-4000-8000-0000000000aa';
  await ports.log.append(streamOf.act(id), [{ ...event, eventId }], 'no-stream');
}
