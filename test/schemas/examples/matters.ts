import type { LocalDate, MatterEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const FROM = '2025-07-01' as LocalDate;
const ACT = '139-2025-nd-cp.chinh-phu.2025-06-12';
const DECISION = '687-qd-ubnd.ubnd-tinh-yen-bai.2025-04-01';
const COMMITTEE = 'UBND_XA:15520@2025-07-01';
const matter = {
  matterId: 'ho-so-12',
  kind: 'ESTABLISHMENT_DOSSIER',
  title: 'Hồ sơ đề nghị thành lập cụm công nghiệp',
  step: 'Lập 02 bộ hồ sơ gửi Sở Công Thương',
  asOf: '2025-06-17' as LocalDate,
  provenance: 'STATED',
  source: 'example',
} as const;
const place = {
  of: 'SUBJECT',
  precision: 'COMMUNE',
  unitIds: ['15520@origin'],
  complete: true,
  provenance: 'STATED',
  evidence: 'Nguồn nêu xã Thọ Hải',
} as const;
const fact = {
  matterId: matter.matterId,
  effectiveOn: FROM,
  provenance: 'STATED',
  source: 'example',
} as const;
const signedOn = '2025-06-28' as LocalDate;
const by = { actId: ACT, article: 'Đ.22(3)' } as const;

export const FULL_MATTER_EVENTS: { readonly [T in keyof MatterEvents]: Full<MatterEvents[T]> } = {
  'matter.recorded': {
    ...matter,
    subjectId: 'xuan-hoa-tho-hai',
    officeId: 'UBND_HUYEN:38.huyen-tho-xuan@origin',
    places: [place],
    startedOn: '2025-06-02' as LocalDate,
    applicableActId: ACT,
    clock: {
      days: 25,
      working: false,
      startedOn: '2025-06-02' as LocalDate,
      pausedOn: '2025-06-20' as LocalDate,
      remainingAtCutover: 8,
      ...by,
    },
    documents: [{ actId: DECISION, subject: 'chấp thuận chủ trương đầu tư' }],
  },
  'matter.taken-over': { ...fact, ...by, signedOn, officeId: COMMITTEE },
  'matter.coordinated': {
    ...fact,
    ...by,
    signedOn,
    officeId: COMMITTEE,
    byOfficeId: 'CT_UBND_TINH:38@origin',
    reason: 'The project lies in this commune.',
  },
  'matter.accepted': { ...fact, signedOn, officeId: COMMITTEE },
  'matter.advanced': {
    ...fact,
    ...by,
    signedOn,
    officeId: COMMITTEE,
    step: 'Gửi Sở Công Thương thẩm định',
    clock: { change: 'STARTED', days: 5, working: true },
    reason: 'The dossier is complete.',
  },
  'matter.closed': {
    ...fact,
    signedOn,
    officeId: COMMITTEE,
    outcome: 'DECIDED',
    actId: DECISION,
    reason: 'The decision was issued.',
  },
};

export const BARE_MATTER_EVENTS: { readonly [T in keyof MatterEvents]: Bare<MatterEvents[T]> } = {
  'matter.recorded': { ...matter, places: [], documents: [] },
  'matter.taken-over': { ...fact, officeId: COMMITTEE, actId: ACT },
  'matter.coordinated': {
    ...fact,
    officeId: COMMITTEE,
    byOfficeId: 'CT_UBND_TINH:38@origin',
    actId: ACT,
    reason: 'The project lies in this commune.',
  },
  'matter.accepted': { ...fact, officeId: COMMITTEE },
  'matter.advanced': { ...fact, officeId: COMMITTEE },
  'matter.closed': {
    ...fact,
    officeId: COMMITTEE,
    outcome: 'WITHDRAWN',
    reason: 'The applicant withdrew it.',
  },
};
