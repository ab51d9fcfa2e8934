import type { HolidayReads, HolidaysView, Versioned } from '#application/ports';
import {
  calendarOf,
  holidaysOf,
  isDeclared,
  yearOf,
  type HolidayYear,
  type LocalDate,
  type WorkingCalendar,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { holidays } from './projection.js';

/** More years than anybody will declare. */
const ALL_YEARS = 10_000;

/** Questions about days off. */
export class HolidayQueries implements HolidayReads {
  readonly #versions: AggregateVersions<HolidayYear>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, holidays);
  }

  year(id: string, knownSeq: number): Versioned<HolidayYear> | undefined {
    return this.#versions.at(id, knownSeq);
  }

  between(from: LocalDate, to: LocalDate, knownSeq: number): HolidaysView {
    const [first, last] = [yearOf(from), yearOf(to)];
    const years = this.#years(knownSeq).filter(({ year }) => first <= year && year <= last);
    const complete = new Set(years.filter(isDeclared).map(({ year }) => year));
    const asked = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
    return {
      days: years.flatMap(holidaysOf).filter(({ day }) => from <= day && day <= to),
      incompleteYears: asked.filter((year) => !complete.has(year)),
    };
  }

  calendar(knownSeq: number): WorkingCalendar {
    return calendarOf(this.#years(knownSeq));
  }

  /** By year. */
  #years(knownSeq: number): readonly HolidayYear[] {
    const { rows } = this.#versions.page({ keys: [], admits: () => true }, knownSeq, { first: ALL_YEARS });
    return rows.map(({ row }) => row).sort((a, b) => a.year - b.year);
  }
}
