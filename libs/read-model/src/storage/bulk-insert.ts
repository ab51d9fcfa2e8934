import type { StatementSync } from 'node:sqlite';
import type { Database, SqlValue } from './database.js';

const ROWS_PER_STATEMENT = 64;

/**
 * Collects rows of one table and inserts many with each statement: a call per row costs more than the row.
 * Say `INSERT OR FAIL` (or `IGNORE`, `REPLACE`): to be able to take back half a statement SQLite would save every
 * page that it touches, and the transaction is rolled back as a whole anyway.
 */
export class BulkInsert<Row extends readonly SqlValue[]> {
  #values: SqlValue[] = [];
  readonly #statements = new Map<number, StatementSync>();
  readonly #tuple: string;

  constructor(
    private readonly db: Database,
    /** `INSERT OR FAIL INTO t (a, b) VALUES`, to which the tuples are added. */
    private readonly head: string,
    private readonly columns: number,
    /** What stands after the tuples, such as what to do where the row is there. */
    private readonly tail = '',
  ) {
    this.#tuple = `(${Array.from({ length: columns }, () => '?').join(',')})`;
  }

  add(...row: Row): void {
    this.#values.push(...row);
  }

  flush(): void {
    const values = this.#values;
    this.#values = [];
    const full = this.columns * ROWS_PER_STATEMENT;
    for (let at = 0; at < values.length; at += full) {
      const chunk = values.slice(at, at + full);
      this.#statement(chunk.length / this.columns).run(...chunk);
    }
  }

  clear(): void {
    this.#values = [];
  }

  #statement(rows: number): StatementSync {
    const known = this.#statements.get(rows);
    if (known !== undefined) return known;
    const tuples = Array.from({ length: rows }, () => this.#tuple).join(',');
    const prepared = this.db.prepare(`${this.head} ${tuples} ${this.tail}`);
    this.#statements.set(rows, prepared);
    return prepared;
  }
}
