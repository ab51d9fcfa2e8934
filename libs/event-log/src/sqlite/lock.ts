import { DatabaseSync } from 'node:sqlite';
import { BanGiaoError } from '#domain/errors';
import { isResult } from './errors.js';

/**
 * Holds the log for one writing process: an exclusive transaction on a file beside it.
 * The operating system frees it when the process ends, however it ends; the file itself stays and means nothing.
 * @throws BanGiaoError `LOG_LOCKED` where another process holds it.
 */
export function holdLock(file: string): { release(): void } {
  const db = new DatabaseSync(`${file}.lock`, { timeout: 0 });
  try {
    db.exec('PRAGMA journal_mode = DELETE; BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if (!isResult(cause, 'BUSY')) throw cause;
    throw new BanGiaoError(
      'LOG_LOCKED',
      'Another process writes to this log.',
      { field: 'DATA_DIR', value: file, remedy: 'Stop the other process, or use another data directory.' },
      { cause },
    );
  }
  return { release: () => db.close() };
}
