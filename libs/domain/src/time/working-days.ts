import { addDays, isWeekend, yearOf } from './calendar-days.js';
import type { LocalDate } from './local-date.js';

/**
 * What a declared day is: one off (a public holiday, or a working day moved elsewhere),
 * or a Saturday or Sunday worked in exchange.
 */
export const HOLIDAY_KINDS = ['HOLIDAY', 'COMPENSATORY_WORKING_DAY'] as const;
export type HolidayKind = (typeof HOLIDAY_KINDS)[number];

/** The days off and worked that are declared, as far as they are known. */
export interface WorkingCalendar {
  kindOf(day: LocalDate): HolidayKind | undefined;
  /** Whether all days of the year are declared, so that what is not declared is known to be as in any week. */
  isComplete(year: number): boolean;
  /** Days of which a source says that they may be off, and none that they are: they count as in any week. */
  readonly unsettled: readonly LocalDate[];
}

/** A day counted with the calendar; not certain where it went through a day that is not settled or a year whose days are not all declared. */
export interface CountedDay {
  readonly day: LocalDate;
  readonly certain: boolean;
}

/** Monday to Friday but for holidays, and weekend days that are declared to be worked. */
export function isWorkingDay(day: LocalDate, calendar: WorkingCalendar): boolean {
  const kind = calendar.kindOf(day);
  return kind === undefined ? !isWeekend(day) : kind === 'COMPENSATORY_WORKING_DAY';
}

/**
 * The n-th working day after a day; the day itself, whatever it is, for none.
 * @throws RangeError for less than none or a part of one.
 */
export function addWorkingDays(day: LocalDate, n: number, calendar: WorkingCalendar): CountedDay {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`${n} is no number of working days.`);
  let last = day;
  for (let left = n; left > 0;) {
    last = addDays(last, 1);
    if (isWorkingDay(last, calendar)) left -= 1;
  }
  return { day: last, certain: isCertain(day, last, calendar) };
}

/** Working days after `from` up to and including `to`: none where that is not later. */
export function countWorkingDays(
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): { readonly days: number; readonly certain: boolean } {
  let days = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(day, calendar)) days += 1;
  }
  return { days, certain: isCertain(from, to, calendar) };
}

/** Days after `from` up to and including `to` are all settled, and lie in years of which all days are declared. */
function isCertain(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): boolean {
  if (to <= from) return true;
  if (calendar.unsettled.some((day) => from < day && day <= to)) return false;
  for (let year = yearOf(addDays(from, 1)); year <= yearOf(to); year += 1) {
    if (!calendar.isComplete(year)) return false;
  }
  return true;
}
