import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { lastDayOf } from '../time/term.js';
import type { CountedDay, WorkingCalendar } from '../time/working-days.js';
import type { OpenTask } from './task.js';

/**
 * The last day on which a task is in time, by the calendar as it is known; undefined where nothing sets one.
 * The day after which it is counted is the one on which it began to wait, unless the term says another.
 */
export function dueOf(
  { since, due }: Pick<OpenTask, 'since' | 'due'>,
  calendar: WorkingCalendar,
): CountedDay | undefined {
  if (due === undefined) return undefined;
  if (typeof due === 'string') return { day: due, certain: true };
  return lastDayOf({ after: since, ...due }, calendar);
}

/** First day on which a task that is due on a day is late. */
export function lateFrom(dueOn: LocalDate): LocalDate {
  return addDays(dueOn, 1);
}

/** Whether it is late on a day; a due day that is not certain makes nothing late. */
export function isOverdue(due: CountedDay | undefined, day: LocalDate): boolean {
  return due?.certain === true && due.day < day;
}
