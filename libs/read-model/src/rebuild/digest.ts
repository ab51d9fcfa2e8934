import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { DigestedTable } from '../projections/projection.js';
import { PROJECTIONS } from '../schema.js';
import type { Database } from '../storage/database.js';
import { currentGeneration, generationPath } from '../storage/generations.js';
import { openForReading } from '../storage/open.js';
import { readCheckpoint } from '../follow/checkpoint.js';

/** What a read model holds, in one line: equal for the same log on every machine and after every rebuild. */
export interface Digest {
  /** Number of events projected. */
  readonly seq: number;
  /** SHA-256 over all projected rows in canonical order, in hex; without positions, which the store gives. */
  readonly digest: string;
}

/** Digest of a read model as it is at this moment. */
export function digest({ file }: { readonly file: string }): Digest {
  const db = openForReading(generationPath(file, currentGeneration(file)));
  try {
    return digestOf(db);
  } finally {
    db.close();
  }
}

/** Digest of an open file; what is written meanwhile does not count. */
export function digestOf(db: Database): Digest {
  db.exec('BEGIN');
  try {
    const digesting = new Digesting(db);
    while (digesting.next()) continue;
    return digesting.taken();
  } finally {
    db.exec('COMMIT');
  }
}

/** The same, within a transaction of the caller; others have their turn meanwhile, and what `onRows` throws ends it. */
export async function digestWithin(db: Database, onRows: (rows: number) => void): Promise<Digest> {
  const digesting = new Digesting(db);
  while (digesting.next()) {
    onRows(digesting.rows);
    await setImmediate();
  }
  return digesting.taken();
}

const CHUNK_CHARACTERS = 65_536;

/** Takes a digest piece by piece. */
class Digesting {
  readonly #hash = createHash('sha256');
  readonly #pieces: Generator<string>;
  rows = 0;

  constructor(private readonly db: Database) {
    this.#pieces = this.#all();
  }

  /** False when everything is taken in. */
  next(): boolean {
    const piece = this.#pieces.next();
    if (piece.done === true) return false;
    this.#hash.update(piece.value);
    return true;
  }

  taken(): Digest {
    return { seq: readCheckpoint(this.db).seq, digest: this.#hash.digest('hex') };
  }

  *#all(): Generator<string> {
    for (const { digested } of PROJECTIONS) for (const table of digested) yield* this.#table(table);
  }

  *#table({ table, columns, orderBy }: DigestedTable): Generator<string> {
    let piece = `${table} (${columns})\n`;
    const select = this.db.prepare(`SELECT ${columns} FROM ${table} ORDER BY ${orderBy}`);
    // An object for each of many million rows would cost more than its text.
    select.setReturnArrays(true);
    for (const row of select.iterate() as Iterable<unknown>) {
      this.rows += 1;
      piece += `${JSON.stringify(row)}\n`;
      if (piece.length < CHUNK_CHARACTERS) continue;
      yield piece;
      piece = '';
    }
    yield piece;
  }
}
