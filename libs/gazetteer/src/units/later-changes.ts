import { BanGiaoError, originUnitId, type UnitId } from '#domain';
import type { UnitAlias, UnitRetype } from './national-units.js';
import { bareName, kindOf, sameName } from './names.js';
import type { NewCommune } from './new-communes.js';
import type { Overlays } from './overlays.js';
import { provinceIdAfter, type ProvinceIndex } from './provinces.js';
import type { Doubt } from './report.js';

/** Changes of kind after 2025-07-01: the unit and its code stay, so nothing is reassigned. */
export function retypesOf(
  overlays: Overlays,
  byCode: ReadonlyMap<string, NewCommune>,
  provinces: ProvinceIndex,
): readonly UnitRetype[] {
  return overlays.retypes.map(({ code, level, newName, effectiveOn, resolution, issuedOn }) => {
    const province = level === 'PROVINCE' ? provinces.byNewCode(code) : undefined;
    const commune = level === 'COMMUNE' ? byCode.get(code) : undefined;
    const unitId = province === undefined ? commune?.unitId : provinceIdAfter(province);
    const oldName = province?.name ?? commune?.ward.name;
    if (unitId === undefined || oldName === undefined) throw unknownUnit('retypes-2026.csv code', code);
    if (!sameName(bareName(oldName, level), bareName(newName, level))) {
      throw unknownUnit('retypes-2026.csv new_name', `${oldName} -> ${newName}`);
    }
    return { unitId, effectiveOn, newName, newKind: kindOf(newName, level), resolution, issuedOn };
  });
}

/** Other codes and names of units, checked to belong to a unit of the lists. */
export function aliasesOf(overlays: Overlays, known: ReadonlySet<UnitId>): readonly UnitAlias[] {
  for (const { unitId } of overlays.aliases) {
    if (!known.has(unitId)) throw unknownUnit('aliases.csv unit_id', unitId);
  }
  return overlays.aliases;
}

/** Recorded edges whose resolution does not bear them out. */
export function doubtsOf(overlays: Overlays, byCode: ReadonlyMap<string, NewCommune>): readonly Doubt[] {
  return overlays.doubts.map(({ oldCode, newCode, doubt, source }) => {
    const to = byCode.get(newCode);
    if (to === undefined) throw unknownUnit('doubts.csv new_code', newCode);
    return { fromId: originUnitId(oldCode), toId: to.unitId, doubt, source };
  });
}

function unknownUnit(field: string, value: string): BanGiaoError {
  return new BanGiaoError('GAZETTEER_UNIT_UNKNOWN', 'A fact of ours is about a unit that no list names.', {
    field,
    value,
    remedy: 'Correct the CSV file under libs/gazetteer/data/units.',
  });
}
