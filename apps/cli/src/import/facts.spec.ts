import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { ClusterView } from '#application';
import type { ClaimRecorded, ClusterAdvanced, LocalDate } from '#domain';
import { CLAIM_IMPORT } from './claims.js';
import { planFacts } from './facts.js';
import { LIFECYCLE_IMPORT } from './lifecycle.js';
import type { ImportPlan, Planning } from './plan.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-facts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string, ...lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

const ACT = '2201-qd-ubnd.ubnd-tinh-yen-bai.2024-11-06';
const KNOWN: ClaimRecorded = {
  claimId: 'known',
  subjectId: 'yen-hop',
  field: 'investors',
  value: '1',
  provenance: 'STATED',
  source: 'list',
};
const STEP: ClusterAdvanced = {
  clusterId: 'yen-hop',
  to: 'ESTABLISHED',
  effectiveOn: '2024-11-06' as LocalDate,
  actId: ACT,
  provenance: 'STATED',
  source: 'list',
};
const CLUSTER: Partial<ClusterView> = {
  id: 'yen-hop',
  clusterId: 'yen-hop',
  status: 'UNKNOWN',
  steps: [{ ...STEP, eventId: 'event-1' }],
};
/** Yên Hợp as it is recorded: established, with one claim. */
const planning = {
  ports: {
    readModel: {
      claims: { claims: (subjectId: string) => ({ subjectId, claims: [KNOWN], accepted: [] }) },
      cluster: (id: string) => (id === 'yen-hop' ? CLUSTER : undefined),
    },
  },
  register: {
    knownSeq: 1,
    acts: (id: string) => (id === ACT ? { actId: id, number: '1', kind: 'OTHER' } : undefined),
    subjectExists: (id: string) => id === 'yen-hop',
    law: { lineage: { lifetime: () => undefined } },
  },
} as unknown as Planning;
const counts = ({ sources, problems }: ImportPlan) => [
  ...sources.map(({ rowsRead, missing, alreadyRecorded }) => [rowsRead, missing, alreadyRecorded]),
  ...problems.map(({ line, column, code }) => `${line} ${column} ${code}`),
];

describe('claims out of a file', () => {
  const HEADER = 'claim_id,subject_id,field,value,unit,as_of,provenance,source';
  const plan = (name: string, ...lines: readonly string[]) =>
    planFacts(CLAIM_IMPORT, file(name, ...lines), planning).then(counts);

  it('are taken though they contradict one another, and recognised where they are recorded', async () => {
    const rows = [
      HEADER,
      'known,yen-hop,investors,1,,,STATED,list',
      'second,yen-hop,investors,2,,2026-01-01,SECONDARY,other list',
      'third,yen-hop,investors,3,ha,,SECONDARY,other list',
    ];
    expect(await plan('claims.csv', ...rows)).toEqual([[3, 2, 1]]);
  });

  it('are refused by the column at fault, those that repeat a row of the file included', async () => {
    const rows = [
      HEADER,
      'known,yen-hop,investors,2,,,STATED,list',
      'a,nowhere,investors,1,,,STATED,list',
      'b,yen-hop,workers,1,,,STATED,list',
      'b,yen-hop,workers,2,,,STATED,list',
      'c,yen-hop,workers,,,2025-02-30,GUESSED,list',
    ];
    expect(await plan('wrong.csv', ...rows)).toEqual([
      [5, 1, 0],
      '6 value INVALID_INPUT',
      '6 provenance INVALID_INPUT',
      '6 as_of INVALID_DATE',
      '2 claim_id ALREADY_EXISTS',
      '3 subject_id UNKNOWN_SUBJECT',
      '5 claim_id ALREADY_EXISTS',
    ]);
  });

  it('come as NDJSON with the fields of the mutation', async () => {
    const line = JSON.stringify({ ...KNOWN, claimId: 'second', value: '2' });
    const wrong = JSON.stringify({ ...KNOWN, claimId: 'third', asOf: '2025-02-30' });
    expect(await plan('claims.ndjson', JSON.stringify(KNOWN), line, wrong)).toEqual([
      [3, 1, 1],
      '3 asOf INVALID_DATE',
    ]);
  });
});

describe('steps of clusters out of a file', () => {
  const HEADER =
    'cluster_id,from,to,effective_on,signed_on,act_id,applicable_act_id,reason,provenance,source';
  const plan = (name: string, ...lines: readonly string[]) =>
    planFacts(LIFECYCLE_IMPORT, file(name, ...lines), planning).then(counts);

  it('are decided on one after the other, and recognised where they are recorded', async () => {
    const rows = [
      HEADER,
      `yen-hop,,ESTABLISHED,2024-11-06,,${ACT},,,STATED,list`,
      'yen-hop,ESTABLISHED,DETAILED_PLAN_APPROVED,2025-01-01,2024-12-20,,,Duyệt.,STATED,list',
      'yen-hop,DETAILED_PLAN_APPROVED,LAND_CLEARING,2025-02-01,,,,,STATED,list',
    ];
    expect(await plan('steps.csv', ...rows)).toEqual([[3, 2, 1]]);
  });

  it('are refused by the column at fault', async () => {
    const rows = [
      HEADER,
      'nowhere,,OPERATING,2025-01-01,,,,,STATED,list',
      'yen-hop,,PLANNED,2025-01-01,,,,,STATED,list',
      'yen-hop,OPERATING,EXPANDING,2025-01-01,,,,,STATED,list',
      `yen-hop,,OPERATING,2025-03-01,,,${ACT},,STATED,list`,
      'yen-hop,,REVOKED,2025-04-01,,,,,STATED,list',
      'yen-hop,,OPERATING,,,,,,STATED,list',
    ];
    expect(await plan('wrong-steps.csv', ...rows)).toEqual([
      [6, 0, 0],
      '7 effective_on INVALID_INPUT',
      '2 cluster_id UNKNOWN_SUBJECT',
      '3 to INVALID_STEP',
      '4 from INVALID_STEP',
      '5 applicable_act_id NOT_APPLICABLE',
      '6 act_id EVIDENCE_REQUIRED',
    ]);
  });

  it('come as NDJSON with their clock', async () => {
    const clock = { startedOn: '2025-06-20', limitDays: 25, working: false };
    const procedure = { applicableActId: ACT, clock };
    const { actId: _, ...step } = STEP;
    const expanding = { ...step, to: 'EXPANDING', effectiveOn: '2025-06-20', actId: ACT, procedure };
    const line = JSON.stringify(expanding);
    expect(await plan('steps.ndjson', line, JSON.stringify({ ...expanding, to: 'SOLD' }))).toEqual([
      [2, 1, 0],
      '2 to INVALID_INPUT',
    ]);
  });
});
