import { existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BanGiaoError } from '#domain';
import { createSchema, requireVersions } from '../schema.js';
import { Database, isDamage, type DatabaseOptions } from './database.js';

const CACHE_KIB = 65_536;
const MAPPED_BYTES = 4 * 1024 ** 3;
/** Pages of write-ahead log after which they are moved into the file: about 64 MiB. */
const CHECKPOINT_PAGES = 4_096;

/** Opens a file for writing; creates it with its tables where there is none. */
export function openForWriting(path: string): Database {
  mkdirSync(dirname(path), { recursive: true });
  return opened(path, { readOnly: false }, (db) => {
    if (!existsSync(path) || isEmpty(db)) db.exec('PRAGMA page_size = 16384');
    db.exec(`PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA wal_autocheckpoint = ${CHECKPOINT_PAGES};
      PRAGMA cache_size = -${4 * CACHE_KIB};
      PRAGMA temp_store = MEMORY;`);
    createSchema(db);
    requireVersions(db, path);
  });
}

/** Opens a file for reading. */
export function openForReading(path: string): Database {
  return opened(path, { readOnly: true }, (db) => {
    db.exec(`PRAGMA cache_size = -${CACHE_KIB}; PRAGMA mmap_size = ${MAPPED_BYTES}; PRAGMA query_only = ON;`);
    requireVersions(db, path);
  });
}

/** True where there is no file, or one whose maker was killed before he came to its tables. */
export function isUnfilled(path: string): boolean {
  if (!existsSync(path)) return true;
  let empty = false;
  opened(path, { readOnly: true }, (db) => (empty = isEmpty(db))).close();
  return empty;
}

function isEmpty(db: Database): boolean {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM sqlite_schema')?.n === 0;
}

function opened(path: string, options: DatabaseOptions, prepare: (db: Database) => void): Database {
  const db = connect(path, options);
  try {
    prepare(db);
    return db;
  } catch (error) {
    db.close();
    throw unreadable(path, error);
  }
}

function connect(path: string, options: DatabaseOptions): Database {
  try {
    return new Database(path, options);
  } catch (error) {
    throw new BanGiaoError(
      'READ_MODEL_UNREADABLE',
      `The read model ${path} cannot be opened.`,
      {
        field: 'file',
        value: path,
        remedy: 'Check that the folder exists and may be read and written.',
      },
      { cause: error },
    );
  }
}

function unreadable(path: string, error: unknown): unknown {
  const cause = error instanceof BanGiaoError ? error.cause : error;
  if (!isDamage(cause)) return error;
  return new BanGiaoError(
    'READ_MODEL_UNREADABLE',
    `${path} is damaged or not a read model.`,
    {
      field: 'file',
      value: path,
      remedy: 'Run `bangiao rebuild`: it builds the read model anew from the log.',
    },
    { cause: error },
  );
}
