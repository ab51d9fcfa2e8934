import { BanGiaoError } from '#domain/errors';
import { outcomeUnknown } from '../shared/log-errors.js';
import type { ErrorMessage } from './protocol.js';

/** SQLite's result codes that need an answer of their own; the low byte of an extended code. */
const RESULT = { BUSY: 5, IOERR: 10, CORRUPT: 11, FULL: 13, TOOBIG: 18, CONSTRAINT: 19, NOTADB: 26 } as const;
/** No append is too big to be read again: a length that says so is damaged. */
const DAMAGED = ['CORRUPT', 'NOTADB', 'TOOBIG'] as const;
/** No room for the shared memory beside the log. */
const IOERR_SHMSIZE = 4874;

/** Any error of reading or writing as one of ours. */
export function mapped(error: unknown): BanGiaoError {
  if (error instanceof BanGiaoError) return error;
  const value = error instanceof Error ? error.message : String(error);
  const of = (code: string, message: string, remedy: string) =>
    new BanGiaoError(code, message, { field: 'DATA_DIR', value, remedy }, { cause: error });
  if (isFull(error))
    return of(
      'LOG_FULL_DISK',
      'There is no room left for the log; nothing was written.',
      'Make room on the disk and send the command again.',
    );
  if (isTooLarge(error) || DAMAGED.some((result) => isResult(error, result)))
    return of('LOG_CORRUPT', 'The log file is damaged.', 'Restore the log from a backup.');
  const what = isResult(error, 'IOERR') ? 'The disk gave an error.' : 'The log cannot be used.';
  return of('LOG_UNAVAILABLE', what, 'Look at the disk and its permissions, then try again.');
}

/** An error of the commit itself: where the disk failed in the middle, nobody knows what a restart will find. */
export function mappedCommit(error: unknown): BanGiaoError {
  return isResult(error, 'IOERR') && !isFull(error) ? outcomeUnknown(error) : mapped(error);
}

/** True where an error carries this result of SQLite. */
export function isResult(error: unknown, result: keyof typeof RESULT): boolean {
  return (extendedCode(error) & 0xff) === RESULT[result];
}

/** An error as a message between threads. */
export function toMessage(error: unknown): ErrorMessage {
  const { code, message, field, value, remedy } = mapped(error);
  const detail = {
    ...(field === undefined ? {} : { field }),
    ...(value === undefined ? {} : { value }),
    ...(remedy === undefined ? {} : { remedy }),
  };
  return { code, message, detail };
}

/** An error out of a message between threads. */
export function fromMessage({ code, message, detail }: ErrorMessage): BanGiaoError {
  return new BanGiaoError(code, message, detail);
}

/** Node's own error for an integer that no number of ours can be: it was not written so. */
function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_OUT_OF_RANGE';
}

function isFull(error: unknown): boolean {
  return isResult(error, 'FULL') || extendedCode(error) === IOERR_SHMSIZE;
}

function extendedCode(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return 0;
  return typeof error.errcode === 'number' ? error.errcode : 0;
}
