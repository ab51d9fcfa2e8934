import type { DutyId, HolderLevel } from '../duties/duty.js';
import type { AssignmentBasis } from '../responsibilities/assignment.js';
import type { ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';

/** The periodic reports: four of TT 14/2024 Đ.3, and the two yearly ones of NĐ 139/2025 Đ.20. */
export const REPORT_IDS = [
  'report_secondary_project',
  'report_infrastructure_investor',
  'report_local_authority',
  'report_department',
  'transition_commune_annual_report',
  'transition_province_annual_report',
] as const;
export type ReportId = (typeof REPORT_IDS)[number];

/**
 * One date in the year: `H1` the half year from 15/12 to 14/6, `Y` the year from 15/12 to 14/12,
 * `A` a yearly report whose act states no period.
 */
export const REPORT_TERMS = ['H1', 'Y', 'A'] as const;
export type ReportTerm = (typeof REPORT_TERMS)[number];

/** Who has to report, and so for what there is one obligation each. */
export type ReportedBy = 'PROJECT' | 'CLUSTER' | 'LOCAL_AUTHORITY' | 'DEPARTMENT' | 'COMMUNE' | 'PROVINCE';

/** To whom a report goes in a period of the law. */
export interface RecipientRule {
  readonly level: HolderLevel;
  /** The duty that makes an office the recipient; absent where only its level is stated. */
  readonly dutyId?: DutyId;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly basis: AssignmentBasis;
}

/** One periodic report. */
export interface ReportRule {
  readonly reportId: ReportId;
  readonly name: string;
  /** As printed, e.g. `Biểu 03`; absent where the act has none. */
  readonly form?: string;
  readonly by: ReportedBy;
  /** Month and day before which it is due, by term. */
  readonly due: Readonly<Partial<Record<ReportTerm, string>>>;
  readonly basis: AssignmentBasis & { readonly actId: string };
  readonly recipients: readonly RecipientRule[];
}

const TT_14 = '14-2024-tt-bct.bo-cong-thuong.2024-08-15';
const TT_38 = '38-2025-tt-bct.bo-cong-thuong.undated';
const ND_32 = '32-2024-nd-cp.chinh-phu.2024-03-15';
const ND_139 = '139-2025-nd-cp.chinh-phu.2025-06-12';
/** The district tier ended, and TT 38/2025 changed the recipients. */
const REFORM = '2025-07-01' as LocalDate;

const CIRCULAR = { actId: TT_14, article: 'Đ.3', provenance: 'READ' } as const;
/** TT 38/2025 amended the recipients; its wording was not read, so that nothing of it is certain. */
const AMENDED = { actId: TT_38, provenance: 'UNVERIFIED' } as const;
const decree = (article: string) => ({ actId: ND_139, article, provenance: 'READ' }) as const;
const earlier = (article: string) => ({ actId: ND_32, article, provenance: 'READ' }) as const;

/** A recipient until the reform under the circular, and from then on under what is known of it. */
function recipient(
  level: HolderLevel,
  after: AssignmentBasis | undefined,
  dutyId?: DutyId,
  levelAfter: HolderLevel = level,
): readonly RecipientRule[] {
  const duty = dutyId === undefined ? {} : { dutyId };
  return [
    { level, ...duty, to: REFORM, basis: CIRCULAR },
    ...(after === undefined ? [] : [{ level: levelAfter, ...duty, from: REFORM, basis: after }]),
  ];
}

/** Every periodic report, in the order of the acts. */
export const REPORTS: readonly ReportRule[] = [
  {
    reportId: 'report_secondary_project',
    name: 'Báo cáo của nhà đầu tư thứ cấp',
    form: 'Biểu 01',
    by: 'PROJECT',
    due: { H1: '06-20', Y: '12-20' },
    basis: CIRCULAR,
    recipients: [
      ...recipient('THONG_KE', AMENDED),
      ...recipient(
        'UBND_HUYEN',
        decree('Đ.11 (NĐ 32/2024 Đ.23(4))'),
        'ccn_receive_secondary_project_report',
        'UBND_XA',
      ),
    ],
  },
  {
    reportId: 'report_infrastructure_investor',
    name: 'Báo cáo của chủ đầu tư xây dựng hạ tầng kỹ thuật',
    form: 'Biểu 02',
    by: 'CLUSTER',
    due: { H1: '06-20', Y: '12-20' },
    basis: CIRCULAR,
    recipients: [
      ...recipient('THONG_KE', AMENDED),
      ...recipient(
        'UBND_HUYEN',
        decree('Đ.11 (NĐ 32/2024 Đ.19(5))'),
        'ccn_receive_investor_periodic_report',
        'UBND_XA',
      ),
      ...recipient('SO_CONG_THUONG', earlier('Đ.19(5)')),
    ],
  },
  {
    reportId: 'report_local_authority',
    name: 'Báo cáo của UBND cấp huyện, nay là UBND cấp xã',
    form: 'Biểu 03',
    by: 'LOCAL_AUTHORITY',
    due: { H1: '06-25', Y: '12-25' },
    basis: CIRCULAR,
    recipients: [
      ...recipient('UBND_TINH', decree('Đ.6 (NĐ 32/2024 Đ.34(3))')),
      ...recipient('SO_CONG_THUONG', decree('Đ.6 (NĐ 32/2024 Đ.34(3))')),
    ],
  },
  {
    reportId: 'report_department',
    name: 'Báo cáo của Sở Công Thương',
    form: 'Biểu 04',
    by: 'DEPARTMENT',
    due: { H1: '06-30', Y: '12-31' },
    basis: CIRCULAR,
    recipients: [...recipient('UBND_TINH', AMENDED), ...recipient('BO_CONG_THUONG', earlier('Đ.33(4)'))],
  },
  {
    reportId: 'transition_commune_annual_report',
    name: 'Báo cáo kết quả thực hiện Nghị định 139/2025/NĐ-CP của UBND cấp xã',
    by: 'COMMUNE',
    due: { A: '11-30' },
    basis: decree('Đ.20(3)'),
    recipients: [{ level: 'UBND_TINH', from: REFORM, basis: decree('Đ.20(3)') }],
  },
  {
    reportId: 'transition_province_annual_report',
    name: 'Báo cáo kết quả thực hiện Nghị định 139/2025/NĐ-CP của UBND cấp tỉnh',
    by: 'PROVINCE',
    due: { A: '12-10' },
    basis: decree('Đ.20(1)'),
    recipients: [{ level: 'BO_CONG_THUONG', from: REFORM, basis: decree('Đ.20(1)') }],
  },
];

/** The rule of a report. */
export function ruleOf({ reportId }: { readonly reportId: ReportId }): ReportRule {
  const rule = REPORTS.find((r) => r.reportId === reportId);
  if (rule === undefined) throw new TypeError(`No report ${String(reportId)} is in the catalogue.`);
  return rule;
}

/** The period of a report of a year; undefined where the act states none. */
export function periodOf(year: number, term: ReportTerm): Required<ValidInterval> | undefined {
  const from = `${year - 1}-12-15` as LocalDate;
  switch (term) {
    case 'H1':
      return { from, to: `${year}-06-15` as LocalDate };
    case 'Y':
      return { from, to: `${year}-12-15` as LocalDate };
    case 'A':
      return undefined;
  }
}
