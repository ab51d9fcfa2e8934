import { originUnitId, type UnitId } from '#domain';
import { islandDistrictId, type Districts } from './districts.js';
import type { UnitSuccession } from './national-units.js';
import type { NewCommune } from './new-communes.js';
import type { OldCommune } from './old-communes.js';
import type { IslandFact } from './overlays.js';

/** Edges from old communes to the communes that were formed; a commune that went on has none. */
export function communeSuccessions(
  old: readonly OldCommune[],
  byCode: ReadonlyMap<string, NewCommune>,
): readonly UnitSuccession[] {
  return old.flatMap((commune) =>
    successorsOf(commune, byCode)
      .filter((successor) => successor.sameAs === undefined)
      .map((successor) => ({
        fromId: originUnitId(commune.code),
        toId: successor.unitId,
        extent: commune.successors.length === 1 ? 'WHOLE' : 'PARTIAL',
        resolution: successor.resolution,
        level: 'COMMUNE',
      })),
  );
}

/**
 * Edges from each district to every commune that holds part of its territory, formed or gone on.
 * The edge is whole only where there is one.
 */
export function districtSuccessions(
  old: readonly OldCommune[],
  districts: Districts,
  islands: readonly IslandFact[],
  byCode: ReadonlyMap<string, NewCommune>,
): readonly UnitSuccession[] {
  const reached = new Map<UnitId, Map<UnitId, string>>();
  const reach = (from: UnitId, to: NewCommune): void => {
    reached.set(from, (reached.get(from) ?? new Map<UnitId, string>()).set(to.unitId, to.resolution));
  };
  for (const commune of old) {
    for (const successor of successorsOf(commune, byCode)) reach(districts.idOf(commune), successor);
  }
  for (const island of islands) {
    const zone = byCode.get(island.newCode);
    if (zone !== undefined) reach(islandDistrictId(island), zone);
  }
  return [...reached].flatMap(([fromId, successors]) =>
    [...successors].map(([toId, resolution]) => ({
      fromId,
      toId,
      extent: successors.size === 1 ? 'WHOLE' : 'PARTIAL',
      resolution,
      level: 'DISTRICT',
    })),
  );
}

function successorsOf(commune: OldCommune, byCode: ReadonlyMap<string, NewCommune>): readonly NewCommune[] {
  return commune.successors.flatMap((code) => {
    const successor = byCode.get(code);
    return successor === undefined ? [] : [successor];
  });
}
