import { describe, expect, it } from '@jest/globals';
import { calendarOf, type HolidayDeclaration } from '../holidays/holiday.js';
import { day } from '../testing/index.js';
import { dueOf, isOverdue, lateFrom } from './due.js';
import { taskId } from './task.js';

const off = (text: string, more: Partial<HolidayDeclaration> = {}): HolidayDeclaration => ({
  day: day(text),
  kind: 'HOLIDAY',
  name: 'Quốc khánh',
  provenance: 'SECONDARY',
  source: 'example',
  ...more,
});
const calendar = calendarOf([
  { year: 2025, declared: [off('2025-09-01'), off('2025-09-02', { completesYear: true })] },
]);
const since = day('2025-08-29');

describe('the due day of a task', () => {
  it('is not there where nothing sets one', () => {
    expect(dueOf({ since }, calendar)).toBeUndefined();
    expect(isOverdue(undefined, day('9999-12-31'))).toBe(false);
  });

  it('is a day that was set, a term of days, or one of working days', () => {
    expect(dueOf({ since, due: day('2025-09-01') }, calendar)).toEqual({ day: '2025-09-01', certain: true });
    expect(dueOf({ since, due: { days: 25, working: false } }, calendar)?.day).toBe('2025-09-23');
    expect(dueOf({ since, due: { days: 5, working: true } }, calendar)).toEqual({
      day: '2025-09-09',
      certain: true,
    });
  });

  it('is counted after another day where the term says so', () => {
    const due = { days: 25, working: false, after: day('2025-08-01') };
    expect(dueOf({ since, due }, calendar)?.day).toBe('2025-08-26');
    expect(dueOf({ since, due: { ...due, days: 5, working: true } }, calendar)?.day).toBe('2025-08-08');
  });

  it('is late from the day after, and only where it is certain', () => {
    const due = { day: day('2025-09-09'), certain: true };
    expect(isOverdue(due, day('2025-09-09'))).toBe(false);
    expect(isOverdue(due, lateFrom(due.day))).toBe(true);
    const into2026 = dueOf({ since: day('2025-12-30'), due: { days: 5, working: true } }, calendar);
    expect(into2026).toEqual({ day: '2026-01-06', certain: false });
    expect(isOverdue(into2026, day('2026-02-01'))).toBe(false);
  });
});

describe('the id of a task', () => {
  it('names kind, subject and what tells it from others', () => {
    expect(taskId('HANDOVER_SIGN', 'ban-giao-1', 'receiver')).toBe('handover-sign.ban-giao-1.receiver');
  });
});
