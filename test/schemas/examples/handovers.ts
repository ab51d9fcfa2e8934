import type { HandoverEvents, LocalDate } from '#domain';
import type { Bare, Full } from '../shape.js';

const day = (text: string) => text as LocalDate;
const ACT = '139-2025-nd-cp.chinh-phu.2025-06-12';
const EVENT = '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25';
const COMMUNE = 'UBND_XA:15520@2025-07-01';
const CHAIRMAN = 'CT_UBND_TINH:38@origin';
const handoverId = 'ban-giao-1';
const by = { actorId: 'a-1', officeId: COMMUNE } as const;
const other = { actorId: 'a-2', officeId: CHAIRMAN } as const;
const bareItem = { itemId: 'hd-1', kind: 'CONTRACT', description: 'Hợp đồng thuê lại đất' } as const;
const item = {
  ...bareItem,
  kind: 'ASSET',
  subjectId: 'xuan-hoa-tho-hai',
  assetClass: 'MANAGED_WITHOUT_DOCUMENT',
  dueOn: day('2025-09-01'),
  quantity: '1',
  quantityUnit: 'bộ',
  areaHa: '1.5',
  amountVnd: '1000000',
  costVnd: '2000000',
  residualValueVnd: '1500000.5',
  condition: 'đang sử dụng',
  managerOfficeId: COMMUNE,
  missingFile: {
    confirmedByOfficeId: COMMUNE,
    confirmedOn: day('2025-07-10'),
    statement: 'Thiếu quyết định giao tài sản',
  },
} as const;
const drafted = {
  handoverId,
  giverOfficeId: 'PUBLIC_SERVICE_UNIT:ban-quan-ly',
  receiverOfficeId: COMMUNE,
  decidingOfficeId: CHAIRMAN,
  basis: { actId: ACT },
  effectiveOn: day('2025-07-01'),
  draftedOn: day('2025-07-05'),
  provenance: 'STATED',
  source: 'example',
  by,
} as const;
const approved = {
  handoverId,
  proposalId: 'p1',
  decidedOn: day('2025-08-01'),
  reason: 'Both agree.',
  proposedBy: by,
  approvedBy: other,
} as const;
const correction = {
  corrects: EVENT,
  items: [item],
  removedItemIds: ['hd-2'],
  effectiveOn: day('2025-07-01'),
  place: 'Trụ sở UBND xã',
  signatures: [{ officeId: COMMUNE, signedOn: day('2025-07-15') }],
} as const;
const proposal = {
  handoverId,
  proposalId: 'p1',
  decision: 'CORRECT',
  reason: 'It was wrong.',
  proposedOn: day('2025-07-30'),
  by,
} as const;
const discrepancy = {
  handoverId,
  discrepancyId: 'd1',
  kind: 'MISSING',
  description: 'The land file is not there.',
  openedOn: day('2025-07-20'),
  by,
} as const;
const attachment = {
  handoverId,
  sha256: 'a'.repeat(64),
  sizeBytes: 1234,
  mediaType: 'application/pdf',
  title: 'Biên bản bàn giao',
  addedOn: day('2025-07-15'),
  by,
} as const;
const declined = {
  handoverId,
  proposalId: 'p1',
  declinedOn: day('2025-08-01'),
  reason: 'Not shown.',
  by: other,
} as const;

export const FULL_HANDOVER_EVENTS: { readonly [T in keyof HandoverEvents]: Full<HandoverEvents[T]> } = {
  'handover.drafted': {
    ...drafted,
    giverActsFor: '38.huyen-tho-xuan@origin',
    giverName: 'Tổ bàn giao huyện Thọ Xuân',
    witnessOfficeId: 'SO_CONG_THUONG:38@origin',
    basis: { actId: ACT, article: 'Đ.6' },
    orderActId: ACT,
    place: 'Trụ sở UBND xã',
    items: [item],
  },
  'handover.inventoried': { handoverId, inventoriedOn: day('2025-07-10'), items: [item], by },
  'handover.scheduled': {
    handoverId,
    agreedOn: day('2025-07-11'),
    scheduledFor: day('2025-07-15'),
    place: 'Trụ sở UBND xã',
    by,
  },
  'handover.signed': {
    handoverId,
    officeId: COMMUNE,
    signedOn: day('2025-07-15'),
    post: 'Chủ tịch UBND xã',
    opinion: 'Đồng ý',
    by,
  },
  'handover.accepted': {
    handoverId,
    acceptedOn: day('2025-07-16'),
    reservation: 'Chưa nhận hồ sơ đất đai',
    opinion: 'Đề nghị bổ sung',
    by,
  },
  'handover.discrepancy-opened': { ...discrepancy, itemId: 'hd-1' },
  'handover.decision-proposed': {
    ...proposal,
    actId: ACT,
    discrepancyId: 'd1',
    until: day('2026-07-01'),
    correction,
  },
  'handover.decision-declined': declined,
  'handover.discrepancy-resolved': { ...approved, actId: ACT, discrepancyId: 'd1' },
  'handover.made-temporary': { ...approved, actId: ACT, until: day('2026-07-01') },
  'handover.corrected': { ...approved, actId: ACT, ...correction },
  'handover.cancelled': { ...approved, actId: ACT },
  'handover.attachment-added': { ...attachment, itemId: 'hd-1' },
};

export const BARE_HANDOVER_EVENTS: { readonly [T in keyof HandoverEvents]: Bare<HandoverEvents[T]> } = {
  'handover.drafted': { ...drafted, items: [bareItem] },
  'handover.inventoried': { handoverId, inventoriedOn: day('2025-07-10'), items: [bareItem], by },
  'handover.scheduled': {
    handoverId,
    agreedOn: day('2025-07-11'),
    scheduledFor: day('2025-07-15'),
    by,
  },
  'handover.signed': { handoverId, officeId: COMMUNE, signedOn: day('2025-07-15'), by },
  'handover.accepted': { handoverId, acceptedOn: day('2025-07-16'), by },
  'handover.discrepancy-opened': discrepancy,
  'handover.decision-proposed': proposal,
  'handover.decision-declined': declined,
  'handover.discrepancy-resolved': { ...approved, discrepancyId: 'd1' },
  'handover.made-temporary': { ...approved, until: day('2026-07-01') },
  'handover.corrected': { ...approved, actId: ACT, corrects: EVENT },
  'handover.cancelled': {
    handoverId,
    decidedOn: day('2025-08-01'),
    reason: 'It was drafted twice.',
    proposedBy: by,
  },
  'handover.attachment-added': attachment,
};
