import type { DomainEvent } from '../events/catalogue.js';
import { yearOf } from '../time/calendar-days.js';
import type { HolidayYear } from './holiday.js';

/** The year after an event of its stream. */
export function evolveHolidayYear(
  year: HolidayYear | undefined,
  event: DomainEvent,
): HolidayYear | undefined {
  if (event.type !== 'holiday.declared') return year;
  return { year: yearOf(event.data.day), declared: [...(year?.declared ?? []), event.data] };
}
