import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { successorsOn, type Lineage } from './lineage.js';
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

/** The province of a unit on a day; that of a dissolved unit is the one its province went into. */
export function provinceOn(unitId: UnitId, day: LocalDate, lineage: Lineage): UnitId | undefined {
  for (const unit of unitsUpwards(lineage, unitId, (id) => dayInLife(id, day, lineage))) {
    if (unit.level !== 'PROVINCE') continue;
    const now = successorsOn(lineage, unit.unitId, day);
    return now.length === 1 ? now[0]?.unitId : undefined;
  }
  return undefined;
}

/** The day, or the last one of a unit that ended before. */
function dayInLife(unitId: UnitId, day: LocalDate, lineage: Lineage): LocalDate {
  const end = lineage.lifetime(unitId)?.to;
  return end === undefined || day < end ? day : addDays(end, -1);
}
