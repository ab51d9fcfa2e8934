import type { HolidayDeclaration } from './holiday.js';

export interface HolidayEvents {
  'holiday.declared': HolidayDeclaration;
}

export const HOLIDAY_EVENT_VERSIONS = {
  'holiday.declared': 1,
} as const satisfies Readonly<Record<keyof HolidayEvents, number>>;
