import type { Position } from '#application';
import { BanGiaoError } from '#domain';

/**
 * Reads a position given from outside.
 * @throws BanGiaoError `INVALID_POSITION` for anything but a decimal number.
 */
export function parsePosition(text: string): bigint {
  if (/^\d{1,39}$/.test(text)) return BigInt(text);
  throw new BanGiaoError('INVALID_POSITION', `"${text}" is not a position in the log.`, {
    field: 'position',
    value: text,
    remedy: 'Pass the position that a mutation answered, unchanged.',
  });
}

/** Whether one position comes after another; both of one log, as decimal numbers without leading zeros. */
export function isAfter(a: Position, b: Position): boolean {
  return a.length === b.length ? a > b : a.length > b.length;
}
