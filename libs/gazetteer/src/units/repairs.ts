import { BanGiaoError } from '#domain';
import { communeCode } from './codes.js';
import type { RepairAction, RepairFact } from './overlays.js';
import type { ProvinceIndex } from './provinces.js';
import type { MappingRow, PackageRows, WardRow } from './rows.js';

/** An old commune that the package lacks, as a repair states it. */
export interface AddedCommune {
  readonly code: string;
  readonly name: string;
  readonly districtName: string;
  readonly provinceName: string;
  readonly newCode: string;
}

/** The package's rows after the repairs, with what the repairs add to them. */
export interface RepairedRows extends PackageRows {
  readonly added: readonly AddedCommune[];
  /** New codes that a repair adds to an old commune, by old code. */
  readonly addedSuccessors: ReadonlyMap<string, readonly string[]>;
}

/**
 * Puts right the rows that a repair names.
 * @throws BanGiaoError GAZETTEER_REPAIR_UNUSED where a repair finds nothing to repair: the package has changed
 */
export function repairRows(
  rows: PackageRows,
  repairs: readonly RepairFact[],
  provinces: ProvinceIndex,
): RepairedRows {
  const of = (action: RepairAction) => repairs.filter((repair) => repair.action === action);
  const wards = of('SET_WARD_CODE').reduce(setWardCode, rows.wards);
  const renamed = of('SET_DISTRICT_NAME').reduce(
    (mappings, repair) => setDistrictName(mappings, repair, provinces),
    rows.mappings,
  );
  const mappings = of('SET_SUCCESSOR').reduce((all, repair) => setSuccessor(all, repair, wards), renamed);
  return {
    ...rows,
    wards,
    mappings,
    added: of('ADD_OLD_COMMUNE').map(addedCommune),
    addedSuccessors: addedSuccessors(of('ADD_PARTIAL_SUCCESSOR')),
  };
}

function setWardCode(wards: readonly WardRow[], repair: RepairFact): readonly WardRow[] {
  mustFind(
    wards.some((ward) => ward.code === repair.key),
    repair,
  );
  return wards.map((ward) =>
    ward.code === repair.key ? { ...ward, code: communeCode(repair.value) } : ward,
  );
}

function setDistrictName(
  mappings: readonly MappingRow[],
  repair: RepairFact,
  provinces: ProvinceIndex,
): readonly MappingRow[] {
  const [provinceCode, name] = repair.key.split('|');
  const meant = (row: MappingRow): boolean =>
    row.oldDistrict === name &&
    row.oldProvince !== undefined &&
    provinces.byOldName(row.oldProvince)?.code === provinceCode;
  mustFind(mappings.some(meant), repair);
  return mappings.map((row) => (meant(row) ? { ...row, oldDistrict: repair.value } : row));
}

function setSuccessor(
  mappings: readonly MappingRow[],
  repair: RepairFact,
  wards: readonly WardRow[],
): readonly MappingRow[] {
  const successor = wards.find((ward) => ward.code === repair.value);
  mustFind(successor !== undefined && mappings.some((row) => row.oldCode === repair.key), repair);
  return mappings.map((row) =>
    row.oldCode === repair.key && successor !== undefined
      ? { ...row, newCode: successor.code, newName: successor.name }
      : row,
  );
}

function addedCommune(repair: RepairFact): AddedCommune {
  const [name, districtName, provinceName, newCode] = repair.value.split('|');
  if (
    name === undefined ||
    districtName === undefined ||
    provinceName === undefined ||
    newCode === undefined
  ) {
    throw unused(repair);
  }
  return { code: communeCode(repair.key), name, districtName, provinceName, newCode: communeCode(newCode) };
}

function addedSuccessors(repairs: readonly RepairFact[]): ReadonlyMap<string, readonly string[]> {
  const byOld = new Map<string, readonly string[]>();
  for (const { key, value } of repairs) {
    const oldCode = communeCode(key);
    byOld.set(oldCode, [...(byOld.get(oldCode) ?? []), communeCode(value)]);
  }
  return byOld;
}

function mustFind(found: boolean, repair: RepairFact): void {
  if (!found) throw unused(repair);
}

function unused(repair: RepairFact): BanGiaoError {
  return new BanGiaoError('GAZETTEER_REPAIR_UNUSED', 'A repair finds no row to repair.', {
    field: `repairs.csv ${repair.id} ${repair.action}`,
    value: `${repair.key} -> ${repair.value}`,
    remedy: 'The package has changed: check the row and remove or correct the repair.',
  });
}
