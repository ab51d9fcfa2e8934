import { BanGiaoError } from '#domain';
import type { StatedEdge } from './mapping-rows.js';
import type { SplitFact } from './overlays.js';
import type { OldProvince, ProvinceIndex } from './provinces.js';
import type { AddedCommune } from './repairs.js';

/** A commune of the list of 10,035 with the new codes that hold its territory. */
export interface OldCommune {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly province: OldProvince;
  /** One code: it went on or into one commune whole. Several: it was divided. */
  readonly successors: readonly string[];
}

/** New codes of each divided commune by old code, as the overlay lists them. */
export function groupSplits(splits: readonly SplitFact[]): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, readonly string[]>();
  for (const { oldCode, newCode } of splits) grouped.set(oldCode, [...(grouped.get(oldCode) ?? []), newCode]);
  return grouped;
}

/**
 * The old communes with all their successors: the divided ones have those of the overlay instead of the package's.
 * @throws BanGiaoError GAZETTEER_SPLIT_UNFOUNDED where the overlay divides a commune that is not listed
 */
export function oldCommunes(
  edges: readonly StatedEdge[],
  added: readonly AddedCommune[],
  splits: ReadonlyMap<string, readonly string[]>,
  extra: ReadonlyMap<string, readonly string[]>,
  provinces: ProvinceIndex,
): readonly OldCommune[] {
  const listed: readonly OldCommune[] = [
    ...edges.map((edge) => ({
      code: edge.oldCode,
      name: edge.oldName,
      districtName: edge.oldDistrict,
      province: edge.oldProvince,
      successors: [
        ...new Set([...(splits.get(edge.oldCode) ?? [edge.newCode]), ...(extra.get(edge.oldCode) ?? [])]),
      ],
    })),
    ...added.map((commune) => fromRepair(commune, provinces)),
  ];
  const codes = new Set(listed.map(({ code }) => code));
  for (const code of [...splits.keys(), ...extra.keys()]) {
    if (!codes.has(code)) throw unfounded('old_code', code);
  }
  return [...listed].sort((a, b) => (a.code < b.code ? -1 : 1));
}

function fromRepair(commune: AddedCommune, provinces: ProvinceIndex): OldCommune {
  const province = provinces.byOldName(commune.provinceName);
  if (province === undefined) throw unfounded('province', commune.provinceName);
  const { code, name, districtName, newCode } = commune;
  return { code, name, districtName, province, successors: [newCode] };
}

function unfounded(field: string, value: string): BanGiaoError {
  return new BanGiaoError('GAZETTEER_SPLIT_UNFOUNDED', 'A fact of ours is about a unit that no list names.', {
    field,
    value,
    remedy: 'Check split-communes.csv and repairs.csv against the package.',
  });
}
