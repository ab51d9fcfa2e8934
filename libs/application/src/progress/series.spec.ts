import { describe, expect, it } from '@jest/globals';
import { localDate } from '#domain';
import type { Clocks, ReadModel } from '../ports/read-model.js';
import { progressSeries, type Series } from './series.js';

const asked: Clocks[] = [];
/** Answers nothing and remembers what it was asked. */
const readModel = {
  progress: {
    progress: (_by: unknown, _filter: unknown, at: Clocks) => {
      asked.push(at);
      return [];
    },
    seqAtEndOf: (day: string) => Number(day.slice(8)),
  },
} as unknown as ReadModel;
const at = { validAt: localDate('2026-01-01'), knownSeq: 29 };
const series = (over: Partial<Series>): Series => ({
  from: localDate('2025-12-30'),
  to: localDate('2026-01-02'),
  every: 'DAY',
  clock: 'VALID',
  ...over,
});
const daysOf = (over: Partial<Series>) =>
  progressSeries(readModel, [], {}, series(over), at).map(({ day }) => day);

describe('a series', () => {
  it('has its first day and every step up to its last', () => {
    expect(daysOf({})).toEqual(['2025-12-30', '2025-12-31', '2026-01-01', '2026-01-02']);
    expect(daysOf({ every: 'WEEK', to: localDate('2026-01-12') })).toEqual(['2025-12-30', '2026-01-06']);
    const months = { every: 'MONTH', from: localDate('2026-01-31'), to: localDate('2026-04-30') } as const;
    expect(daysOf(months)).toEqual(['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('moves the clocks that it is asked to move, and never knows more than was asked', () => {
    const clocksOf = (clock: Series['clock']) =>
      progressSeries(readModel, [], {}, series({ clock, to: localDate('2025-12-30') }), at)[0]?.clocks;
    expect(clocksOf('VALID')).toEqual({ validAt: '2025-12-30', knownSeq: 29 });
    expect(clocksOf('RECORD')).toEqual({ validAt: '2026-01-01', knownSeq: 29 });
    const first = series({ clock: 'BOTH', from: localDate('2026-01-02') });
    expect(progressSeries(readModel, [], {}, first, at)[0]?.clocks).toEqual({
      validAt: '2026-01-02',
      knownSeq: 2,
    });
  });

  it('is refused where it ends before it begins or has too many points', () => {
    expect(() => daysOf({ to: localDate('2025-12-29') })).toThrow(
      expect.objectContaining({ code: 'INVALID_INTERVAL' }),
    );
    expect(() => daysOf({ to: localDate('2026-12-30') })).toThrow(
      expect.objectContaining({ code: 'SERIES_TOO_LONG' }),
    );
  });
});
