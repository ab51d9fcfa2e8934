import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isWeekend } from './calendar-days.js';
import type { LocalDate } from './local-date.js';
import {
  addWorkingDays,
  countWorkingDays,
  isWorkingDay,
  type HolidayKind,
  type WorkingCalendar,
} from './working-days.js';

const day = (text: string) => text as LocalDate;

function calendarOf(
  days: Readonly<Record<string, HolidayKind>>,
  ...years: readonly number[]
): WorkingCalendar {
  return { kindOf: (d) => days[d], isComplete: (year) => years.includes(year), unsettled: [] };
}

/** Around New Year 2026: Friday 2 January off, Saturday 10 January worked instead. */
const newYear = calendarOf(
  { '2026-01-01': 'HOLIDAY', '2026-01-02': 'HOLIDAY', '2026-01-10': 'COMPENSATORY_WORKING_DAY' },
  2025,
  2026,
);

describe('working days', () => {
  it.each([
    ['2025-12-31', 1, '2026-01-05'],
    ['2025-12-31', 5, '2026-01-09'],
    ['2025-12-31', 6, '2026-01-10'],
    ['2026-01-03', 1, '2026-01-05'],
    ['2026-01-01', 0, '2026-01-01'],
  ])('after %s the %ith is %s', (from, n, to) => {
    expect(addWorkingDays(day(from), n, newYear)).toEqual({ day: to, certain: true });
  });

  it('are not certain once they go through a year that is not declared', () => {
    const only2025 = calendarOf({}, 2025);
    expect(addWorkingDays(day('2025-12-29'), 2, only2025)).toEqual({ day: '2025-12-31', certain: true });
    expect(addWorkingDays(day('2025-12-29'), 3, only2025)).toEqual({ day: '2026-01-01', certain: false });
    expect(countWorkingDays(day('2024-12-31'), day('2025-12-31'), only2025).certain).toBe(true);
    expect(countWorkingDays(day('2024-12-30'), day('2025-12-31'), only2025).certain).toBe(false);
  });

  it('are not certain once they go through a day that only may be off, which counts as in any week', () => {
    const doubted = { ...calendarOf({}, 2026), unsettled: [day('2026-11-24')] };
    expect(addWorkingDays(day('2026-11-20'), 1, doubted)).toEqual({ day: '2026-11-23', certain: true });
    expect(addWorkingDays(day('2026-11-20'), 2, doubted)).toEqual({ day: '2026-11-24', certain: false });
    expect(addWorkingDays(day('2026-11-24'), 2, doubted)).toEqual({ day: '2026-11-26', certain: true });
    expect(countWorkingDays(day('2026-11-23'), day('2026-11-25'), doubted)).toEqual({
      days: 2,
      certain: false,
    });
  });

  it.each([-1, 0.5, Number.NaN])('are not %p', (n) => {
    expect(() => addWorkingDays(day('2026-01-01'), n, newYear)).toThrow(RangeError);
  });
});

const START = day('2025-01-01');
const days = fc.integer({ min: 0, max: 900 }).map((n) => addDays(START, n));
const calendars = fc
  .tuple(
    fc.array(fc.tuple(days, fc.constantFrom<HolidayKind>('HOLIDAY', 'COMPENSATORY_WORKING_DAY')), {
      maxLength: 60,
    }),
    fc.subarray([2025, 2026, 2027]),
  )
  .map(([declared, years]) => calendarOf(Object.fromEntries(declared), ...years));

describe('over any calendar', () => {
  it('the n-th working day is one, and n of them lie up to it', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), calendars, (from, n, calendar) => {
        const { day: last, certain } = addWorkingDays(from, n, calendar);
        expect(isWorkingDay(last, calendar)).toBe(true);
        expect(countWorkingDays(from, last, calendar)).toEqual({ days: n, certain });
      }),
    );
  });

  it('terms add up', () => {
    const terms = fc.integer({ min: 0, max: 30 });
    fc.assert(
      fc.property(days, terms, terms, calendars, (from, a, b, calendar) => {
        const half = addWorkingDays(from, a, calendar);
        const rest = addWorkingDays(half.day, b, calendar);
        const whole = addWorkingDays(from, a + b, calendar);
        expect(whole.day).toBe(rest.day);
        expect(whole.certain).toBe(half.certain && rest.certain);
      }),
    );
  });

  it('a further holiday never brings a term to its end sooner', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 0, max: 30 }), calendars, (from, off, n, calendar) => {
        const more: WorkingCalendar = {
          ...calendar,
          kindOf: (d) => (d === off ? 'HOLIDAY' : calendar.kindOf(d)),
        };
        const [before, after] = [calendar, more].map((c) => addWorkingDays(from, n, c).day);
        expect(after! >= before!).toBe(true);
      }),
    );
  });

  it('what is not declared follows the week', () => {
    fc.assert(
      fc.property(days, (d) => {
        expect(isWorkingDay(d, calendarOf({}))).toBe(!isWeekend(d));
        expect(addDays(addDays(d, 7), -7)).toBe(d);
        expect(isWeekend(addDays(d, 7))).toBe(isWeekend(d));
      }),
    );
  });
});
