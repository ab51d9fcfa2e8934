import {
  BEFORE_ALL,
  decideDeclareHoliday,
  evolveHolidayYear,
  HOLIDAY_KINDS,
  holidaysOf,
  holidayYearId,
  isSameDeclaration,
  PROVENANCES,
  streamOf,
  type HolidayDeclaration,
  type HolidayYear,
  type LocalDate,
} from '#domain';
import type { FactImport } from './facts.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields, type RowReader } from './row-reader.js';

/** Days off and worked, one a row; a day that is declared otherwise is thereby corrected. */
export const HOLIDAY_IMPORT: FactImport<HolidayDeclaration, HolidayYear | undefined> = {
  what: 'holidays',
  columns: ['day', 'kind', 'name', 'completes_year', 'act_id', 'provenance', 'source'],
  fromCsv: (row) => ({
    day: requiredDay(row),
    kind: row.oneOf('kind', HOLIDAY_KINDS),
    name: row.text('name'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      completesYear: completesYear(row),
      actId: row.optional('act_id'),
    }),
  }),
  schema: objectOf(['day', 'kind', 'name', 'provenance', 'source'], {
    day: DAY,
    kind: { type: 'string', enum: HOLIDAY_KINDS },
    name: TEXT,
    completesYear: { type: 'boolean' },
    actId: TEXT,
    provenance: PROVENANCE,
    source: TEXT,
  }),
  subjectOf: ({ day }) => holidayYearId(day),
  streamOf: streamOf.holiday,
  stateOf: (id, { ports, register }) => ports.readModel.holidays.year(id, register.knownSeq),
  isRecorded: (row, year) =>
    year !== undefined && holidaysOf(year).some((known) => isSameDeclaration(known, row)),
  decide: (row, year, { register }) => decideDeclareHoliday(row, year, register.acts),
  evolve: (year, event) => (event.type === 'holiday.declared' ? evolveHolidayYear(year, event) : year),
};

/** A row without its day is not taken; the first day of the calendar stands for it meanwhile. */
function requiredDay(row: RowReader): LocalDate {
  row.text('day');
  return row.day('day') ?? BEFORE_ALL;
}

function completesYear(row: RowReader): true | undefined {
  const said = row.optional('completes_year');
  if (said !== undefined && said !== 'true')
    row.invalid('completes_year', 'This is neither true nor empty.', 'Give true, or leave the cell empty.');
  return said === 'true' ? true : undefined;
}
