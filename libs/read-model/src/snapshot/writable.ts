import { BanGiaoError } from '#domain';
import { sqliteCode } from '../storage/database.js';

/**
 * Does something that writes, and tells of a folder or a disk that does not take it.
 * @throws BanGiaoError `OUTPUT_UNWRITABLE`.
 */
export async function writable<T>(field: string, path: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (cause) {
    if (!isOfTheDisk(cause)) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new BanGiaoError(
      'OUTPUT_UNWRITABLE',
      `The file cannot be written (${why}).`,
      {
        field,
        value: path,
        remedy: 'Name a folder that exists, with room on its disk, that this user may write to.',
      },
      { cause },
    );
  }
}

/** SQLite's results for a file that cannot be written: read-only, input or output, full, cannot open. */
const DISK_RESULTS: readonly number[] = [8, 10, 13, 14];

function isOfTheDisk(cause: unknown): boolean {
  const code = sqliteCode(cause);
  if (code !== undefined) return DISK_RESULTS.includes(code);
  return typeof cause === 'object' && cause !== null && 'syscall' in cause;
}
