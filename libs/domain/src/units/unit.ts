import { slug } from '../identity/fold.js';
import type { LocalDate } from '../time/local-date.js';

/** Tier of the administration: tỉnh, huyện (ended 2025-07-01), xã. */
export const UNIT_LEVELS = ['PROVINCE', 'DISTRICT', 'COMMUNE'] as const;
export type UnitLevel = (typeof UNIT_LEVELS)[number];

/** Kind of an administrative unit (đơn vị hành chính). */
export const UNIT_KINDS = [
  'TINH',
  'THANH_PHO_TRUC_THUOC_TRUNG_UONG',
  'QUAN',
  'HUYEN',
  'THI_XA',
  'THANH_PHO_THUOC_TINH',
  'XA',
  'PHUONG',
  'THI_TRAN',
  'DAC_KHU',
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * Id of a unit, qualified by its era because national codes and names are reused:
 * `15520@origin` is xã Thọ Hải, `15520@2025-07-01` the new xã Xuân Hòa.
 */
export type UnitId = string;

/** Id of a unit that existed before the lists begin. */
export function originUnitId(code: string): UnitId {
  return `${code}@origin`;
}

/** Id of a unit formed on a day. */
export function unitIdFrom(code: string, formedOn: LocalDate): UnitId {
  return `${code}@${formedOn}`;
}

/** Id of a dissolved district: the published lists carry no district codes, so it is ours. */
export function districtId(provinceCode: string, fullName: string): UnitId {
  return originUnitId(`${provinceCode}.${slug(fullName)}`);
}

/** A unit as it stood on some day. */
export interface UnitVersion {
  readonly unitId: UnitId;
  /** National code; absent for districts, whose codes the lists do not carry. */
  readonly code?: string;
  /** Full official name with its kind, e.g. `Xã Xuân Hòa`. */
  readonly name: string;
  readonly level: UnitLevel;
  readonly kind: UnitKind;
  readonly parentId?: UnitId;
}

/** Whether the whole predecessor goes into the successor, or a part of it. */
export type SuccessionExtent = 'WHOLE' | 'PARTIAL';

/** One edge of the lineage of units. */
export interface Succession {
  readonly fromId: UnitId;
  readonly toId: UnitId;
  readonly extent: SuccessionExtent;
  readonly actId: string;
  readonly effectiveOn: LocalDate;
}
