import { evolveHolidayYear, holidayYearId, type HolidayEvents, type HolidayYear } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Days off and worked of each year, as known at any time. */
export const holidays: AggregateKind<HolidayYear, keyof HolidayEvents> = {
  name: 'holidays',
  version: 1,
  types: ['holiday.declared'],
  idOf: ({ data }) => holidayYearId(data.day),
  evolve: evolveHolidayYear,
  sortOf: ({ year }) => String(year).padStart(4, '0'),
  keysOf: () => [],
};

export const holidaysProjection = aggregateProjection(holidays);
