import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshRegister, registerCluster, type CommandPorts } from '#application';
import { localDate, type ClusterRegistration, type InvestorAppointment } from '#domain';
import { startRuntime, type Runtime } from '../../../api/src/runtime/index.js';
import { DECISION, DISTRICT, recordDistrict } from '../../../api/src/testing/one-district.js';
import { planAggregates } from './aggregates.js';
import { ENTERPRISE_IMPORT } from './enterprises.js';
import { planInvestors } from './investors.js';
import { IMPORTER, type ImportPlan } from './plan.js';

/** Investors out of a file, over a real log with Yên Hợp and the unit that was its investor. */
const dir = mkdtempSync(join(tmpdir(), 'ban-giao-import-investors-'));
let runtime: Runtime;
let ports: CommandPorts;

const CLUSTER: ClusterRegistration = {
  clusterId: 'yen-hop',
  name: 'Yên Hợp',
  status: 'ESTABLISHED',
  since: localDate('2024-11-06'),
  placements: [
    {
      precision: 'COMMUNE',
      unitIds: ['04441@origin'],
      complete: true,
      provenance: 'STATED',
      evidence: 'test',
    },
  ],
  documents: [],
  claims: [],
  provenance: 'STATED',
  source: 'test',
};
const UNIT: InvestorAppointment = {
  appointmentId: 'yen-hop-investor-1',
  clusterId: 'yen-hop',
  kind: 'PUBLIC_SERVICE_UNIT',
  officeId: 'PUBLIC_SERVICE_UNIT:ban-qlda',
  name: 'Ban QLDA',
  parentUnitId: DISTRICT.unitId,
  provenance: 'STATED',
  source: 'test',
};

beforeAll(async () => {
  runtime = await startRuntime({
    dataDir: dir,
    empty: true,
    report: () => undefined,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
  ({ ports } = runtime);
  await recordDistrict(ports.log);
  const commandId = '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25';
  await registerCluster(CLUSTER, [UNIT], { actor: IMPORTER, commandId, correlationId: commandId }, ports);
});
afterAll(async () => {
  await runtime.close();
  rmSync(dir, { recursive: true, force: true });
});

const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(dir, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};
const counts = ({ sources, problems }: ImportPlan) => [
  ...sources.map(({ rowsRead, missing, alreadyRecorded }) => [rowsRead, missing, alreadyRecorded]),
  ...problems.map(({ line, column, code }) => `${line} ${column} ${code}`),
];
const planning = async () => ({ ports, register: await freshRegister(ports) });
const write = async (plan: ImportPlan) => {
  const written = await plan.write({ ports, signal: new AbortController().signal, told: () => undefined });
  await freshRegister(ports);
  return written;
};
const holders = (on: string) =>
  ports.readModel
    .responsibility('yen-hop', 'ccn_investor_operate', {
      validAt: localDate(on),
      knownSeq: ports.readModel.status().seq,
    })
    .holders.map((h) => h.officeId);

const HEADER =
  'cluster_id,appointment_id,phase_id,kind,enterprise_id,name,unit_id,members,from,act_id,replaces,outcome,reason,provenance,source';
const TO_COMMUNE = `yen-hop,yen-hop-investor-2,,COMMITTEE,,,04441@2025-07-01,,2026-05-12,${DECISION},yen-hop-investor-1,TRANSFERRED_TO_COMMUNE,Giao UBND xã.,STATED,list`;
const TO_VENTURE = `yen-hop,yen-hop-investor-3,,ENTERPRISE,,Liên danh,,mot=5;hai,2026-06-01,${DECISION},yen-hop-investor-2,,Lựa chọn.,STATED,list`;

describe('investors out of a file', () => {
  it('need their enterprises first', async () => {
    const rows = [
      'enterprise_id,name,registration_number,provenance,source',
      'mot,Một,0101234567,STATED,list',
      'hai,Hai,,STATED,list',
    ];
    const plan = await planAggregates(ENTERPRISE_IMPORT, file('enterprises.csv', ...rows), await planning());
    expect(counts(plan)).toEqual([[2, 2, 0]]);
    expect(await write(plan)).toBe(true);
    const seq = ports.readModel.status().seq;
    expect(ports.readModel.enterprises.enterprise('mot', seq)).toMatchObject({
      registrationNumber: '0101234567',
    });
  });

  it('are refused by the column at fault, and nothing of them is written', async () => {
    const rows = [
      HEADER,
      TO_COMMUNE.replace('yen-hop,', 'nowhere,'),
      TO_COMMUNE.replace(DECISION, '32-2024-nd-cp.chinh-phu.2024-03-15'),
      TO_COMMUNE.replace('TRANSFERRED_TO_COMMUNE', 'REPLACED'),
      TO_COMMUNE.replace('yen-hop-investor-1,TRANSFERRED_TO_COMMUNE', ','),
      TO_VENTURE.replace('hai', 'khong-co').replace('yen-hop-investor-2', 'yen-hop-investor-1'),
      TO_COMMUNE.replace('2026-05-12,', ','),
    ];
    expect(counts(await planInvestors(file('wrong.csv', ...rows), await planning()))).toEqual([
      [6, 0, 0],
      '7 from INVALID_INPUT',
      '2 cluster_id UNKNOWN_SUBJECT',
      '3 act_id NOT_APPLICABLE',
      '4 outcome INVALID_STEP',
      '5 from OVERLAPPING_INTERVAL',
      '6 outcome INVALID_STEP',
    ]);
    expect(holders('2026-06-01')).toEqual(['PUBLIC_SERVICE_UNIT:ban-qlda']);
  });

  it('follow one another in one file, pass the duties, and are recognised afterwards', async () => {
    const path = file('investors.csv', HEADER, TO_COMMUNE, TO_VENTURE);
    const plan = await planInvestors(path, await planning());
    expect(counts(plan)).toEqual([[2, 2, 0]]);
    expect(await write(plan)).toBe(true);
    expect(holders('2026-05-11')).toEqual(['PUBLIC_SERVICE_UNIT:ban-qlda']);
    expect(holders('2026-05-12')).toEqual(['UBND_XA:04441@2025-07-01']);
    expect(holders('2026-06-01')).toEqual(['ENTERPRISE:lien-danh']);
    const { seq } = ports.readModel.status();
    const again = await planInvestors(path, await planning());
    expect(counts(again)).toEqual([[2, 0, 2]]);
    expect(await write(again)).toBe(true);
    expect(ports.readModel.status().seq).toBe(seq);
  });
});
