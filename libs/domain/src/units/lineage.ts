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

/** One way from a unit to one that it corresponds to on another day. */
export interface SuccessionPath {
  /** Where it ends. */
  readonly unitId: UnitId;
  /** Every step on the way, in the order of walking; empty where it is the unit itself. */
  readonly steps: readonly Succession[];
}

/**
 * The units that hold a unit's territory on a later day, followed through every reorganisation between.
 * A unit that still exists corresponds to itself.
 */
export function successorsOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly Correspondence[] {
  return correspondences(pathsForward(lineage, unitId, day));
}

/**
 * The units whose territory went into a unit, as of an earlier day.
 * The extent says how much of the earlier unit went in.
 */
export function predecessorsOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly Correspondence[] {
  return correspondences(pathsBack(lineage, unitId, day));
}

/** Every way to `successorsOn`; the steps begin at the unit. */
export function pathsForward(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly SuccessionPath[] {
  return pathsFrom(unitId, (id) => {
    const end = lineage.lifetime(id)?.to;
    return end !== undefined && end <= day
      ? lineage.successionsFrom(id).map((s) => [s.toId, s] as const)
      : 'stay';
  });
}

/** Every way to `predecessorsOn`; the steps begin at the unit and each leads back. */
export function pathsBack(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly SuccessionPath[] {
  return pathsFrom(unitId, (id) => {
    const start = lineage.lifetime(id)?.from;
    return start !== undefined && start > day
      ? lineage.successionsTo(id).map((s) => [s.fromId, s] as const)
      : 'stay';
  });
}

type Step = (unitId: UnitId) => readonly (readonly [UnitId, Succession])[] | 'stay';

/** A circle in what is recorded leads nowhere. */
function pathsFrom(start: UnitId, step: Step): readonly SuccessionPath[] {
  const found: SuccessionPath[] = [];
  const visit = (at: SuccessionPath, seen: ReadonlySet<UnitId>): void => {
    const next = step(at.unitId);
    if (next === 'stay') {
      found.push(at);
      return;
    }
    for (const [unitId, edge] of next) {
      if (seen.has(unitId)) continue;
      visit({ unitId, steps: [...at.steps, edge] }, new Set([...seen, unitId]));
    }
  };
  visit({ unitId: start, steps: [] }, new Set([start]));
  return found;
}

function correspondences(paths: readonly SuccessionPath[]): readonly Correspondence[] {
  const found = new Map<UnitId, Correspondence>();
  for (const { unitId, steps } of paths) {
    const extent = steps.every((s) => s.extent === 'WHOLE') ? 'WHOLE' : 'PARTIAL';
    const actIds = steps.map((s) => s.actId);
    found.set(unitId, widest(found.get(unitId), { unitId, extent, actIds }));
  }
  return [...found.values()].sort((a, b) => (a.unitId < b.unitId ? -1 : 1));
}

function widest(known: Correspondence | undefined, found: Correspondence): Correspondence {
  return known !== undefined && known.extent === 'WHOLE' ? known : found;
}
