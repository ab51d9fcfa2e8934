import { BanGiaoError } from '#domain';
import type { NationalUnits } from './national-units.js';
import type { NewCommune } from './new-communes.js';
import type { OldCommune } from './old-communes.js';
import type { Overlays } from './overlays.js';
import type { ReconciliationReport } from './report.js';

/** The sizes of the official lists on both sides of 2025-07-01. */
export const OFFICIAL_COUNTS = {
  provincesBefore: 63,
  districtsBefore: 696,
  communesBefore: 10_035,
  provincesAfter: 34,
  communesAfter: 3_321,
} as const;

/** @throws BanGiaoError GAZETTEER_COUNT_WRONG, _COMMUNE_LOST, _COMMUNE_WITHOUT_ORIGIN or _ROWS_UNACCOUNTED */
export function checkNationalUnits(
  units: NationalUnits,
  old: readonly OldCommune[],
  current: readonly NewCommune[],
  overlays: Overlays,
): void {
  checkCounts(units.report);
  checkRows(units.report);
  checkSuccessors(old, current);
  checkOrigins(current, overlays);
  checkNotArranged(current, overlays);
  checkIdsUnique(units);
}

function checkCounts(report: ReconciliationReport): void {
  for (const [name, expected] of Object.entries(OFFICIAL_COUNTS)) {
    const found = report.observations[name];
    if (found !== expected)
      throw wrong('GAZETTEER_COUNT_WRONG', name, `${String(found)} instead of ${expected}`);
  }
}

function checkRows(report: ReconciliationReport): void {
  for (const { name, rowsRead, facts, rejections } of report.sources) {
    const rejected = Object.values(rejections).reduce((total, n) => total + n, 0);
    if (rowsRead !== facts + rejected) {
      throw wrong(
        'GAZETTEER_ROWS_UNACCOUNTED',
        name,
        `${rowsRead} read, ${facts} facts, ${rejected} rejected`,
      );
    }
  }
}

function checkSuccessors(old: readonly OldCommune[], current: readonly NewCommune[]): void {
  const byCode = new Map(current.map((commune) => [commune.ward.code, commune]));
  for (const commune of old) {
    if (commune.successors.length === 0) throw wrong('GAZETTEER_COMMUNE_LOST', commune.code, commune.name);
    for (const code of commune.successors) {
      const inside = byCode.get(code)?.ward.provinceCode === commune.province.successor.code;
      if (!inside) throw wrong('GAZETTEER_SUCCESSOR_OUTSIDE', commune.code, `${commune.name} -> ${code}`);
    }
  }
}

function checkOrigins(current: readonly NewCommune[], overlays: Overlays): void {
  const islands = new Set(overlays.islands.map(({ newCode }) => newCode));
  for (const { ward, predecessors } of current) {
    if ((predecessors.length === 0) !== islands.has(ward.code)) {
      throw wrong('GAZETTEER_COMMUNE_WITHOUT_ORIGIN', ward.code, ward.name);
    }
  }
}

/** Each resolution says itself how many communes it left as they were. */
function checkNotArranged(current: readonly NewCommune[], overlays: Overlays): void {
  for (const { code, name, communesNotArranged } of overlays.provinces) {
    const found = current.filter((c) => c.sameAs !== undefined && c.ward.provinceCode === code).length;
    if (found !== communesNotArranged) {
      throw wrong('GAZETTEER_NOT_ARRANGED_WRONG', name, `${found} instead of ${communesNotArranged}`);
    }
  }
}

function checkIdsUnique(units: NationalUnits): void {
  const { before, after } = units;
  const lists = [before.provinces, before.districts, before.communes, after.provinces, after.communes];
  const twice = firstRepeated(lists.flat().map(({ unitId }) => unitId));
  if (twice !== undefined) throw wrong('GAZETTEER_ID_TWICE', 'unitId', twice);
}

function firstRepeated(ids: readonly string[]): string | undefined {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}

function wrong(code: string, field: string, value: string): BanGiaoError {
  return new BanGiaoError(code, 'The cleaned list of units contradicts the official one.', {
    field,
    value,
    remedy: 'Check the package version and the files under libs/gazetteer/data/units.',
  });
}
