import { BanGiaoError, originUnitId, unitIdFrom, type UnitId, type UnitVersion } from '#domain';
import { REORGANISED_ON, type ContinuingUnit } from './national-units.js';
import { kindOf, sameName } from './names.js';
import type { OldCommune } from './old-communes.js';
import type { Overlays } from './overlays.js';
import { provinceIdAfter, type ProvinceIndex } from './provinces.js';
import type { WardRow } from './rows.js';

/** A commune of the new list, with the unit it is. */
export interface NewCommune {
  readonly ward: WardRow;
  readonly unitId: UnitId;
  readonly parentId: UnitId;
  readonly resolution: string;
  readonly predecessors: readonly OldCommune[];
  /** The old unit it still is; absent where a resolution formed it. */
  readonly sameAs?: OldCommune;
}

/**
 * Decides for each commune of the new list whether a resolution formed it or it is the unit that was there before.
 * It went on where the whole of one commune of the same code is its only predecessor, unless listed as formed anew.
 * @throws BanGiaoError GAZETTEER_NAME_UNEXPLAINED where such a commune changed its name beyond the listed spellings
 */
export function newCommunes(
  wards: readonly WardRow[],
  old: readonly OldCommune[],
  overlays: Overlays,
  provinces: ProvinceIndex,
): readonly NewCommune[] {
  const predecessors = new Map<string, OldCommune[]>();
  for (const commune of old) {
    for (const code of commune.successors)
      predecessors.set(code, [...(predecessors.get(code) ?? []), commune]);
  }
  const formed = new Set(overlays.formedFromOne.map(({ newCode }) => newCode));
  return [...wards]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map((ward) => {
      const before = predecessors.get(ward.code) ?? [];
      const sameAs = formed.has(ward.code) ? undefined : unitThatWentOn(ward, before);
      if (sameAs !== undefined) mustBeExplained(ward, sameAs, overlays);
      return describe(ward, before, sameAs, provinces);
    });
}

function unitThatWentOn(ward: WardRow, before: readonly OldCommune[]): OldCommune | undefined {
  const [only, another] = before;
  const whole = only !== undefined && another === undefined && only.successors.length === 1;
  return whole && only.code === ward.code ? only : undefined;
}

function mustBeExplained(ward: WardRow, before: OldCommune, overlays: Overlays): void {
  if (before.name === ward.name) return;
  const listed = overlays.spellings.some(
    (s) => s.code === ward.code && s.before === before.name && s.after === ward.name,
  );
  if (listed || sameName(before.name, ward.name)) return;
  throw new BanGiaoError(
    'GAZETTEER_NAME_UNEXPLAINED',
    'A commune that went on has another name in the new list.',
    {
      field: `name of commune ${ward.code}`,
      value: `${before.name} -> ${ward.name}`,
      remedy: 'List it in spelling-variants.csv, or in formed-from-one.csv where a resolution formed it.',
    },
  );
}

function describe(
  ward: WardRow,
  predecessors: readonly OldCommune[],
  sameAs: OldCommune | undefined,
  provinces: ProvinceIndex,
): NewCommune {
  const province = provinces.byNewCode(ward.provinceCode);
  if (province === undefined) {
    throw new BanGiaoError('GAZETTEER_PROVINCE_UNKNOWN', 'A commune lies in a province that is not listed.', {
      field: `province of commune ${ward.code}`,
      value: ward.provinceCode,
      remedy: 'Check provinces-2025.csv.',
    });
  }
  return {
    ward,
    unitId: sameAs === undefined ? unitIdFrom(ward.code, REORGANISED_ON) : originUnitId(ward.code),
    parentId: provinceIdAfter(province),
    resolution: province.resolution,
    predecessors,
    ...(sameAs === undefined ? {} : { sameAs }),
  };
}

/** The communes formed on 2025-07-01. */
export function formedUnits(communes: readonly NewCommune[]): readonly UnitVersion[] {
  return communes
    .filter(({ sameAs }) => sameAs === undefined)
    .map(({ ward, unitId, parentId }) => ({
      unitId,
      code: ward.code,
      name: ward.name,
      level: 'COMMUNE',
      kind: kindOf(ward.name, 'COMMUNE'),
      parentId,
    }));
}

/** The communes that went on, now under their province. */
export function continuingUnits(communes: readonly NewCommune[]): readonly ContinuingUnit[] {
  return communes.flatMap(({ ward, unitId, parentId, resolution, sameAs }) =>
    sameAs === undefined
      ? []
      : [
          {
            unitId,
            level: 'COMMUNE' as const,
            newParentId: parentId,
            ...(sameAs.name === ward.name ? {} : { newName: ward.name }),
            resolution,
          },
        ],
  );
}
