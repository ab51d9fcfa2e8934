import type { HolderLevel } from '../duties/duty.js';
import type { UnitId } from '../units/unit.js';

/**
 * An office, never a person.
 * Offices of a unit are `<kind>:<unit id>` (`UBND_XA:15520@2025-07-01`), national ones `<kind>`,
 * enterprises and public service units `<kind>:<slug>`.
 */
export type OfficeId = string;

/** Kind of an office. */
export const OFFICE_KINDS = [
  'CHINH_PHU',
  'THU_TUONG',
  'BO_CONG_THUONG',
  'CUC',
  'HDND_TINH',
  'UBND_TINH',
  'CT_UBND_TINH',
  'SO_CONG_THUONG',
  'UBND_HUYEN',
  'UBND_XA',
  'TRUNG_TAM_KHUYEN_CONG',
  'THONG_KE',
  'ENTERPRISE',
  'PUBLIC_SERVICE_UNIT',
] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];

/** Levels whose office belongs to a province. */
export const PROVINCIAL_LEVELS: readonly HolderLevel[] = [
  'HDND_TINH',
  'UBND_TINH',
  'CT_UBND_TINH',
  'SO_CONG_THUONG',
  'TRUNG_TAM_KHUYEN_CONG',
  'THONG_KE',
];

/** The office of a kind that belongs to a unit. */
export function officeOfUnit(kind: OfficeKind, unitId: UnitId): OfficeId {
  return `${kind}:${unitId}`;
}

/** Kind and unit (or slug) out of an office id; undefined where the kind is not one of ours. */
export function parseOfficeId(id: OfficeId): { kind: OfficeKind; rest: string | undefined } | undefined {
  const colon = id.indexOf(':');
  const kind = colon < 0 ? id : id.slice(0, colon);
  if (!(OFFICE_KINDS as readonly string[]).includes(kind)) return undefined;
  return { kind: kind as OfficeKind, rest: colon < 0 ? undefined : id.slice(colon + 1) };
}
