import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';

export type DutyId = string;

/**
 * Group of the catalogue: A the three groups of NĐ 32/2024 Đ.34, B the 13 tasks of NĐ 139/2025 Đ.11,
 * C the 9 matters of Đ.12, D duties whose holder did not change, E duties the reform created,
 * F industrial promotion (khuyến công).
 */
export const DUTY_GROUPS = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export type DutyGroup = (typeof DUTY_GROUPS)[number];

/** Who holds a duty by law, by tier; the office is found from the place of the subject. */
export const HOLDER_LEVELS = [
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
  'CHU_DAU_TU',
  'TRUNG_TAM_KHUYEN_CONG',
  'THONG_KE',
] as const;
export type HolderLevel = (typeof HOLDER_LEVELS)[number];

/** What a duty is about. */
export const DUTY_SUBJECTS = ['CLUSTER', 'SCHEME', 'UNIT'] as const;
export type DutySubject = (typeof DUTY_SUBJECTS)[number];

/** One period of a duty: who holds it by law, and on what basis. */
export interface DutyRule {
  readonly holderLevel: HolderLevel;
  /** First day; absent where the sources do not say since when. */
  readonly from?: LocalDate;
  /** Exclusive; absent where only the lapse of its act ends it. */
  readonly to?: LocalDate;
  readonly basisActId?: ActId;
  /** As cited, e.g. `Đ.34(1)`. */
  readonly article?: string;
  readonly provenance: Provenance;
}

/** A duty of the catalogue. */
export interface Duty {
  readonly dutyId: DutyId;
  readonly group: DutyGroup;
  /** Vietnamese name. */
  readonly name: string;
  readonly appliesTo: DutySubject;
  /** True where the law leaves a matter to the province's decision instead of moving a duty (NĐ 139/2025 Đ.12, items 1 to 8). */
  readonly decisionRule?: boolean;
  /** Periods by start; they do not overlap. Gaps are gaps in the law as read. */
  readonly rules: readonly DutyRule[];
  /** What is uncertain about it, in one sentence. */
  readonly note?: string;
}
