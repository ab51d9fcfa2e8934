import { isLocalDate, type LocalDate } from '#domain';
import { notUtf8, type Place, type RowProblem } from './problems.js';

/** The cells of one CSV row; what is wrong with them is kept and asked for at the end. */
export class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly cells: ReadonlyMap<string, string>;

  constructor(
    readonly place: Place,
    columns: readonly string[],
    record: readonly string[],
  ) {
    this.cells = new Map(columns.map((column, i) => [column, (record[i] ?? '').normalize('NFC').trim()]));
    if (record.length !== columns.length) {
      this.problem(
        'row',
        record.join(),
        'WRONG_COLUMN_COUNT',
        `The row has ${record.length} cells, not ${columns.length}.`,
        'Give every column, and put a cell with a comma in quotes.',
      );
    }
    for (const [column, value] of this.cells)
      if (value.includes('\ufffd')) this.problems.push(notUtf8(place, column, value));
  }

  /** What `how` makes of the row, unless anything in it is wrong. */
  take<T>(how: (row: RowReader) => T | undefined): T | undefined {
    if (this.problems.length > 0) return undefined;
    const taken = how(this);
    return this.problems.length > 0 ? undefined : taken;
  }

  /** A cell that may be empty. */
  optional(column: string): string | undefined {
    const value = this.cells.get(column) ?? '';
    return value === '' ? undefined : value;
  }

  /** A cell that has to be filled. */
  text(column: string): string {
    const value = this.optional(column);
    if (value === undefined) this.invalid(column, 'The cell is empty.', 'Fill it in.');
    return value ?? '';
  }

  oneOf<const T extends string>(column: string, values: readonly T[]): T {
    const found = values.find((value) => value === this.cells.get(column));
    if (found === undefined)
      this.invalid(column, 'This is none of the known values.', `Give one of ${values.join(', ')}.`);
    return found ?? (values[0] as T);
  }

  /** A day that may be missing. */
  day(column: string): LocalDate | undefined {
    const value = this.optional(column);
    if (value === undefined || isLocalDate(value)) return value;
    this.problem(
      column,
      value,
      'INVALID_DATE',
      `"${value}" is not a day of the calendar.`,
      'Give an existing day as YYYY-MM-DD, for example 2025-07-01, or leave the cell empty.',
    );
    return undefined;
  }

  invalid(column: string, message: string, remedy: string): void {
    this.problem(column, this.cells.get(column) ?? '', 'INVALID_INPUT', message, remedy);
  }

  /** Notes what is wrong with a cell. */
  problem(column: string, value: string, code: string, message: string, remedy: string): void {
    this.problems.push({ ...this.place, column, value, code, message, remedy });
  }
}

/** The fields that have a value, as exact optional properties want it. */
export function optionalFields<T extends object>(
  fields: T,
): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}
