import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import { yearOf } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import type { HolidayKind, WorkingCalendar } from '../time/working-days.js';

/**
 * A day that was declared to be off, or to be worked although it is a Saturday or Sunday.
 * One that is inferred or not verified may be off: it moves no deadline, and makes those across it uncertain.
 */
export interface HolidayDeclaration {
  readonly day: LocalDate;
  readonly kind: HolidayKind;
  /** Vietnamese name of the holiday, or what it is worked for. */
  readonly name: string;
  /** True where its source lists all such days of the year and they are declared with this one. */
  readonly completesYear?: boolean;
  /** The law or announcement it rests on. */
  readonly actId?: ActId;
  readonly provenance: Provenance;
  readonly source: string;
}

/** What is declared of one year, in the order of record; of two declarations of a day the later one counts. */
export interface HolidayYear {
  readonly year: number;
  readonly declared: readonly HolidayDeclaration[];
}

/** The declarations that count, by day. */
export function holidaysOf({ declared }: HolidayYear): readonly HolidayDeclaration[] {
  const byDay = new Map(declared.map((holiday) => [holiday.day, holiday]));
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}

/** Whether all days off and worked of the year are declared. */
export function isDeclared({ declared }: HolidayYear): boolean {
  return declared.some((holiday) => holiday.completesYear === true);
}

/** The calendar that some years make; what is declared of other years is not known. */
export function calendarOf(years: readonly HolidayYear[]): WorkingCalendar {
  const complete = new Set(years.filter(isDeclared).map(({ year }) => year));
  const declared = years.flatMap(holidaysOf);
  const kinds = new Map(declared.filter(isSettled).map(({ day, kind }) => [day, kind]));
  return {
    kindOf: (day) => kinds.get(day),
    isComplete: (year) => complete.has(year),
    unsettled: declared.filter((holiday) => !isSettled(holiday)).map(({ day }) => day),
  };
}

/** Whether a day is declared on something that can be relied on; else it only may be off. */
export function isSettled({ provenance }: Pick<HolidayDeclaration, 'provenance'>): boolean {
  return provenance !== 'INFERRED' && provenance !== 'UNVERIFIED';
}

/** Id of the year that a day belongs to, as its stream and lists have it. */
export function holidayYearId(day: LocalDate): string {
  return String(yearOf(day)).padStart(4, '0');
}

/** Whether two declarations say the same of the same day. */
export function isSameDeclaration(a: HolidayDeclaration, b: HolidayDeclaration): boolean {
  const [one, other] = [a, b].map((d) => [
    ...[d.day, d.kind, d.name, d.completesYear === true, d.actId, d.provenance, d.source],
  ]);
  return JSON.stringify(one) === JSON.stringify(other);
}
