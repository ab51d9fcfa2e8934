import { originUnitId, unitIdFrom, type UnitId, type UnitVersion } from '#domain';
import {
  REORGANISED_ON,
  PROVINCE_RESOLUTION,
  type ContinuingUnit,
  type UnitSuccession,
} from './national-units.js';
import { kindOf, nameKey } from './names.js';
import type { ProvinceFact } from './overlays.js';

/** Where an old province went: its own code and the province that has its territory from 2025-07-01. */
export interface OldProvince {
  readonly code: string;
  readonly successor: ProvinceFact;
}

/** Lookups over the provinces of both eras. */
export interface ProvinceIndex {
  byOldName(name: string): OldProvince | undefined;
  byOldCode(code: string): OldProvince | undefined;
  byNewCode(code: string): ProvinceFact | undefined;
}

export function indexProvinces(facts: readonly ProvinceFact[]): ProvinceIndex {
  const byName = new Map<string, OldProvince>();
  const byCode = new Map<string, OldProvince>();
  for (const successor of facts) {
    for (const { code, name } of successor.predecessors) {
      byName.set(nameKey(name), { code, successor });
      byCode.set(code, { code, successor });
    }
  }
  const byNew = new Map(facts.map((fact) => [fact.code, fact]));
  return {
    byOldName: (name) => byName.get(nameKey(name)),
    byOldCode: (code) => byCode.get(code),
    byNewCode: (code) => byNew.get(code),
  };
}

/** A province that took in only itself was not merged and goes on. */
export function wentOn(fact: ProvinceFact): boolean {
  return fact.predecessors.length === 1 && fact.predecessors[0]?.code === fact.code;
}

/** The unit that is the province from 2025-07-01: the same as before where it was not merged. */
export function provinceIdAfter(fact: ProvinceFact): UnitId {
  return wentOn(fact) ? originUnitId(fact.code) : unitIdFrom(fact.code, REORGANISED_ON);
}

export interface Provinces {
  readonly before: readonly UnitVersion[];
  readonly after: readonly UnitVersion[];
  readonly continuing: readonly ContinuingUnit[];
  readonly successions: readonly UnitSuccession[];
}

/** The 63 provinces before, the 23 formed, the 11 that went on, and the edges between them. */
export function provinceUnits(facts: readonly ProvinceFact[]): Provinces {
  const merged = facts.filter((fact) => !wentOn(fact));
  return {
    before: facts.flatMap((fact) =>
      fact.predecessors.map((p) => province(originUnitId(p.code), p.code, p.name)),
    ),
    after: merged.map((fact) => province(provinceIdAfter(fact), fact.code, fact.name)),
    continuing: facts.filter(wentOn).map((fact) => ({
      unitId: originUnitId(fact.code),
      level: 'PROVINCE',
      resolution: PROVINCE_RESOLUTION,
    })),
    successions: merged.flatMap((fact) =>
      fact.predecessors.map((p) => ({
        fromId: originUnitId(p.code),
        toId: provinceIdAfter(fact),
        extent: 'WHOLE',
        resolution: PROVINCE_RESOLUTION,
        level: 'PROVINCE',
      })),
    ),
  };
}

function province(unitId: UnitId, code: string, name: string): UnitVersion {
  return { unitId, code, name, level: 'PROVINCE', kind: kindOf(name, 'PROVINCE') };
}
