import { addDays } from './calendar-days.js';
import type { LocalDate } from './local-date.js';
import { addWorkingDays, countWorkingDays, type CountedDay, type WorkingCalendar } from './working-days.js';

/** Days in which a clock ran: after the one, up to and including the other. */
export interface RunDays {
  readonly after: LocalDate;
  readonly to: LocalDate;
}

/** Days allowed, as a clock counts them that may have stood still. */
export interface Term {
  readonly days: number;
  /** Leaves out Saturdays, Sundays and public holidays. */
  readonly working: boolean;
  /** The day after which what is left is counted. */
  readonly after: LocalDate;
  /** When it ran before it stood still; those days are used up. */
  readonly ran?: readonly RunDays[];
}

/** A number of days; not certain where it went through a year whose days are not all declared. */
export interface CountedDays {
  readonly days: number;
  readonly certain: boolean;
}

/** What is left of a term after it ran and stood still; less than none where more was used than allowed. */
export function daysLeft(
  { days, working, ran = [] }: Omit<Term, 'after'>,
  calendar: WorkingCalendar,
): CountedDays {
  const used = ran.map((run) => daysOf(run, working, calendar));
  return {
    days: used.reduce((left, { days: taken }) => left - taken, days),
    certain: used.every(({ certain }) => certain),
  };
}

/** The last day that is in time; of what was late before it stood still, the day after which it would be counted. */
export function lastDayOf(term: Term, calendar: WorkingCalendar): CountedDay {
  const left = daysLeft(term, calendar);
  const days = Math.max(left.days, 0);
  const last = term.working
    ? addWorkingDays(term.after, days, calendar)
    : { day: addDays(term.after, days), certain: true };
  return { day: last.day, certain: left.certain && last.certain };
}

function daysOf({ after, to }: RunDays, working: boolean, calendar: WorkingCalendar): CountedDays {
  if (working) return countWorkingDays(after, to, calendar);
  return { days: Math.max(0, Math.round((Date.parse(to) - Date.parse(after)) / 86_400_000)), certain: true };
}
