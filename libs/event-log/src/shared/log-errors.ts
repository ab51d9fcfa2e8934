import type { ExpectedRevision } from '#application';
import { BanGiaoError } from '#domain/errors';

/** The append met another revision than expected; `value` is the actual one. */
export function conflict(
  stream: string,
  expected: ExpectedRevision,
  actual: number | undefined,
): BanGiaoError {
  return new BanGiaoError('LOG_CONFLICT', `Stream ${stream} is not as expected (${expected}).`, {
    field: 'expected',
    value: actual === undefined ? 'no-stream' : String(actual),
    remedy: 'Read the stream again and decide on what it holds now.',
  });
}

/** The log was closed. */
export function closed(): BanGiaoError {
  return new BanGiaoError('LOG_CLOSED', 'The log is closed.', { remedy: 'Open it again.' });
}

/** The log was opened for reading only. */
export function readOnly(): BanGiaoError {
  return new BanGiaoError('LOG_READ_ONLY', 'This log was opened for reading only.', {
    field: 'mode',
    value: 'read-only',
    remedy: 'Append through the process that opened it for writing.',
  });
}

/** The writer died under an append. */
export function outcomeUnknown(cause?: unknown): BanGiaoError {
  return new BanGiaoError(
    'LOG_OUTCOME_UNKNOWN',
    'The append may or may not be written.',
    { remedy: 'Retry with the same command ids: what was written is found and not written twice.' },
    { cause },
  );
}
