import { describe, expect, it } from '@jest/globals';
import { validateEvent } from '#application';
import { jsonTaker } from './json-rows.js';
import { MATTER_IMPORT } from './matters.js';
import { RowReader } from './row-reader.js';

const CELLS = {
  matter_id: 'don-12',
  kind: 'PETITION',
  title: 'Đơn số 12',
  office_id: 'UBND_HUYEN:38.huyen-tho-xuan@origin',
  step: 'Trả lời',
  as_of: '2025-06-17',
  provenance: 'STATED',
  source: 'Sổ tiếp nhận',
};
const FULL = {
  ...CELLS,
  subject_id: 'xuan-hoa-tho-hai',
  started_on: '2025-06-02',
  applicable_act_id: '32-2024-nd-cp.chinh-phu.2024-03-15',
  applicant_unit_ids: '15517@origin; 15520@origin',
  subject_unit_ids: '15520@origin',
  place_precision: 'COMMUNE',
  clock_days: '25',
  clock_working: 'true',
  clock_started_on: '2025-06-02',
  clock_paused_on: '2025-06-20',
  clock_remaining_at_cutover: '11',
};
const read = (cells: Readonly<Record<string, string>>) => {
  const { columns } = MATTER_IMPORT;
  const row = new RowReader(
    { file: 'matters.csv', line: 2 },
    columns,
    columns.map((column) => cells[column] ?? ''),
  );
  return {
    row: row.take((taken) => MATTER_IMPORT.fromCsv(taken)),
    problems: row.problems.map(({ column, code }) => [column, code]),
  };
};

describe('a row of matters', () => {
  it('with nothing but what it needs', () => {
    const { row } = read(CELLS);
    expect(row).toEqual({
      matterId: 'don-12',
      kind: 'PETITION',
      title: 'Đơn số 12',
      officeId: CELLS.office_id,
      step: 'Trả lời',
      asOf: '2025-06-17',
      places: [],
      documents: [],
      provenance: 'STATED',
      source: 'Sổ tiếp nhận',
    });
    expect(validateEvent('matter.recorded', 1, row)).toEqual([]);
  });

  it('with everything that a table can say', () => {
    const { row } = read(FULL);
    expect(row).toMatchObject({
      subjectId: 'xuan-hoa-tho-hai',
      places: [
        { of: 'SUBJECT', unitIds: ['15520@origin'], provenance: 'STATED' },
        { of: 'APPLICANT', unitIds: ['15517@origin', '15520@origin'] },
      ],
      clock: {
        days: 25,
        working: true,
        startedOn: '2025-06-02',
        pausedOn: '2025-06-20',
        remainingAtCutover: 11,
      },
    });
    expect(validateEvent('matter.recorded', 1, row)).toEqual([]);
  });

  it('names the cells that are wrong', () => {
    expect(
      read({ ...FULL, as_of: '2025-02-30', clock_days: 'many', clock_working: 'yes', kind: 'NOTHING' }),
    ).toEqual({
      row: undefined,
      problems: [
        ['kind', 'INVALID_INPUT'],
        ['as_of', 'INVALID_DATE'],
        ['clock_days', 'INVALID_INPUT'],
        ['clock_working', 'INVALID_INPUT'],
      ],
    });
    expect(read({ ...CELLS, subject_unit_ids: '15520@origin' }).problems).toEqual([
      ['place_precision', 'INVALID_INPUT'],
    ]);
  });

  it('of NDJSON has the shape of what is recorded', () => {
    const take = jsonTaker(MATTER_IMPORT.schema);
    const { row } = read(FULL);
    const place = { file: 'matters.ndjson', line: 1 };
    expect(take(row, place)).toEqual({ row, problems: [] });
    expect(take({ ...row, person: 'x' }, place).problems).toMatchObject([{ column: 'person' }]);
  });
});
