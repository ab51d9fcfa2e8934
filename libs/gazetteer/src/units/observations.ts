import { bareName, nameKey } from './names.js';
import type { NationalUnits } from './national-units.js';
import type { NewCommune } from './new-communes.js';
import type { OldCommune } from './old-communes.js';

/** What the lists show, counted from the facts that were recorded. */
export function observe(
  units: Omit<NationalUnits, 'report'>,
  old: readonly OldCommune[],
  current: readonly NewCommune[],
): Readonly<Record<string, number>> {
  const oldByCode = new Map(old.map((commune) => [commune.code, commune]));
  const sameCode = current.filter(({ ward }) => oldByCode.has(ward.code));
  const count = (holds: (commune: NewCommune) => boolean): number => current.filter(holds).length;
  return {
    provincesBefore: units.before.provinces.length,
    districtsBefore: units.before.districts.length,
    communesBefore: units.before.communes.length,
    provincesAfter:
      units.after.provinces.length + units.continuing.filter((c) => c.level === 'PROVINCE').length,
    communesAfter: current.length,
    provincesFormed: units.after.provinces.length,
    communesFormed: units.after.communes.length,
    communesContinuing: units.continuing.filter((c) => c.level === 'COMMUNE').length,
    communesContinuingRenamed: units.continuing.filter((c) => c.newName !== undefined).length,
    communesDivided: old.filter(({ successors }) => successors.length > 1).length,
    edgesOfDividedCommunes: sum(old.map(({ successors }) => (successors.length > 1 ? successors.length : 0))),
    mostSuccessorsOfOneCommune: Math.max(...old.map(({ successors }) => successors.length)),
    newCodesThatWereOldCodes: sameCode.length,
    reusedCodesWithAnotherName: sameCode.filter(({ ward }) => renamed(ward.name, oldByCode.get(ward.code)))
      .length,
    namesOfAPredecessorWithAnotherCode: count(hasNameOfAnotherCode),
    namesOfTheirOwnDistrict: count(hasNameOfItsDistrict),
    communesFromSeveralDistricts: count(({ predecessors }) => districtCount(predecessors) > 1),
    communesWithoutOldCommune: count(({ predecessors }) => predecessors.length === 0),
    ...districtObservations(units),
  };
}

function renamed(name: string, before: OldCommune | undefined): boolean {
  return before !== undefined && bareKey(name) !== bareKey(before.name);
}

function hasNameOfAnotherCode({ ward, predecessors }: NewCommune): boolean {
  return predecessors.some((p) => p.code !== ward.code && bareKey(p.name) === bareKey(ward.name));
}

function hasNameOfItsDistrict({ ward, predecessors }: NewCommune): boolean {
  return predecessors.some((p) => nameKey(bareName(p.districtName, 'DISTRICT')) === bareKey(ward.name));
}

function bareKey(name: string): string {
  return nameKey(bareName(name, 'COMMUNE'));
}

function districtCount(communes: readonly OldCommune[]): number {
  return new Set(communes.map(({ province, districtName }) => `${province.code}|${districtName}`)).size;
}

function districtObservations(units: Omit<NationalUnits, 'report'>): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { fromId, level } of units.successions) {
    if (level === 'DISTRICT') counts.set(fromId, (counts.get(fromId) ?? 0) + 1);
  }
  const sorted = [...counts.values()].sort((a, b) => a - b);
  return {
    districtsIntoOneCommune: sorted.filter((n) => n === 1).length,
    medianCommunesOfADistrict: sorted[Math.floor(sorted.length / 2)] ?? 0,
    mostCommunesOfADistrict: sorted.at(-1) ?? 0,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0);
}
