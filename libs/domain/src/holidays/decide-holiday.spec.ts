import { describe, expect, it } from '@jest/globals';
import type { EventOf } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import { addWorkingDays } from '../time/working-days.js';
import { decideDeclareHoliday } from './decide-holiday.js';
import { evolveHolidayYear } from './evolve.js';
import {
  calendarOf,
  holidayYearId,
  isDeclared,
  type HolidayDeclaration,
  type HolidayYear,
} from './holiday.js';

const day = (text: string) => text as LocalDate;
const newYear: HolidayDeclaration = {
  day: day('2026-01-01'),
  kind: 'HOLIDAY',
  name: 'Tết Dương lịch',
  provenance: 'SECONDARY',
  source: 'announcement',
};
const declared = (over: Partial<HolidayDeclaration> = {}): EventOf<'holiday.declared'> => ({
  type: 'holiday.declared',
  data: { ...newYear, ...over },
});
const given = (...events: readonly EventOf<'holiday.declared'>[]): HolidayYear | undefined =>
  events.reduce<HolidayYear | undefined>(evolveHolidayYear, undefined);
const none = () => undefined;

describe('declaring a holiday', () => {
  it('records it in its year', () => {
    expect(decideDeclareHoliday(newYear, undefined, none)).toEqual({ ok: true, events: [declared()] });
    expect(holidayYearId(newYear.day)).toBe('2026');
  });

  it.each<[string, Partial<HolidayDeclaration>, string, string]>([
    ['without a name', { name: ' ' }, 'INVALID_INPUT', 'name'],
    ['without a source', { source: '' }, 'INVALID_INPUT', 'source'],
    [
      'that lists its year from memory',
      { provenance: 'UNVERIFIED', completesYear: true },
      'EVIDENCE_REQUIRED',
      'provenance',
    ],
    [
      'that is worked, as is only inferred',
      { provenance: 'INFERRED', kind: 'COMPENSATORY_WORKING_DAY', day: day('2026-01-10') },
      'EVIDENCE_REQUIRED',
      'provenance',
    ],
    ['under an act nobody knows', { actId: '1-qd.x.undated' }, 'UNKNOWN_ACT', 'actId'],
    [
      'as worked, on a Monday',
      { kind: 'COMPENSATORY_WORKING_DAY', day: day('2026-01-05') },
      'NOT_APPLICABLE',
      'day',
    ],
  ])('is refused %s', (_what, over, code, field) => {
    const decision = decideDeclareHoliday({ ...newYear, ...over }, undefined, none);
    expect(decision).toMatchObject({ ok: false, refusal: { code, field } });
  });

  it('changes nothing where it says the same again, and puts right what was declared wrongly', () => {
    const year = given(declared());
    expect(decideDeclareHoliday(newYear, year, none)).toMatchObject({
      ok: false,
      refusal: { code: 'ALREADY_EXISTS', field: 'day' },
    });
    const revoked = { ...newYear, kind: 'COMPENSATORY_WORKING_DAY' as const, name: 'Ngày làm việc' };
    expect(decideDeclareHoliday(revoked, year, none).ok).toBe(true);
    const calendar = calendarOf([given(declared(), { type: 'holiday.declared', data: revoked })!]);
    expect(calendar.kindOf(newYear.day)).toBe('COMPENSATORY_WORKING_DAY');
  });
});

describe('a day that only may be off', () => {
  const mayBe = { ...newYear, day: day('2026-11-24'), provenance: 'INFERRED' as const };

  it('is taken, and takes nothing back that is certain', () => {
    expect(decideDeclareHoliday(mayBe, undefined, none).ok).toBe(true);
    const doubted = decideDeclareHoliday({ ...newYear, provenance: 'INFERRED' }, given(declared()), none);
    expect(doubted).toMatchObject({ ok: false, refusal: { code: 'EVIDENCE_REQUIRED' } });
  });

  it('makes the terms across it uncertain, until something certain says what it is', () => {
    const year = declared({ completesYear: true });
    const term = (...events: readonly EventOf<'holiday.declared'>[]) =>
      addWorkingDays(day('2026-11-23'), 1, calendarOf([given(year, declared(mayBe), ...events)!]));
    expect(term()).toEqual({ day: '2026-11-24', certain: false });
    expect(term(declared({ ...mayBe, provenance: 'READ' }))).toEqual({ day: '2026-11-25', certain: true });
    const worked = { ...mayBe, kind: 'COMPENSATORY_WORKING_DAY' as const, provenance: 'READ' as const };
    expect(decideDeclareHoliday(worked, given(declared(mayBe)), none).ok).toBe(true);
    expect(term(declared(worked))).toEqual({ day: '2026-11-24', certain: true });
  });
});

describe('a year', () => {
  it('is certain once its source has listed all of it, and others stay open', () => {
    const partly = given(declared())!;
    expect(isDeclared(partly)).toBe(false);
    const wholly = given(declared(), declared({ day: day('2026-09-02'), completesYear: true }))!;
    const term = (year: HolidayYear) => addWorkingDays(day('2025-12-31'), 1, calendarOf([year]));
    expect(term(partly)).toEqual({ day: '2026-01-02', certain: false });
    expect(term(wholly)).toEqual({ day: '2026-01-02', certain: true });
    expect(addWorkingDays(day('2026-12-31'), 1, calendarOf([wholly])).certain).toBe(false);
  });
});
