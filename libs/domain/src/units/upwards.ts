import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from './lineage.js';
import type { UnitId, UnitVersion } from './unit.js';

/**
 * A unit and those above it, from below, each as it stood on its day.
 * A circle of parents ends the walk: none can be recorded any more, but a log may hold one.
 */
export function* unitsUpwards(
  lineage: Lineage,
  unitId: UnitId,
  dayOf: (unitId: UnitId) => LocalDate | undefined,
): Generator<UnitVersion, void> {
  const seen = new Set<UnitId>();
  for (let id: UnitId | undefined = unitId; id !== undefined && !seen.has(id);) {
    seen.add(id);
    const day = dayOf(id);
    const unit: UnitVersion | undefined = day === undefined ? undefined : lineage.unitOn(id, day);
    if (unit === undefined) return;
    yield unit;
    id = unit.parentId;
  }
}
