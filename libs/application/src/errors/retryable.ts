import { BanGiaoError } from '#domain';

/**
 * The errors after which the same command, sent again with the same command id, may succeed and is written once.
 * Decided here and nowhere else; docs/reference/errors.md lists them.
 */
export const RETRYABLE_CODES: readonly string[] = [
  'LOG_UNAVAILABLE',
  'LOG_OUTCOME_UNKNOWN',
  'LOG_CONFLICT',
  'LOG_FULL_DISK',
  'LOG_CLOSED',
  'READ_MODEL_BEHIND',
  'READ_MODEL_CLOSED',
];

/** True for what a later try may get past. */
export function isRetryable(error: unknown): error is BanGiaoError {
  return error instanceof BanGiaoError && RETRYABLE_CODES.includes(error.code);
}
