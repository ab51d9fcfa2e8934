import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '../time/local-date.js';
import { paint } from './paint.js';

const day = (text: string) => text as LocalDate;
const recorded = (says: string, from: string, to?: string) => ({
  says,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
});

describe('painting an interval over recorded ones', () => {
  it('leaves both sides of an interval that it divides', () => {
    const old = recorded('old', '2025-01-01', '2025-12-31');
    expect(paint([old], { from: day('2025-03-01'), to: day('2025-04-01') })).toEqual({
      covered: [old],
      remainders: [recorded('old', '2025-01-01', '2025-03-01'), recorded('old', '2025-04-01', '2025-12-31')],
    });
  });

  it('leaves nothing of an interval that it covers', () => {
    const old = recorded('old', '2025-03-01', '2025-04-01');
    expect(paint([old], { from: day('2025-03-01') })).toEqual({ covered: [old], remainders: [] });
  });

  it('keeps an open end open', () => {
    const old = recorded('old', '2025-01-01');
    const { remainders } = paint([old], { from: day('2025-03-01'), to: day('2025-04-01') });
    expect(remainders).toEqual([recorded('old', '2025-01-01', '2025-03-01'), recorded('old', '2025-04-01')]);
  });

  it('does not touch intervals that only meet it', () => {
    const before = recorded('before', '2025-01-01', '2025-03-01');
    const after = recorded('after', '2025-04-01');
    expect(paint([before, after], { from: day('2025-03-01'), to: day('2025-04-01') })).toEqual({
      covered: [],
      remainders: [],
    });
  });
});
