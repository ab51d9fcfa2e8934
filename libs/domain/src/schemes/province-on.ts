import type { LocalDate } from '../time/local-date.js';
import { successorsOn, type Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { SchemeRegistration } from './scheme.js';

/**
 * The province that a scheme's province has become by a day: the answer of the lineage, never stored.
 * It says where its papers are looked for; by itself it moves no party.
 * Undefined where the source names no province, or where several succeeded it.
 */
export function schemeProvinceOn(
  { provinceId }: Pick<SchemeRegistration, 'provinceId'>,
  day: LocalDate,
  lineage: Lineage,
): UnitId | undefined {
  if (provinceId === undefined) return undefined;
  const successors = successorsOn(lineage, provinceId, day);
  return successors.length === 1 ? successors[0]?.unitId : undefined;
}
