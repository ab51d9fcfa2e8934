import { BanGiaoError } from '../refusals/ban-giao-error.js';

declare const localDateBrand: unique symbol;
/** A calendar day in Asia/Ho_Chi_Minh, `YYYY-MM-DD`, year 0001 to 9999. Compares as text. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MINUTES_AHEAD_OF_UTC = 7 * 60;

/** True for a day that exists: `2025-02-31` does not. */
export function isLocalDate(text: string): text is LocalDate {
  const parts = SHAPE.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number) as [number, number, number];
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= daysInMonth(year, month);
}

/** @throws BanGiaoError `INVALID_DATE` naming the field and the value. */
export function localDate(text: string, field = 'date'): LocalDate {
  if (isLocalDate(text)) return text;
  throw new BanGiaoError('INVALID_DATE', `"${text}" is not a day of the calendar.`, {
    field,
    value: text,
    remedy: 'Give an existing day as YYYY-MM-DD, for example 2025-07-01.',
  });
}

/** The day it is in Vietnam (UTC+7, no summer time) at an instant. */
export function localDateAt(instant: Date): LocalDate {
  const shifted = new Date(instant.getTime() + MINUTES_AHEAD_OF_UTC * 60_000);
  return shifted.toISOString().slice(0, 10) as LocalDate;
}

function daysInMonth(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** A day before anything that is recorded: where a source states no start. */
export const BEFORE_ALL = localDate('0001-01-01');
