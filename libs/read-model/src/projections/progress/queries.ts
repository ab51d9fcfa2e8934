import type {
  Clocks,
  ProgressDimension,
  ProgressFilter,
  ProgressReads,
  ProgressRow,
} from '#application/ports';
import {
  HANDOVER_STATES,
  RESPONSIBILITY_STATUSES,
  type HandoverState,
  type LocalDate,
  type ResponsibilityStatus,
} from '#domain';
import type { Connection } from '../../connection.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { Lru } from '../../storage/lru.js';
import { ASSIGNED } from '../assignments/tallies.js';
import { ProvinceOfPlaces } from './places.js';
import { workAt } from './work-at.js';
import { TallyMemory } from './tally-memory.js';
import { endOf, talliesAt, type Tally } from './tallies-at.js';

const KEPT = 64;

/** Counts of statuses out of the tallies. */
export class ProgressQueries implements ProgressReads {
  readonly #kept = new Lru<string, readonly Tally[]>(KEPT);
  readonly #memories = new WeakMap<Connection, TallyMemory>();
  readonly #provinces = new ProvinceOfPlaces();

  constructor(private readonly connection: (knownSeq: number) => Connection) {}

  progress(by: readonly ProgressDimension[], filter: ProgressFilter, at: Clocks): readonly ProgressRow[] {
    const connection = this.connection(at.knownSeq);
    const rows = new Map<string, Counted>();
    const placeOf = this.#places(connection, at);
    const count = (placeId: string, dutyGroup: string | undefined, what: string, times: number) => {
      const place = placeOf(placeId);
      if (!admits(filter, dutyGroup, place)) return;
      const key = keyOf(by, place, dutyGroup);
      const name = [key.provinceId ?? '~', key.districtId ?? '~', key.dutyGroup ?? ''].join('\n');
      const counted = rows.get(name) ?? { key, counts: new Map<string, number>() };
      counted.counts.set(what, (counted.counts.get(what) ?? 0) + times);
      rows.set(name, counted);
    };
    for (const { place, dutyGroup, status, count: n } of this.#tallies(connection, at))
      count(place, dutyGroup, status, n);
    for (const { place, what, count: n } of workAt(connection, at))
      count(place, undefined, workName(what), n);
    return [...rows].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => rowOf(counted));
  }

  seqAtEndOf(day: LocalDate): number {
    const { db, events } = this.connection(0);
    return events.seqBefore(endOf(day), readCheckpoint(db).seq);
  }

  /** Many tallies are of one place, which is looked up once for a question. */
  #places(connection: Connection, at: Clocks): (place: string) => Place {
    const provinceOf = this.#provinces.on(at, connection);
    const known = new Map<string, Place>();
    return (place) => {
      const found = known.get(place) ?? {
        provinceId: provinceOf(place),
        districtId: districtOf(place, connection, at.knownSeq),
      };
      known.set(place, found);
      return found;
    };
  }

  #memoryOf(connection: Connection): TallyMemory {
    const memory = this.#memories.get(connection) ?? new TallyMemory();
    this.#memories.set(connection, memory);
    return memory;
  }

  /** What was known after an event never changes. */
  #tallies(connection: Connection, at: Clocks): readonly Tally[] {
    const ask = () => talliesAt(connection, this.#memoryOf(connection), at);
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
  dutyGroup: string | undefined,
): Counted['key'] {
  return {
    ...(by.includes('PROVINCE') && provinceId !== undefined && { provinceId }),
    ...(by.includes('DISTRICT') && districtId !== undefined && { districtId }),
    ...(by.includes('DUTY_GROUP') && dutyGroup !== undefined && { dutyGroup }),
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
  const handovers = Object.fromEntries(
    HANDOVER_STATES.map((state) => [state, counts.get(workName(state)) ?? 0]),
  ) as Record<HandoverState, number>;
  return { ...key, statuses, assigned, handovers, overdue: counts.get(workName('OVERDUE')) ?? 0 };
}

/** Handovers have states of their own, which must not be taken for statuses. */
function workName(what: HandoverState | 'OVERDUE'): string {
  return `work ${what}`;
}

function districtOf(place: string, { units }: Connection, knownSeq: number): string | undefined {
  return units.levelOf(place, knownSeq) === 'DISTRICT' ? place : undefined;
}

function admits(filter: ProgressFilter, dutyGroup: string | undefined, place: Place): boolean {
  return (
    (filter.provinceId === undefined || filter.provinceId === place.provinceId) &&
    (filter.districtId === undefined || filter.districtId === place.districtId) &&
    (filter.dutyGroup === undefined || filter.dutyGroup === dutyGroup)
  );
}
