import type { HolidayEvents, LocalDate } from '#domain';
import type { Bare, Full } from '../shape.js';

const holiday = {
  day: '2026-01-10' as LocalDate,
  kind: 'COMPENSATORY_WORKING_DAY',
  name: 'Làm bù ngày 02/01/2026',
  provenance: 'SECONDARY',
  source: 'example',
} as const;

export const FULL_HOLIDAY_EVENTS: { readonly [T in keyof HolidayEvents]: Full<HolidayEvents[T]> } = {
  'holiday.declared': {
    ...holiday,
    completesYear: true,
    actId: '12729-vpcp-kgvx.van-phong-chinh-phu.2025-12-25',
  },
};

export const BARE_HOLIDAY_EVENTS: { readonly [T in keyof HolidayEvents]: Bare<HolidayEvents[T]> } = {
  'holiday.declared': holiday,
};
