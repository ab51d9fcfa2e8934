import { localDate, type LocalDate, type UnitId, type UnitLevel, type UnitVersion } from '#domain';
import type { ReconciliationReport } from './report.js';

/** The day on which the districts ended and the new provinces and communes began. */
export const REORGANISED_ON: LocalDate = localDate('2025-07-01');

/** Resolution of the National Assembly that merged the provinces. */
export const PROVINCE_RESOLUTION = '202/2025/QH15';

/** One edge of the succession of 2025-07-01; `level` is the predecessor's. */
export interface UnitSuccession {
  readonly fromId: UnitId;
  readonly toId: UnitId;
  readonly extent: 'WHOLE' | 'PARTIAL';
  /** Number of the resolution, e.g. `1686/NQ-UBTVQH15`. */
  readonly resolution: string;
  readonly level: UnitLevel;
}

/** A unit that no resolution arranged: it is the same unit as before, for communes without its district. */
export interface ContinuingUnit {
  readonly unitId: UnitId;
  readonly level: UnitLevel;
  /** Its province from 2025-07-01; absent for a province. */
  readonly newParentId?: UnitId;
  /** The name of the new list, where it is written differently. */
  readonly newName?: string;
  readonly resolution: string;
}

/** A change of kind and name of a unit that stays the same unit. */
export interface UnitRetype {
  readonly unitId: UnitId;
  readonly effectiveOn: LocalDate;
  readonly newName: string;
  readonly newKind: UnitVersion['kind'];
  readonly resolution: string;
  readonly issuedOn: LocalDate;
}

/** Another code or name under which a unit is found from a day on. */
export interface UnitAlias {
  readonly unitId: UnitId;
  readonly kind: 'CODE' | 'NAME';
  readonly alias: string;
  readonly validFrom: LocalDate;
  readonly source: string;
}

/** The national list of units before and from 2025-07-01 with its succession; every list is ordered by id. */
export interface NationalUnits {
  readonly before: {
    readonly provinces: readonly UnitVersion[];
    readonly districts: readonly UnitVersion[];
    readonly communes: readonly UnitVersion[];
  };
  /** Only the units formed on 2025-07-01; `continuing` has the others of the new list. */
  readonly after: {
    readonly provinces: readonly UnitVersion[];
    readonly communes: readonly UnitVersion[];
  };
  readonly continuing: readonly ContinuingUnit[];
  readonly successions: readonly UnitSuccession[];
  readonly retypes: readonly UnitRetype[];
  readonly aliases: readonly UnitAlias[];
  readonly report: ReconciliationReport;
}
