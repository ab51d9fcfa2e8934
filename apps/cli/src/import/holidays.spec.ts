import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { HolidayYear, LocalDate } from '#domain';
import { planFacts } from './facts.js';
import { HOLIDAY_IMPORT } from './holidays.js';
import type { ImportPlan, Planning } from './plan.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-holidays-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const YEAR: HolidayYear = {
  year: 2026,
  declared: [
    {
      day: '2026-01-01' as LocalDate,
      kind: 'HOLIDAY',
      name: 'Tết Dương lịch',
      provenance: 'SECONDARY',
      source: 'list',
    },
  ],
};
const planning = {
  ports: { readModel: { holidays: { year: (id: string) => (id === '2026' ? YEAR : undefined) } } },
  register: { knownSeq: 1, acts: () => undefined },
} as unknown as Planning;

const HEADER = 'day,kind,name,completes_year,act_id,provenance,source';
async function planned(name: string, ...rows: readonly string[]): Promise<readonly unknown[]> {
  const path = join(folder, name);
  writeFileSync(path, `${rows.join('\n')}\n`);
  const { sources, problems }: ImportPlan = await planFacts(HOLIDAY_IMPORT, path, planning);
  return [
    ...sources.map(({ rowsRead, missing, alreadyRecorded }) => [rowsRead, missing, alreadyRecorded]),
    ...problems.map(({ line, column, code }) => `${line} ${column} ${code}`),
  ];
}

describe('holidays out of a file', () => {
  it('are taken, put right, or recognised where they are declared', async () => {
    const rows = [
      HEADER,
      '2026-01-01,HOLIDAY,Tết Dương lịch,,,SECONDARY,list',
      '2026-01-10,COMPENSATORY_WORKING_DAY,Làm bù,,,SECONDARY,list',
      '2026-09-02,HOLIDAY,Quốc khánh,true,,SECONDARY,list',
      '2025-09-02,HOLIDAY,Quốc khánh,,,SECONDARY,list',
    ];
    expect(await planned('holidays.csv', ...rows)).toEqual([[4, 3, 1]]);
  });

  it('are refused by the column at fault', async () => {
    const rows = [
      HEADER,
      '2026-02-30,HOLIDAY,Tết,,,SECONDARY,list',
      '2026-02-16,HOLIDAY,Tết,yes,,SECONDARY,list',
      '2026-02-17,HOLIDAY,Tết,true,,INFERRED,list',
      '2026-02-18,COMPENSATORY_WORKING_DAY,Làm bù,,,SECONDARY,list',
      '2026-02-19,HOLIDAY,Tết,,1-qd.x.undated,SECONDARY,list',
      ',HOLIDAY,Tết,,,SECONDARY,list',
    ];
    const [counted, ...refused] = await planned('wrong.csv', ...rows);
    expect(counted).toEqual([6, 0, 0]);
    expect(refused.sort()).toEqual([
      '2 day INVALID_DATE',
      '3 completes_year INVALID_INPUT',
      '4 provenance EVIDENCE_REQUIRED',
      '5 day NOT_APPLICABLE',
      '6 act_id UNKNOWN_ACT',
      '7 day INVALID_INPUT',
    ]);
  });

  it('are taken line by line from NDJSON', async () => {
    const line = { ...YEAR.declared[0], day: '2026-05-01', name: 'Quốc tế lao động' };
    expect(await planned('holidays.ndjson', JSON.stringify(line))).toEqual([[1, 1, 0]]);
  });
});
