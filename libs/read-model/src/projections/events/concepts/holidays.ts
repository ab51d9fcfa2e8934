import type { HolidayEvents } from '#domain';
import { optional, takeAct, type ShownEvents } from './concept.js';

export const shownHolidayEvents: ShownEvents<HolidayEvents> = {
  'holiday.declared': {
    about: ({ day, actId }) => ({ effectiveFrom: day, ...optional('actId', actId) }),
    links: ({ actId }, take) => takeAct(actId, take),
  },
};
