import type { LocalDate, SchemeEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const ACT = '2644-qd-ubnd.ubnd-thanh-pho-hai-phong.2025-07-01';
const day = (text: string) => text as LocalDate;
const centre = {
  kind: 'ORGANISATION',
  id: 'tt-kc-hai-phong',
  name: 'Trung tâm Khuyến công Hải Phòng',
} as const;
const old = { kind: 'ORGANISATION', id: 'tt-kc-hai-duong', name: 'Trung tâm Khuyến công Hải Dương' } as const;
const household = {
  kind: 'HOUSEHOLD',
  id: 'de-an-1-beneficiary-1',
  name: 'hộ kinh doanh (tên cá nhân không lưu)',
} as const;
const scheme = {
  schemeId: 'de-an-1',
  name: 'Đề án 1',
  programme: 'NATIONAL',
  step: 'UNKNOWN',
  provenance: 'STATED',
  source: 'example',
} as const;
const step = {
  schemeId: 'de-an-1',
  to: 'CONTRACTED',
  effectiveOn: day('2025-03-01'),
  provenance: 'STATED',
  source: 'example',
} as const;
const change = {
  schemeId: 'de-an-1',
  role: 'EXECUTING_UNIT',
  to: centre,
  effectiveOn: day('2025-07-01'),
  actId: ACT,
  manner: 'BY_SUCCESSION',
  reason: 'The centre went whole into another.',
  provenance: 'STATED',
  source: 'example',
} as const;

export const FULL_SCHEME_EVENTS: { readonly [T in keyof SchemeEvents]: Full<SchemeEvents[T]> } = {
  'scheme.registered': {
    ...scheme,
    step: 'CONTRACTED',
    stepOn: day('2025-03-01'),
    from: day('2025-01-01'),
    fromYear: 2025,
    toYear: 2025,
    provinceId: '30@origin',
    parties: {
      executingUnit: old,
      beneficiaries: [household],
      department: { kind: 'OFFICE', id: 'SO_CONG_THUONG:30@origin', name: 'Sở Công Thương Hải Dương' },
    },
    contractNumber: '12/2025/HĐ',
    budgetVnd: '300000000',
  },
  'scheme.advanced': {
    ...step,
    actId: ACT,
    document: '12/2025/HĐ',
    signedOn: day('2025-02-28'),
    reason: 'It was contracted earlier.',
    corrects: { to: 'CONTRACTED', effectiveOn: day('2025-03-05') },
  },
  'scheme.party-changed': { ...change, from: old, corrects: day('2025-07-02') },
};

export const BARE_SCHEME_EVENTS: { readonly [T in keyof SchemeEvents]: Bare<SchemeEvents[T]> } = {
  'scheme.registered': { ...scheme, parties: { beneficiaries: [household] } },
  'scheme.advanced': step,
  'scheme.party-changed': change,
};
