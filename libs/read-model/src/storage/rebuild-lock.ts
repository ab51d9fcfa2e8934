import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { BanGiaoError } from '#domain';
import { Database, sqliteCode } from './database.js';

const SQLITE_BUSY = 5;

/**
 * Holds the making of the next generation for one process: an exclusive transaction on a file beside.
 * The operating system frees it when the process ends, however it ends; the file itself stays and means nothing.
 * @throws BanGiaoError `REBUILD_RUNNING` where another process holds it.
 */
export function holdRebuildLock(file: string): { release(): void } {
  mkdirSync(dirname(file), { recursive: true });
  const db = new Database(`${file}.rebuild.lock`, { readOnly: false, busyTimeoutMs: 0 });
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (sqliteCode(cause) !== SQLITE_BUSY) throw cause;
    throw new BanGiaoError(
      'REBUILD_RUNNING',
      'Another rebuild of this read model is running.',
      { field: 'file', value: file, remedy: 'Wait for it to finish.' },
      { cause },
    );
  }
  return { release: () => db.close() };
}
