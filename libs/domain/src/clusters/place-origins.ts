import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { Succession, UnitId } from '../units/unit.js';
import type { Placement } from './cluster.js';
import { pathsOn, placementOn } from './territory.js';

/** A unit of the recorded place of a cluster, and how it leads to the place on a day. */
export interface PlaceOrigin {
  readonly placement: Placement;
  readonly unitId: UnitId;
  /**
   * Each step of succession between the unit and the units of the day, once, by day.
   * Empty where the unit itself stands on the day, or where nothing is known to have come of it.
   */
  readonly successions: readonly Succession[];
}

/** Where `territoryOn` starts from on a day, and every step that it takes; empty where no place is recorded. */
export function placeOriginsOn(
  placements: readonly Placement[],
  day: LocalDate,
  lineage: Lineage,
): readonly PlaceOrigin[] {
  const placement = placementOn(placements, day);
  if (placement === undefined) return [];
  return placement.unitIds.map((unitId) => {
    const steps = pathsOn(lineage, unitId, day).flatMap((path) => path.steps);
    return { placement, unitId, successions: onceByDay(steps) };
  });
}

/** Ways that part and meet again share steps. */
function onceByDay(steps: readonly Succession[]): readonly Succession[] {
  const byKey = new Map(steps.map((step) => [keyOf(step), step]));
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, step]) => step);
}

function keyOf({ effectiveOn, fromId, toId }: Succession): string {
  return [effectiveOn, fromId, toId].join('\n');
}
