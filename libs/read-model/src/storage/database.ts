import { backup, DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { BanGiaoError } from '#domain';

export type SqlValue = SQLInputValue;

export interface DatabaseOptions {
  readonly readOnly: boolean;
  /** How long to wait for another connection that writes. */
  readonly busyTimeoutMs?: number;
}
const BUSY_TIMEOUT_MS = 10_000;
/** Pages copied between two looks at whether to go on: 8 MiB. */
const PAGES_A_STEP = 512;

/** A connection that prepares each statement once. Rows are typed where the SQL stands. */
export class Database {
  readonly #connection: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(path: string, { readOnly, busyTimeoutMs = BUSY_TIMEOUT_MS }: DatabaseOptions) {
    this.#connection = new DatabaseSync(path, { readOnly, timeout: busyTimeoutMs });
  }

  /** Runs statements that have no parameters and give no rows. */
  exec(sql: string): void {
    this.#connection.exec(sql);
  }

  prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const prepared = this.#connection.prepare(sql);
    this.#statements.set(sql, prepared);
    return prepared;
  }

  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    try {
      return this.prepare(sql).get(...values) as Row | undefined;
    } catch (error) {
      throw named(error);
    }
  }

  all<Row>(sql: string, ...values: SqlValue[]): readonly Row[] {
    try {
      return this.prepare(sql).all(...values) as unknown as readonly Row[];
    } catch (error) {
      throw named(error);
    }
  }

  *iterate<Row>(sql: string, ...values: SqlValue[]): IterableIterator<Row> {
    try {
      yield* this.prepare(sql).iterate(...values) as unknown as IterableIterator<Row>;
    } catch (error) {
      throw named(error);
    }
  }

  run(sql: string, ...values: SqlValue[]): void {
    try {
      this.prepare(sql).run(...values);
    } catch (error) {
      throw named(error);
    }
  }

  /**
   * Copies the file page by page, off this thread. Within a transaction that has read something the copy is of that
   * moment, whatever others write meanwhile; without one it begins again with each commit of theirs.
   * What `onStep` throws ends it.
   */
  async copyTo(path: string, onStep: (pages: number, total: number) => void): Promise<void> {
    await backup(this.#connection, path, {
      rate: PAGES_A_STEP,
      progress: ({ totalPages, remainingPages }) => onStep(totalPages - remainingPages, totalPages),
    });
  }

  get isOpen(): boolean {
    return this.#connection.isOpen;
  }

  close(): void {
    this.#statements.clear();
    if (this.#connection.isOpen) this.#connection.close();
  }
}

const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** True where SQLite finds that a file is not as it wrote it. */
export function isDamage(error: unknown): boolean {
  const code = sqliteCode(error);
  return code === SQLITE_CORRUPT || code === SQLITE_NOTADB;
}

/** Damage by our name; whoever asks need not know the file. */
function named(error: unknown): unknown {
  if (!isDamage(error)) return error;
  return new BanGiaoError(
    'READ_MODEL_UNREADABLE',
    'The read model is damaged.',
    { remedy: 'Tell the operator: `bangiao rebuild` builds it anew from the log.' },
    { cause: error },
  );
}

/** The code SQLite gave an error, without its extended part; undefined for any other error. */
export function sqliteCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
