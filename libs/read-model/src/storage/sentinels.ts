import type { LocalDate } from '#domain';

/** An open end of valid time: sorts after every day of the calendar (9999-12-31 is a day somebody can ask for). */
export const OPEN_DAY = '9999-99-99';
/** An unknown start of valid time: sorts before every day of the calendar. */
export const UNKNOWN_DAY = '0000-01-01';
/** An open end of record time. */
export const OPEN_SEQ = Number.MAX_SAFE_INTEGER;

/** A stored bound as the outside sees it: absent where it is open or unknown. */
export function dayOrAbsent(stored: string): LocalDate | undefined {
  return stored === OPEN_DAY || stored === UNKNOWN_DAY ? undefined : (stored as LocalDate);
}

/** Stored bounds as an interval with an absent open end. */
export function bounds(from: string, to: string): { readonly from: LocalDate; readonly to?: LocalDate } {
  const end = dayOrAbsent(to);
  return end === undefined ? { from: from as LocalDate } : { from: from as LocalDate, to: end };
}
