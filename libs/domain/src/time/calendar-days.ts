import { localDate, type LocalDate } from './local-date.js';

const MS_PER_DAY = 86_400_000;

/**
 * The day so many days after another; before it where the number is negative.
 * @throws BanGiaoError `INVALID_DATE` beyond the year 9999.
 */
export function addDays(day: LocalDate, days: number): LocalDate {
  const moved = new Date(Date.parse(`${day}T00:00:00Z`) + days * MS_PER_DAY);
  return localDate(moved.toISOString().slice(0, -'T00:00:00.000Z'.length));
}

/** Saturday or Sunday. */
export function isWeekend(day: LocalDate): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}

export function yearOf(day: LocalDate): number {
  return Number(day.slice(0, 4));
}
