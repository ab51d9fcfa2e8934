import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { CommandPorts, RecordedEnvelope, RegisterView } from '#application';
import { ruleId, type DecideRule, type LocalDate, type Rule } from '#domain';
import { planAggregates } from './aggregates.js';
import type { ImportPlan } from './plan.js';
import { RULE_IMPORT } from './rules.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-rule-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const act = (n: number) => `${n}-qd-ubnd.ubnd-tinh-lao-cai.2025-12-31`;
const PROVINCE = '15@2025-07-01';
const OTHER = '01@2025-07-01';
/** Two provinces that exist, acts from 2026 on, and what is recorded of rules; nothing of it is true. */
const register = (recorded: readonly Rule[]) =>
  ({
    acts: (actId: string) => ({ actId, number: actId, inForceFrom: '2026-01-01' }),
    law: {
      duties: [],
      lineage: {
        levelOf: (id: string) => ([PROVINCE, OTHER].includes(id) ? 'PROVINCE' : undefined),
        lifetime: () => ({ from: '2025-07-01' }),
        successionsFrom: () => [],
        successionsTo: () => [],
        unitOn: (unitId: string) => ({ unitId, level: 'PROVINCE' }),
      },
    },
    rulesOf: (matter: string) => recorded.filter((r) => r.matter === matter),
    subjectExists: (id: string) => recorded.some((r) => r.ruleId === id),
  }) as unknown as RegisterView;

const RECORDED: DecideRule = {
  matter: 'management_regulation',
  provinceUnitId: PROVINCE,
  actId: act(0),
  text: 'Quy chế cũ',
  to: '2026-02-01' as LocalDate,
  provenance: 'READ',
  source: 'made up',
};
const recorded = { ...RECORDED, ruleId: ruleId(RECORDED) };
const ports = {
  log: {
    readStream: async () => [
      { type: 'rule.decided', data: recorded, schemaVersion: 1 } as unknown as RecordedEnvelope,
    ],
  },
} as unknown as CommandPorts;

const row = (n: number, more: Partial<DecideRule> = {}): DecideRule => {
  const { to: _, ...open } = RECORDED;
  return { ...open, actId: act(n), text: `Quy chế ${n}`, from: '2026-03-01' as LocalDate, ...more };
};
async function planOf(name: string, ...rows: readonly DecideRule[]): Promise<ImportPlan> {
  const path = join(folder, name);
  writeFileSync(path, rows.map((r) => JSON.stringify(r)).join('\n'));
  return planAggregates(RULE_IMPORT, path, { ports, register: register([recorded]) });
}
const told = ({ problems, sources }: ImportPlan) => [
  sources.map(({ missing, alreadyRecorded }) => [missing, alreadyRecorded]),
  ...problems.map(({ line, column, code, message }) => [line, column, code, message]),
];

describe('rules of one file', () => {
  it('that contradict each other are refused, and both lines are named', async () => {
    const plan = await planOf(
      'two.ndjson',
      row(1),
      row(2, { provinceUnitId: OTHER }),
      row(3, { from: '2026-04-01' as LocalDate }),
    );
    expect(told(plan)).toEqual([
      [[2, 0]],
      [
        3,
        'from',
        'OVERLAPPING_INTERVAL',
        expect.stringMatching(/^It contradicts line 1: Rule .*\.1-qd-ubnd/),
      ],
    ]);
  });

  it('may each follow another of the file, which it names', async () => {
    const replacing = row(2, {
      from: '2026-04-01' as LocalDate,
      replacesRuleIds: [ruleId(row(1))],
    });
    expect(told(await planOf('after.ndjson', row(1), replacing))).toEqual([[[2, 0]]]);
  });

  it('that contradict what is recorded name it, not a line', async () => {
    const early = row(1, { from: '2026-01-15' as LocalDate });
    expect(told(await planOf('recorded.ndjson', early))).toEqual([
      [[0, 0]],
      [1, 'from', 'OVERLAPPING_INTERVAL', expect.stringMatching(/^Rule .*\.0-qd-ubnd/)],
    ]);
  });

  it('are recognised where they are recorded, and refused where they come twice', async () => {
    const plan = await planOf('twice.ndjson', RECORDED, row(1), row(1, { text: 'Khác' }));
    expect(told(plan)).toEqual([
      [[1, 1]],
      [3, 'id', 'ALREADY_EXISTS', expect.stringContaining('given on line 2')],
    ]);
  });
});
