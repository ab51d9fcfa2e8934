import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInterface } from 'node:readline';
import { CsvError, parse } from 'csv-parse';
import { BanGiaoError } from '#domain';
import { RowReader } from './row-reader.js';
import { notUtf8, type Place, type RowProblem } from './problems.js';

/** What a file gave: its rows that could be read, and what is wrong with the others. */
export interface ReadRows<T> {
  /** Name of the file without its folder. */
  readonly name: string;
  /** Rows without the header and blank lines. */
  readonly rowsRead: number;
  readonly rows: readonly (T & { readonly place: Place })[];
  readonly problems: readonly RowProblem[];
  /** Every cell of the rows that could not be read: what refers to one of them may be right. */
  readonly broken: ReadonlySet<string>;
  readonly sha256: string;
}

/**
 * Reads a CSV file (UTF-8, comma, quotes doubled) whose header has exactly the given columns.
 * Only what `take` makes of a row is kept.
 * @throws BanGiaoError `FILE_UNREADABLE`.
 */
export async function readCsv<T>(
  path: string,
  columns: readonly string[],
  take: (row: RowReader) => T | undefined,
): Promise<ReadRows<T>> {
  const name = basename(path);
  const sha256 = await hashOf(path);
  const rows: (T & { place: Place })[] = [];
  const problems: RowProblem[] = [];
  const broken = new Set<string>();
  let rowsRead = 0;
  const parser = createReadStream(path).pipe(
    parse({ bom: true, relax_column_count: true, skip_empty_lines: true, info: true }),
  );
  try {
    let header = true;
    for await (const item of parser) {
      const { record, info } = item as { record: readonly string[]; info: { lines: number } };
      const place = { file: name, line: info.lines };
      if (header) {
        header = false;
        if (record.join() !== columns.join()) return wrongHeader(name, sha256, record, columns);
        continue;
      }
      rowsRead += 1;
      const reader = new RowReader(place, columns, record);
      const row = reader.take(take);
      if (row === undefined) record.forEach((cell) => broken.add(cell.trim()));
      else rows.push({ ...row, place });
      problems.push(...reader.problems);
    }
    if (header) return wrongHeader(name, sha256, [], columns);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    problems.push(unreadableCsv(name, error, rowsRead));
  }
  return { name, rowsRead, rows, problems, broken, sha256 };
}

/** Reads a file of one JSON object per line. */
export async function readNdjson<T>(
  path: string,
  take: (value: unknown, place: Place) => { readonly row?: T; readonly problems: readonly RowProblem[] },
): Promise<ReadRows<T>> {
  const name = basename(path);
  const sha256 = await hashOf(path);
  const rows: (T & { place: Place })[] = [];
  const problems: RowProblem[] = [];
  const broken = new Set<string>();
  let rowsRead = 0;
  let line = 0;
  for await (const text of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    rowsRead += 1;
    const place = { file: name, line };
    const taken = takeJson(text, place, take);
    if (taken.row !== undefined) rows.push({ ...taken.row, place });
    problems.push(...taken.problems);
  }
  return { name, rowsRead, rows, problems, broken, sha256 };
}

function takeJson<T>(
  text: string,
  place: Place,
  take: (value: unknown, place: Place) => { readonly row?: T; readonly problems: readonly RowProblem[] },
): { readonly row?: T; readonly problems: readonly RowProblem[] } {
  const broken = text.includes('\ufffd') ? notUtf8(place, 'line', text.slice(0, 80)) : undefined;
  if (broken !== undefined) return { problems: [broken] };
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    const problem: RowProblem = {
      ...place,
      column: 'line',
      value: text.slice(0, 80),
      code: 'MALFORMED_ROW',
      message: 'The line is no JSON.',
      remedy: 'Write one whole JSON object per line.',
    };
    return { problems: [problem] };
  }
  return take(value, place);
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    throw new BanGiaoError(
      'FILE_UNREADABLE',
      'The file cannot be read.',
      { field: 'file', value: path, remedy: 'Name a file that exists and that this user may read.' },
      { cause },
    );
  }
  return hash.digest('hex');
}

function wrongHeader(
  name: string,
  sha256: string,
  found: readonly string[],
  columns: readonly string[],
): ReadRows<never> {
  const problem: RowProblem = {
    file: name,
    line: 1,
    column: 'header',
    value: found.join(),
    code: 'WRONG_HEADER',
    message: 'The first line does not name the columns.',
    remedy: `Make the first line ${columns.join()}.`,
  };
  return { name, rowsRead: 0, rows: [], problems: [problem], broken: new Set(), sha256 };
}

/** Where quotes do not close nothing after them can be told apart. */
function unreadableCsv(name: string, error: CsvError, rowsRead: number): RowProblem {
  const lines = (error as unknown as { readonly lines?: unknown }).lines;
  return {
    file: name,
    line: typeof lines === 'number' ? lines : rowsRead + 2,
    column: 'row',
    value: error.code,
    code: 'MALFORMED_ROW',
    message: `The line is no CSV: ${error.message}.`,
    remedy: 'Close every quote, and double the quotes inside a cell.',
  };
}
