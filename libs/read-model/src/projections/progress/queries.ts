import type {
  Clocks,
  ProgressDimension,
  ProgressFilter,
  ProgressReads,
  ProgressRow,
} from '#application/ports';
import { RESPONSIBILITY_STATUSES, type LocalDate, type ResponsibilityStatus } from '#domain';
import type { Connection } from '../../connection.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { Lru } from '../../storage/lru.js';
import { ASSIGNED } from '../assignments/tallies.js';
import { ProvinceOfPlaces } from './places.js';
import { endOf, talliesAt, type Tally } from './tallies-at.js';

const KEPT = 64;

/** Counts of statuses out of the tallies. */
export class ProgressQueries implements ProgressReads {
  readonly #kept = new Lru<string, readonly Tally[]>(KEPT);
  readonly #provinces = new ProvinceOfPlaces();

  constructor(private readonly connection: (knownSeq: number) => Connection) {}

  progress(by: readonly ProgressDimension[], filter: ProgressFilter, at: Clocks): readonly ProgressRow[] {
    const connection = this.connection(at.knownSeq);
    const rows = new Map<string, Counted>();
    for (const tally of this.#tallies(connection, at)) {
      const provinceId = this.#provinces.of(tally.place, at, connection);
      const place = { provinceId, districtId: districtOf(tally.place, connection, at.knownSeq) };
      if (!admits(filter, tally, place)) continue;
      const key = keyOf(by, place, tally.dutyGroup);
      const name = [key.provinceId ?? '~', key.districtId ?? '~', key.dutyGroup ?? ''].join('\n');
      const counted = rows.get(name) ?? { key, counts: new Map<string, number>() };
      counted.counts.set(tally.status, (counted.counts.get(tally.status) ?? 0) + tally.count);
      rows.set(name, counted);
    }
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => rowOf(counted));
  }

  seqAtEndOf(day: LocalDate): number {
    const { db, events } = this.connection(0);
    return events.seqBefore(endOf(day), readCheckpoint(db).seq);
  }

  /** What was known after an event never changes. */
  #tallies(connection: Connection, at: Clocks): readonly Tally[] {
    const ask = () => talliesAt(connection, at);
    if (at.knownSeq > readCheckpoint(connection.db).seq) return ask();
    return this.#kept.get(`${at.knownSeq} ${at.validAt}`, ask);
  }
}

interface Place {
  readonly provinceId: string | undefined;
  readonly districtId: string | undefined;
}

function keyOf(
  by: readonly ProgressDimension[],
  { provinceId, districtId }: Place,
  dutyGroup: string,
): Counted['key'] {
  return {
    ...(by.includes('PROVINCE') && provinceId !== undefined && { provinceId }),
    ...(by.includes('DISTRICT') && districtId !== undefined && { districtId }),
    ...(by.includes('DUTY_GROUP') && { dutyGroup }),
  };
}

interface Counted {
  readonly key: Pick<ProgressRow, 'provinceId' | 'districtId' | 'dutyGroup'>;
  readonly counts: Map<string, number>;
}

/** A duty that was assigned once and has no answer on the day has no basis. */
function rowOf({ key, counts }: Counted): ProgressRow {
  const assigned = counts.get(ASSIGNED) ?? 0;
  const stated = RESPONSIBILITY_STATUSES.filter((status) => status !== 'NO_BASIS').map(
    (status) => [status, counts.get(status) ?? 0] as const,
  );
  const noBasis = assigned - stated.reduce((sum, [, count]) => sum + count, 0);
  const statuses = Object.fromEntries([...stated, ['NO_BASIS', noBasis]]) as Record<
    ResponsibilityStatus,
    number
  >;
  return { ...key, statuses, assigned };
}

function districtOf(place: string, { units }: Connection, knownSeq: number): string | undefined {
  return units.levelOf(place, knownSeq) === 'DISTRICT' ? place : undefined;
}

function admits(filter: ProgressFilter, tally: Tally, place: Place): boolean {
  return (
    (filter.provinceId === undefined || filter.provinceId === place.provinceId) &&
    (filter.districtId === undefined || filter.districtId === place.districtId) &&
    (filter.dutyGroup === undefined || filter.dutyGroup === tally.dutyGroup)
  );
}
