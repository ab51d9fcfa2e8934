import type { KnownAct } from '../acts/decide-act.js';
import type { Duty, DutyRule, HolderLevel } from '../duties/duty.js';
import type { LeadRule, LawInForce } from '../responsibilities/subject.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import { COUNTRY, REFORM } from './country.js';

export const day = (text: string): LocalDate => text as LocalDate;

/** First day of NĐ 32/2024 for the tests. */
export const DECREE_32 = '2024-05-01';
/** First day on which NĐ 139/2025 is no longer in force. */
export const LAPSE = '2027-03-01';

const rule = (
  holderLevel: HolderLevel,
  from: string,
  act: string,
  article: string,
  to?: string,
): DutyRule => ({
  holderLevel,
  from: day(from),
  ...(to === undefined ? {} : { to: day(to) }),
  basisActId: act,
  article,
  provenance: 'READ',
});

/** A district's duty that passed to the communes (NĐ 139/2025 Đ.6). */
const passedOn = (dutyId: string, name: string, article: string): Duty => ({
  dutyId,
  group: 'A',
  name,
  appliesTo: 'CLUSTER',
  rules: [rule('UBND_HUYEN', DECREE_32, 'nd-32', article, REFORM), rule('UBND_XA', REFORM, 'nd-139', 'Đ.6')],
});
const unmoved = (dutyId: string, name: string, holder: HolderLevel, article: string): Duty => ({
  dutyId,
  group: 'D',
  name,
  appliesTo: 'CLUSTER',
  rules: [rule(holder, DECREE_32, 'nd-32', article)],
});

export const MANAGE = 'ccn_manage_local_clusters';
export const INSPECT = 'ccn_inspect_and_handle_violations';
export const ESTABLISH = 'ccn_decide_establishment';
export const NATIONAL = 'ccn_national_management';
export const OPERATE = 'ccn_investor_operate';
export const CONTINUES = 'ccn_investor_unit_continues_until_rearranged';
export const REARRANGE = 'ccn_rearrange_public_unit_investor';
export const ACCEPT_SCHEME = 'kc_accept_scheme';

/** One duty of each kind that behaves differently. */
export const DUTIES: readonly Duty[] = [
  passedOn(MANAGE, 'Quản lý hiệu quả các CCN trên địa bàn', 'Đ.34(1)'),
  passedOn(INSPECT, 'Thanh tra, kiểm tra, xử lý vi phạm', 'Đ.34(3)'),
  unmoved(ESTABLISH, 'Quyết định thành lập', 'UBND_TINH', 'Đ.32(1)'),
  unmoved(NATIONAL, 'QLNN cả nước', 'BO_CONG_THUONG', 'Đ.30'),
  unmoved(OPERATE, 'Nghĩa vụ CĐT', 'CHU_DAU_TU', 'Đ.17'),
  unmoved(CONTINUES, 'Tiếp tục hoạt động đến khi có quyết định sắp xếp', 'CHU_DAU_TU', 'Đ.35(3)'),
  {
    ...unmoved(REARRANGE, 'Sắp xếp, xử lý đơn vị đã được giao làm CĐT', 'UBND_TINH', 'Đ.35(3)'),
    group: 'C',
    rules: [rule('UBND_TINH', REFORM, 'nd-139', 'Đ.12', LAPSE)],
  },
  {
    dutyId: ACCEPT_SCHEME,
    group: 'F',
    name: 'Nghiệm thu cơ sở / đề án',
    appliesTo: 'SCHEME',
    rules: [],
  },
];

/** Lào Cai's rule on the lead of a spanning cluster, in force from 2026-03-06 (QĐ 16/2026 Đ.14(3)). */
export const LAO_CAI_LEAD: LeadRule = {
  provinceUnitId: '15@2025-07-01',
  dutyIds: [MANAGE, INSPECT],
  dutiesProvenance: 'INFERRED',
  from: day('2026-03-06'),
  actId: 'qd-16-2026',
  article: 'Đ.14(3)',
  text: 'the commune with the larger area inside the cluster leads',
};

export function lawOver(lineage: Lineage = COUNTRY): LawInForce {
  return { duties: DUTIES, lineage, leadRules: [LAO_CAI_LEAD] };
}

const act = (actId: string, number: string, issuer: string, from?: string, endsOn?: string): KnownAct => ({
  actId,
  kind: number.includes('QĐ-UBND') ? 'PROVINCIAL_DECISION' : 'OTHER',
  number,
  issuer,
  ...(from === undefined ? {} : { inForceFrom: day(from) }),
  ...(endsOn === undefined ? {} : { endsOn: day(endsOn), lapsesOn: day(endsOn) }),
  provenance: 'READ',
  source: 'test',
});

/** The acts that the tests rest on; `undated` says neither when it was issued nor since when it is in force. */
export const ACTS: readonly KnownAct[] = [
  act('nd-32', '32/2024/NĐ-CP', 'Chính phủ', DECREE_32),
  act('nd-139', '139/2025/NĐ-CP', 'Chính phủ', REFORM, LAPSE),
  act('qd-16-2026', '16/2026/QĐ-UBND', 'UBND tỉnh Lào Cai', '2026-03-06'),
  act('qd-1637', '1637/QĐ-UBND', 'UBND tỉnh Lào Cai', '2026-05-12'),
  act('yen-bai', '1/QĐ-UBND', 'UBND tỉnh Yên Bái', '2000-01-01'),
  act('undated', '1970/QĐ-UBND', 'UBND tỉnh Thanh Hóa'),
];
