import { createHash, type Hash } from 'node:crypto';
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
    const hash = createHash('sha256');
    for (const { digested } of PROJECTIONS) for (const table of digested) add(db, table, hash);
    return { seq: readCheckpoint(db).seq, digest: hash.digest('hex') };
  } finally {
    db.exec('COMMIT');
  }
}

const CHUNK_CHARACTERS = 65_536;

function add(db: Database, { table, columns, orderBy }: DigestedTable, hash: Hash): void {
  let chunk = `${table} (${columns})\n`;
  const rows = db.iterate<Record<string, unknown>>(`SELECT ${columns} FROM ${table} ORDER BY ${orderBy}`);
  for (const row of rows) {
    chunk += `${JSON.stringify(Object.values(row))}\n`;
    if (chunk.length < CHUNK_CHARACTERS) continue;
    hash.update(chunk);
    chunk = '';
  }
  hash.update(chunk);
}
