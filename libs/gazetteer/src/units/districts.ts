import { districtId, originUnitId, type UnitId, type UnitVersion } from '#domain';
import { kindOf } from './names.js';
import type { OldCommune } from './old-communes.js';
import type { IslandFact } from './overlays.js';

/** The dissolved districts; communes know theirs by old code. */
export interface Districts {
  readonly units: readonly UnitVersion[];
  idOf(commune: OldCommune): UnitId;
  /** Districts whose name the rows spell in several ways that fold to the same; the most frequent one stands. */
  readonly spellingsUnified: number;
}

/** The districts that the communes name, and the island districts, which had no communes. */
export function districtsOf(communes: readonly OldCommune[], islands: readonly IslandFact[]): Districts {
  const spellings = new Map<UnitId, Map<string, number>>();
  const provinceOf = new Map<UnitId, string>();
  const note = (provinceCode: string, name: string): void => {
    const id = districtId(provinceCode, name);
    const names = spellings.get(id) ?? new Map<string, number>();
    names.set(name, (names.get(name) ?? 0) + 1);
    spellings.set(id, names);
    provinceOf.set(id, provinceCode);
  };
  for (const commune of communes) note(commune.province.code, commune.districtName);
  for (const island of islands) note(island.provinceCode, island.districtName);
  return {
    units: [...spellings.keys()].sort().map((unitId) => {
      const name = mostFrequent(spellings.get(unitId) ?? new Map<string, number>());
      const parentId = originUnitId(provinceOf.get(unitId) ?? '');
      return { unitId, name, level: 'DISTRICT', kind: kindOf(name, 'DISTRICT'), parentId };
    }),
    idOf: (commune) => districtId(commune.province.code, commune.districtName),
    spellingsUnified: [...spellings.values()].filter((names) => names.size > 1).length,
  };
}

/** The id that an island district has. */
export function islandDistrictId(island: IslandFact): UnitId {
  return districtId(island.provinceCode, island.districtName);
}

function mostFrequent(names: ReadonlyMap<string, number>): string {
  const ranked = [...names].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return ranked[0]?.[0] ?? '';
}
