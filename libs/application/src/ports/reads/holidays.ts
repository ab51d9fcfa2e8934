import type { HolidayDeclaration, HolidayYear, LocalDate, WorkingCalendar } from '#domain';
import type { Versioned } from './versioned.js';

/** Days off and worked between two days, and what of that time is not declared wholly. */
export interface HolidaysView {
  /** By day. */
  readonly days: readonly HolidayDeclaration[];
  /** Years in between of which not all days off are declared: a term that goes through them is not certain. */
  readonly incompleteYears: readonly number[];
}

/** What is asked about days off. */
export interface HolidayReads {
  /** What is declared of a year, by its four digits. */
  year(id: string, knownSeq: number): Versioned<HolidayYear> | undefined;
  /** From a day up to and including another. */
  between(from: LocalDate, to: LocalDate, knownSeq: number): HolidaysView;
  calendar(knownSeq: number): WorkingCalendar;
}
