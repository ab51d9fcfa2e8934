import { addDays, BanGiaoError, localDate, type LocalDate } from '#domain';
import type { Clocks, ReadModel } from '../ports/read-model.js';
import type { ProgressDimension, ProgressFilter, ProgressRow } from '../ports/reads/progress.js';

/** How far apart the points of a series lie. */
export const SERIES_STEPS = ['DAY', 'WEEK', 'MONTH'] as const;
export type SeriesStep = (typeof SERIES_STEPS)[number];

/** Which clock moves from point to point: the day asked about, what was known at its end, or both. */
export const SERIES_CLOCKS = ['VALID', 'RECORD', 'BOTH'] as const;
export type SeriesClock = (typeof SERIES_CLOCKS)[number];

export interface Series {
  readonly from: LocalDate;
  /** Last day that may be a point. */
  readonly to: LocalDate;
  readonly every: SeriesStep;
  readonly clock: SeriesClock;
}

/** Progress at one point. */
export interface SeriesPoint {
  readonly day: LocalDate;
  readonly clocks: Clocks;
  readonly rows: readonly ProgressRow[];
}

/** Most points of one series. */
export const MAX_POINTS = 120;

/**
 * Progress over time; the clock that does not move stays where it was asked.
 * @throws BanGiaoError `INVALID_INTERVAL` for an end before the start, `SERIES_TOO_LONG`.
 */
export function progressSeries(
  readModel: ReadModel,
  by: readonly ProgressDimension[],
  filter: ProgressFilter,
  series: Series,
  at: Clocks,
): readonly SeriesPoint[] {
  return daysOf(series).map((day) => {
    const validAt = series.clock === 'RECORD' ? at.validAt : day;
    const known = series.clock === 'VALID' ? at.knownSeq : readModel.progress.seqAtEndOf(day);
    const clocks = { validAt, knownSeq: Math.min(known, at.knownSeq) };
    return { day, clocks, rows: readModel.progress.progress(by, filter, clocks) };
  });
}

function daysOf({ from, to, every }: Series): readonly LocalDate[] {
  if (to < from) {
    throw new BanGiaoError('INVALID_INTERVAL', `The series ends on ${to}, before its start ${from}.`, {
      field: 'to',
      value: to,
      remedy: 'Give an end on the start or after it.',
    });
  }
  const days: LocalDate[] = [];
  for (let n = 0; ; n += 1) {
    const day = nth(from, every, n);
    if (day > to) return days;
    if (days.length === MAX_POINTS) throw tooLong(to);
    days.push(day);
  }
}

/** The month that has no such day has its last one. */
function nth(from: LocalDate, every: SeriesStep, n: number): LocalDate {
  switch (every) {
    case 'DAY':
      return addDays(from, n);
    case 'WEEK':
      return addDays(from, 7 * n);
    case 'MONTH': {
      const [year = 0, month = 1, day = 1] = from.split('-').map(Number);
      const last = new Date(Date.UTC(year, month + n, 0));
      const whole = last.toISOString().slice(0, 8);
      return localDate(`${whole}${String(Math.min(day, last.getUTCDate())).padStart(2, '0')}`);
    }
  }
}

function tooLong(to: LocalDate): BanGiaoError {
  return new BanGiaoError('SERIES_TOO_LONG', `A series has at most ${MAX_POINTS} points.`, {
    field: 'to',
    value: to,
    remedy: 'Ask for wider steps or a shorter time.',
  });
}
