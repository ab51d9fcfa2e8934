import type { ValidInterval } from './interval.js';
import type { LocalDate } from './local-date.js';

const MS_PER_DAY = 86_400_000;

/** Number of days of an interval that has an end. */
export function daysIn(interval: Required<ValidInterval>): number {
  return (Date.parse(interval.to) - Date.parse(interval.from)) / MS_PER_DAY;
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}

/** The day before a day. */
export function dayBefore(day: LocalDate): LocalDate {
  return new Date(Date.parse(day) - MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;
}
