import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';

const REMEMBERED = 500_000;

/**
 * Gives each distinct text a small number, in the order of first use, so that rows by the million hold numbers.
 * The same log gives the same numbers on every machine.
 */
export class NameWriter {
  readonly #ids = new Map<string, Map<string, number>>();
  readonly #rows: BulkInsert<readonly [number, string]>;
  #remembered = 0;
  #last: number | undefined;

  constructor(private readonly db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR FAIL INTO names (id, name) VALUES', 2);
  }

  /** Number of the text `<kind>:<id>`. */
  idOf(kind: string, id: string): number {
    let ids = this.#ids.get(kind);
    if (ids === undefined) {
      ids = new Map();
      this.#ids.set(kind, ids);
    }
    const known = ids.get(id);
    if (known !== undefined) return known;
    const number = this.#stored(`${kind}:${id}`);
    ids.set(id, number);
    this.#remembered += 1;
    return number;
  }

  flush(): void {
    this.#rows.flush();
    if (this.#remembered > REMEMBERED) this.#forget();
  }

  clear(): void {
    this.#rows.clear();
    this.#forget();
    this.#last = undefined;
  }

  #forget(): void {
    this.#ids.clear();
    this.#remembered = 0;
  }

  #stored(name: string): number {
    const known = nameId(this.db, name);
    if (known !== undefined) return known;
    this.#last = (this.#last ?? this.#lastStored()) + 1;
    this.#rows.add(this.#last, name);
    return this.#last;
  }

  #lastStored(): number {
    return this.db.get<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM names')?.id ?? 0;
  }
}

/** Number of a text; undefined for one that was never used. */
export function nameId(db: Database, name: string): number | undefined {
  return db.get<{ id: number }>('SELECT id FROM names WHERE name = ?', name)?.id;
}
