import type { LocalDate } from '../time/local-date.js';
import type { Succession, UnitId, UnitLevel, UnitVersion } from './unit.js';

/** What is known of units and their succession, for pure decisions; lists are ordered by id. */
export interface Lineage {
  /** The unit as it stood on the day; undefined where it did not exist then or is not known. */
  unitOn(unitId: UnitId, day: LocalDate): UnitVersion | undefined;
  /** First day and the day after the last; undefined for an unknown unit. */
  lifetime(unitId: UnitId): { readonly from?: LocalDate; readonly to?: LocalDate } | undefined;
  /** Tier of a unit, in and out of its lifetime; undefined for an unknown unit. */
  levelOf(unitId: UnitId): UnitLevel | undefined;
  successionsFrom(unitId: UnitId): readonly Succession[];
  successionsTo(unitId: UnitId): readonly Succession[];
}

/** One unit that a unit corresponds to on another day. */
export interface Correspondence {
  readonly unitId: UnitId;
  /** `WHOLE` only where every step is whole. */
  readonly extent: 'WHOLE' | 'PARTIAL';
  /** Acts of the steps, in order; empty where it is the unit itself. */
  readonly actIds: readonly string[];
}

/**
 * The units that hold a unit's territory on a later day, followed through every reorganisation between.
 * A unit that still exists corresponds to itself.
 */
export function successorsOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly Correspondence[] {
  return follow(unitId, (id) => {
    const end = lineage.lifetime(id)?.to;
    return end !== undefined && end <= day
      ? lineage.successionsFrom(id).map((s) => [s.toId, s] as const)
      : 'stay';
  });
}

/**
 * The units whose territory went into a unit, as of an earlier day.
 * The extent says how much of the earlier unit went in.
 */
export function predecessorsOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly Correspondence[] {
  return follow(unitId, (id) => {
    const start = lineage.lifetime(id)?.from;
    return start !== undefined && start > day
      ? lineage.successionsTo(id).map((s) => [s.fromId, s] as const)
      : 'stay';
  });
}

type Step = (unitId: UnitId) => readonly (readonly [UnitId, Succession])[] | 'stay';

function follow(start: UnitId, step: Step): readonly Correspondence[] {
  const found = new Map<UnitId, Correspondence>();
  const visit = (at: Correspondence, seen: ReadonlySet<UnitId>): void => {
    const next = step(at.unitId);
    if (next === 'stay') {
      found.set(at.unitId, widest(found.get(at.unitId), at));
      return;
    }
    for (const [unitId, edge] of next) {
      if (seen.has(unitId)) continue;
      const extent = at.extent === 'WHOLE' && edge.extent === 'WHOLE' ? 'WHOLE' : 'PARTIAL';
      visit({ unitId, extent, actIds: [...at.actIds, edge.actId] }, new Set([...seen, unitId]));
    }
  };
  visit({ unitId: start, extent: 'WHOLE', actIds: [] }, new Set([start]));
  return [...found.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

function widest(known: Correspondence | undefined, found: Correspondence): Correspondence {
  return known !== undefined && known.extent === 'WHOLE' ? known : found;
}
