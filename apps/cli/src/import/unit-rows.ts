import {
  UNIT_KINDS,
  UNIT_LEVELS,
  type LocalDate,
  type Succession,
  type SuccessionExtent,
  type UnitVersion,
} from '#domain';
import { successionsTable, unitsTable } from '../exports/tables.js';
import { readCsv, type ReadRows } from './files.js';
import type { RowReader } from './row-reader.js';

/** One row of the table of units. */
export interface UnitRow extends UnitVersion {
  readonly validFrom?: LocalDate;
  readonly validTo?: LocalDate;
}

const EXTENTS: readonly SuccessionExtent[] = ['WHOLE', 'PARTIAL'];
const UNIT_ID = /^[^\s@;,]+@(origin|\d{4}-\d{2}-\d{2})$/;

/** Reads units with the columns of the export. */
export function readUnits(path: string): Promise<ReadRows<UnitRow>> {
  return readCsv(path, unitsTable.columns, unitRow);
}

/** Reads successions with the columns of the export. */
export function readSuccessions(path: string): Promise<ReadRows<Succession>> {
  return readCsv(path, successionsTable.columns, (row) => ({
    fromId: row.text('from_id'),
    toId: row.text('to_id'),
    extent: row.oneOf('extent', EXTENTS),
    actId: row.text('act_id'),
    effectiveOn: requiredDay(row, 'effective_on'),
  }));
}

function unitRow(row: RowReader): UnitRow {
  const id = row.text('id');
  const code = row.optional('code');
  const parentId = row.optional('parent_id');
  const validFrom = row.day('valid_from');
  const validTo = row.day('valid_to');
  checkDays(row, id, validFrom, validTo);
  return {
    unitId: id,
    name: row.text('name'),
    level: row.oneOf('level', UNIT_LEVELS),
    kind: row.oneOf('kind', UNIT_KINDS),
    ...(code === undefined ? {} : { code }),
    ...(parentId === undefined ? {} : { parentId }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
  };
}

function checkDays(row: RowReader, id: string, validFrom?: LocalDate, validTo?: LocalDate): void {
  if (row.problems.length === 0 && (!UNIT_ID.test(id) || !id.endsWith(`@${validFrom ?? 'origin'}`))) {
    row.invalid(
      'id',
      'The id does not carry the day since when the unit exists.',
      `End the id in @${validFrom ?? 'origin'}, or correct valid_from.`,
    );
  }
  if (validFrom !== undefined && validTo !== undefined && validTo <= validFrom) {
    row.problem(
      'valid_to',
      validTo,
      'INVALID_INTERVAL',
      `The unit would end on ${validTo}, not after its first day ${validFrom}.`,
      'Give the day after its last, or leave the cell empty where the unit still exists.',
    );
  }
}

function requiredDay(row: RowReader, column: string): LocalDate {
  row.text(column);
  return row.day(column) ?? ('' as LocalDate);
}
