import { predecessorsOn, type Lineage } from './lineage.js';
import type { UnitId } from './unit.js';
import { BEFORE_ALL } from '../time/local-date.js';

/**
 * Every unit, of today or dissolved, that wholly holds a unit's territory: the unit itself,
 * those above it, and those into which one of them went as a whole.
 * A part that went elsewhere leads nowhere: who holds it is not known of the whole.
 */
export function unitsCovering(lineage: Lineage, unitId: UnitId): ReadonlySet<UnitId> {
  const found = new Set<UnitId>();
  const open = [unitId];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    const whole = lineage.successionsFrom(id).filter((s) => s.extent === 'WHOLE');
    open.push(...parents(lineage, id), ...whole.map((s) => s.toId));
  }
  return found;
}

/** The units at the beginning of the lists whose territory, or a part of it, a unit has; itself where none is recorded. */
export function originsOf(lineage: Lineage, unitId: UnitId): readonly UnitId[] {
  const origins = predecessorsOn(lineage, unitId, BEFORE_ALL).map((c) => c.unitId);
  return origins.length === 0 ? [unitId] : origins;
}

/** The province of the beginning of the lists that a unit belonged to; undefined where none is known. */
export function originProvinceOf(lineage: Lineage, unitId: UnitId): UnitId | undefined {
  return [...unitsCovering(lineage, unitId)].find(
    (id) => lineage.levelOf(id) === 'PROVINCE' && lineage.lifetime(id)?.from === undefined,
  );
}

/** The unit above it when it began; a later one only says where its territory went. */
function parents(lineage: Lineage, unitId: UnitId): readonly UnitId[] {
  const began = lineage.lifetime(unitId)?.from ?? BEFORE_ALL;
  const parent = lineage.unitOn(unitId, began)?.parentId;
  return parent === undefined ? [] : [parent];
}
