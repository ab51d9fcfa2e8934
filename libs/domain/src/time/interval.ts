import type { LocalDate } from './local-date.js';

/** Days from `from` up to but not including `to`; an absent end is open. */
export interface ValidInterval {
  readonly from: LocalDate;
  readonly to?: LocalDate;
}

/** True where the day lies in the half-open interval. */
export function contains(interval: ValidInterval, day: LocalDate): boolean {
  return interval.from <= day && (interval.to === undefined || day < interval.to);
}

/** True where the two intervals share at least one day. */
export function overlaps(a: ValidInterval, b: ValidInterval): boolean {
  return (a.to === undefined || b.from < a.to) && (b.to === undefined || a.from < b.to);
}

/** The earlier of two ends, where absent means never. */
export function earlierEnd(a: LocalDate | undefined, b: LocalDate | undefined): LocalDate | undefined {
  if (a === undefined) return b;
  if (b === undefined) return a;
  return a < b ? a : b;
}

/** The earliest of some days that lie after a day; undefined where there is none. */
export function earliest(days: readonly (LocalDate | undefined)[], after: LocalDate): LocalDate | undefined {
  return days.reduce<LocalDate | undefined>(
    (found, day) => (day === undefined || day <= after ? found : earlierEnd(found, day)),
    undefined,
  );
}
