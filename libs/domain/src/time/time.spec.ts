import { describe, expect, it } from '@jest/globals';
import { BanGiaoError } from '../refusals/ban-giao-error.js';
import { instant, instantOf } from './instant.js';
import { contains, earlierEnd, earliest, overlaps } from './interval.js';
import { isLocalDate, localDate, localDateAt, type LocalDate } from './local-date.js';

const day = (text: string) => text as LocalDate;

function errorOf(act: () => unknown): BanGiaoError {
  try {
    act();
  } catch (error) {
    if (error instanceof BanGiaoError) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

describe('a local date', () => {
  it.each([
    '2025-02-31',
    '2025-02-29',
    '2023-02-29',
    '1900-02-29',
    '2100-02-29',
    '2025-04-31',
    '2025-13-01',
    '2025-00-10',
    '2025-01-00',
  ])('%s does not exist', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(errorOf(() => localDate(text, 'validAt'))).toMatchObject({
      code: 'INVALID_DATE',
      field: 'validAt',
      value: text,
      remedy: expect.stringContaining('2025-07-01'),
    });
  });

  it.each(['2024-02-29', '2000-02-29', '2025-02-28', '2025-12-31', '0001-01-01', '9999-12-31'])(
    '%s exists',
    (text) => expect(localDate(text)).toBe(text),
  );

  it.each([
    '',
    '2025-7-1',
    '01/07/2025',
    '2025-07-01T00:00:00Z',
    '20250701',
    ' 2025-07-01',
    '2025-07-01\n',
    '0000-01-01',
    '٢٠٢٥-٠٧-٠١',
  ])('is not written "%s"', (text) => expect(isLocalDate(text)).toBe(false));
});

describe('the day in Vietnam', () => {
  it.each([
    ['2025-06-30T16:59:59.999Z', '2025-06-30'],
    ['2025-06-30T17:00:00.000Z', '2025-07-01'],
    ['2025-07-01T16:59:59.999Z', '2025-07-01'],
    ['2024-02-28T17:00:00.000Z', '2024-02-29'],
    ['2024-12-31T17:00:00.000Z', '2025-01-01'],
  ])('at %s is %s', (moment, local) => expect(localDateAt(new Date(moment))).toBe(local));
});

describe('an instant', () => {
  it('is kept in UTC, whatever its offset', () => {
    expect(instant('2025-07-01T00:00:00+07:00')).toBe('2025-06-30T17:00:00.000Z');
    expect(instant('2025-06-30T17:00:00Z')).toBe('2025-06-30T17:00:00.000Z');
    expect(instantOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  });

  it.each([
    '2025-02-31T00:00:00Z',
    '2025-07-01T00:00:00',
    '2025-07-01',
    '2025-07-01T25:00:00Z',
    '2025-07-01T00:00:00+99:00',
    '9999-12-31T23:00:00-07:00',
    'now',
  ])('is not "%s"', (text) => {
    expect(errorOf(() => instant(text, 'knownAt'))).toMatchObject({
      code: 'INVALID_INSTANT',
      field: 'knownAt',
      value: text,
      remedy: expect.stringContaining('offset'),
    });
  });
});

describe('an interval', () => {
  const july = { from: day('2025-07-01'), to: day('2025-08-01') };

  it('has its first day and not its end', () => {
    expect(contains(july, day('2025-06-30'))).toBe(false);
    expect(contains(july, day('2025-07-01'))).toBe(true);
    expect(contains(july, day('2025-07-31'))).toBe(true);
    expect(contains(july, day('2025-08-01'))).toBe(false);
    expect(contains({ from: july.from }, day('9999-12-31'))).toBe(true);
  });

  it('does not share a day with one that it meets', () => {
    expect(overlaps(july, { from: day('2025-08-01') })).toBe(false);
    expect(overlaps({ from: day('2025-08-01') }, july)).toBe(false);
    expect(overlaps(july, { from: day('2025-07-31') })).toBe(true);
    expect(overlaps({ from: day('2020-01-01') }, july)).toBe(true);
  });

  it('takes an absent end as never', () => {
    expect(earlierEnd(undefined, july.to)).toBe(july.to);
    expect(earlierEnd(july.to, undefined)).toBe(july.to);
    expect(earlierEnd(undefined, undefined)).toBeUndefined();
    expect(earlierEnd(july.from, july.to)).toBe(july.from);
  });

  it('finds the earliest day that lies after another', () => {
    expect(earliest([july.to, undefined, july.from], day('2025-07-01'))).toBe(july.to);
    expect(earliest([july.from], july.from)).toBeUndefined();
  });
});
