import { BanGiaoError } from '#domain';
import type { ErrorMessage } from './protocol.js';

const SQLITE_FULL = 13;
const SQLITE_IOERR = 10;
const SQLITE_CORRUPT = 11;
const SQLITE_NOTADB = 26;

/** Any error as one of ours. */
export function mapped(error: unknown): BanGiaoError {
  if (error instanceof BanGiaoError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const errcode = primaryCode(error);
  if (errcode === SQLITE_FULL || /ENOSPC|disk is full/i.test(message)) {
    return new BanGiaoError(
      'LOG_FULL_DISK',
      'There is no room left for the log; nothing was written.',
      {
        field: 'DATA_DIR',
        value: message,
        remedy: 'Make room on the disk and send the command again.',
      },
      { cause: error },
    );
  }
  if (errcode === SQLITE_CORRUPT || errcode === SQLITE_NOTADB) {
    return new BanGiaoError(
      'LOG_CORRUPT',
      'The log file is damaged.',
      {
        field: 'DATA_DIR',
        value: message,
        remedy: 'Restore the log from a backup.',
      },
      { cause: error },
    );
  }
  const what = errcode === SQLITE_IOERR ? 'The disk gave an error.' : 'The log cannot be used.';
  return new BanGiaoError(
    'LOG_UNAVAILABLE',
    what,
    { field: 'DATA_DIR', value: message, remedy: 'Look at the disk and its permissions, then try again.' },
    { cause: error },
  );
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

/** The error of a log that was closed. */
export function closed(): BanGiaoError {
  return new BanGiaoError('LOG_CLOSED', 'The log is closed.', { remedy: 'Open it again.' });
}

function primaryCode(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
