import { BanGiaoError } from '../refusals/ban-giao-error.js';
import { isLocalDate } from './local-date.js';

declare const instantBrand: unique symbol;
/** A moment in UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`. Compares as text. */
export type Instant = string & { readonly [instantBrand]: true };

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads an ISO 8601 moment with its offset and gives it in UTC.
 * @throws BanGiaoError `INVALID_INSTANT` for anything else, a missing offset included.
 */
export function instant(text: string, field = 'instant'): Instant {
  const parts = SHAPE.exec(text);
  const exists = parts !== null && isLocalDate(parts[1] ?? '') && !Number.isNaN(Date.parse(text));
  const utc = exists ? new Date(text).toISOString() : '';
  // Beyond the year 9999 the text has a sign and would no longer compare as text.
  if (/^\d{4}-/.test(utc)) return utc as Instant;
  throw new BanGiaoError('INVALID_INSTANT', `"${text}" is not a moment in time.`, {
    field,
    value: text,
    remedy: 'Give date, time and offset, for example 2025-10-01T09:00:00+07:00 or 2025-10-01T02:00:00Z.',
  });
}

/** The instant of a clock reading. */
export function instantOf(date: Date): Instant {
  return date.toISOString() as Instant;
}
