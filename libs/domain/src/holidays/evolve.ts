import type { EventOf } from '../events/catalogue.js';
import { yearOf } from '../time/calendar-days.js';
import type { HolidayEvents } from './events.js';
import type { HolidayYear } from './holiday.js';

/** The year after an event of its stream; it begins with its first declared day. */
export function evolveHolidayYear(
  year: HolidayYear | undefined,
  { data }: EventOf<keyof HolidayEvents>,
): HolidayYear {
  return { year: yearOf(data.day), declared: [...(year?.declared ?? []), data] };
}
