import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BanGiaoError } from '#domain';
import { Database, sqliteCode } from './database.js';

/** What one process holds until it releases it, or ends. */
export interface Held {
  release(): void;
}

const SQLITE_BUSY = 5;

/**
 * Holds a read model for the one process that keeps it up with the log.
 * @throws BanGiaoError `READ_MODEL_LOCKED` where another process holds it.
 */
export function holdReadModel(file: string): Held {
  return hold(`${file}.lock`, (cause) => {
    const detail = {
      field: 'DATA_DIR',
      value: file,
      remedy: 'Give each process a data directory of its own.',
    };
    return new BanGiaoError('READ_MODEL_LOCKED', 'Another process keeps this read model.', detail, { cause });
  });
}

/**
 * Holds the making of the next generation for one process.
 * @throws BanGiaoError `REBUILD_RUNNING` where another process holds it.
 */
export function holdRebuildLock(file: string): Held {
  return hold(`${file}.rebuild.lock`, (cause) => {
    const detail = { field: 'file', value: file, remedy: 'Wait for it to finish.' };
    return new BanGiaoError('REBUILD_RUNNING', 'Another rebuild of this read model is running.', detail, {
      cause,
    });
  });
}

/**
 * An exclusive transaction on a file beside what is held.
 * The operating system frees it when the process ends, however it ends; the file itself stays and means nothing.
 */
function hold(file: string, taken: (cause: unknown) => BanGiaoError): Held {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(file, { readOnly: false, busyTimeoutMs: 0 });
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    throw sqliteCode(cause) === SQLITE_BUSY ? taken(cause) : cause;
  }
  return { release: () => db.close() };
}
