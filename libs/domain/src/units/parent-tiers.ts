import { refuse, type Decision } from '../refusals/refusal.js';
import { UNIT_LEVELS, type UnitId, type UnitLevel } from './unit.js';

interface Tiered {
  readonly unitId: UnitId;
  /** Absent for a unit that nobody knows. */
  readonly level?: UnitLevel | undefined;
}

/** Refuses a parent that is not of a wider tier: so no unit ever comes to lie within itself, through however many. */
export function refuseParent(unit: Tiered, parent: Tiered): Decision<never> | undefined {
  if (unit.level === undefined || parent.level === undefined) return undefined;
  if (UNIT_LEVELS.indexOf(parent.level) < UNIT_LEVELS.indexOf(unit.level)) return undefined;
  return refuse(
    'INVALID_INPUT',
    'parentId',
    parent.unitId,
    `Unit ${unit.unitId} (${unit.level}) cannot lie in ${parent.unitId} (${parent.level}), which is of no wider tier.`,
    REMEDY[unit.level],
  );
}

const REMEDY: Readonly<Record<UnitLevel, string>> = {
  PROVINCE: 'Give a province no parent.',
  DISTRICT: 'Name its province.',
  COMMUNE: 'Name its province, or its district while there was one.',
};
