import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BanGiaoError } from '#domain';
import { Database, sqliteCode } from './database.js';

const SQLITE_BUSY = 5;

/**
 * Holds a read model for one process that keeps it up with the log: an exclusive transaction on a file beside it.
 * The operating system frees it when the process ends, however it ends; the file itself stays and means nothing.
 * @throws BanGiaoError `READ_MODEL_LOCKED` where another process holds it.
 */
export function holdReadModel(file: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(`${file}.lock`, { readOnly: false, busyTimeoutMs: 0 });
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (sqliteCode(cause) !== SQLITE_BUSY) throw cause;
    throw new BanGiaoError(
      'READ_MODEL_LOCKED',
      'Another process keeps this read model.',
      { field: 'DATA_DIR', value: file, remedy: 'Give each process a data directory of its own.' },
      { cause },
    );
  }
  return { release: () => db.close() };
}
