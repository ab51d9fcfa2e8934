import { BanGiaoError, type Refusal } from '#domain';

/** Where something was read: the file as it was named, and the line in it (the header is line 1). */
export interface Place {
  readonly file: string;
  readonly line: number;
}

/** Why a row cannot be taken over. */
export interface RowProblem extends Place {
  readonly column: string;
  readonly value: string;
  /** One of the domain's refusals, or `WRONG_HEADER`, `WRONG_COLUMN_COUNT`, `MALFORMED_ROW`, `NOT_UTF8`. */
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
}

/** The problem that a refusal of the domain is, in the words of the file. */
export function refusedRow({ file, line }: Place, column: string, refusal: Refusal): RowProblem {
  const { code, value, message, remedy } = refusal;
  return { file, line, column, value, code, message, remedy };
}

/** One line for a terminal: where, what, and what to do. */
export function describeProblem(problem: RowProblem): string {
  const { file, line, column, value, code, message, remedy } = problem;
  return `${file} line ${line}, ${column} = "${value}": ${code}: ${message} ${remedy}`;
}

/** The error for a file of which nothing was taken over. */
export function importRejected(problems: readonly RowProblem[]): BanGiaoError {
  const rows = new Set(problems.map(({ file, line }) => `${file}\n${line}`)).size;
  return new BanGiaoError('IMPORT_REJECTED', `${rows} rows cannot be taken over; nothing was written.`, {
    field: 'rows',
    value: String(rows),
    remedy: 'Put right the rows listed above and import again.',
  });
}

/** By file and line, as the reader goes through them. */
export function inReadingOrder(problems: readonly RowProblem[]): readonly RowProblem[] {
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}

/** The problem of a text that was not UTF-8. */
export function notUtf8(place: Place, column: string, value: string): RowProblem {
  return {
    ...place,
    column,
    value,
    code: 'NOT_UTF8',
    message: 'The text is not UTF-8, so its letters cannot be told.',
    remedy: 'Save the file as UTF-8 and import it again.',
  };
}
