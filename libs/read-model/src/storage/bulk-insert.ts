import type { Database, SqlValue } from './database.js';

const ROWS_PER_STATEMENT = 64;

/** Collects rows of one table and inserts many with each statement: a call per row costs more than the row. */
export class BulkInsert<Row extends readonly SqlValue[]> {
  #rows: Row[] = [];
  readonly #head: string;
  readonly #tuple: string;

  constructor(
    private readonly db: Database,
    /** `INSERT INTO t (a, b) VALUES`, to which the tuples are added. */
    head: string,
    columns: number,
    /** Order in which rows are inserted, where near keys should come together. */
    private readonly order?: (a: Row, b: Row) => number,
  ) {
    this.#head = head;
    this.#tuple = `(${Array.from({ length: columns }, () => '?').join(',')})`;
  }

  add(row: Row): void {
    this.#rows.push(row);
  }

  flush(): void {
    const rows = this.order === undefined ? this.#rows : this.#rows.sort(this.order);
    for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
      const chunk = rows.slice(at, at + ROWS_PER_STATEMENT);
      this.db.run(this.#sql(chunk.length), ...chunk.flat());
    }
    this.#rows = [];
  }

  clear(): void {
    this.#rows = [];
  }

  #sql(rows: number): string {
    return `${this.#head} ${Array.from({ length: rows }, () => this.#tuple).join(',')}`;
  }
}
