import type { ActId } from '../acts/act.js';
import type { LocalDate } from '../time/local-date.js';
import type { Succession, UnitId, UnitKind, UnitVersion } from './unit.js';

/** What every event about units carries: when it took effect and under which act. */
interface ByAct {
  readonly effectiveFrom: LocalDate;
  readonly actId: ActId;
}

/** A unit that existed when the lists begin; since when is not known. */
export type UnitListed = UnitVersion & { readonly source: string };
/** A unit formed by an act. */
export type UnitEstablished = UnitVersion & ByAct;
/** The last day of a unit was the day before `effectiveFrom`. */
export type UnitAbolished = ByAct & { readonly unitId: UnitId };
export type UnitRenamed = ByAct & { readonly unitId: UnitId; readonly name: string };
export type UnitRetyped = ByAct & { readonly unitId: UnitId; readonly name: string; readonly kind: UnitKind };
export type UnitReparented = ByAct & { readonly unitId: UnitId; readonly parentId: UnitId };
export type UnitAliasRecorded = { readonly unitId: UnitId; readonly alias: string; readonly source: string };
export type UnitSucceeded = Succession;

export interface UnitEvents {
  'unit.listed': UnitListed;
  'unit.established': UnitEstablished;
  'unit.abolished': UnitAbolished;
  'unit.renamed': UnitRenamed;
  'unit.retyped': UnitRetyped;
  'unit.reparented': UnitReparented;
  'unit.alias-recorded': UnitAliasRecorded;
  'unit.succeeded': UnitSucceeded;
}

export const UNIT_EVENT_VERSIONS = {
  'unit.listed': 1,
  'unit.established': 1,
  'unit.abolished': 1,
  'unit.renamed': 1,
  'unit.retyped': 1,
  'unit.reparented': 1,
  'unit.alias-recorded': 1,
  'unit.succeeded': 1,
} as const satisfies Readonly<Record<keyof UnitEvents, number>>;
