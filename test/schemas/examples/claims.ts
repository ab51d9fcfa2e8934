import type { LocalDate } from '#domain';

const claim = {
  claimId: 'quan-lat-fill-1',
  subjectId: 'quan-lat',
  field: 'fillRatePercent',
  value: '90',
  provenance: 'STATED',
  source: 'example',
} as const;
const accepted = {
  claimId: claim.claimId,
  subjectId: claim.subjectId,
  reason: 'It is the later one.',
} as const;

/** Claims with every field that they may have. */
export const FULL_CLAIM_EVENTS = {
  'claim.recorded': { ...claim, unit: '%', asOf: '2025-06-30' as LocalDate },
  'claim.accepted': { ...accepted, actId: '139-2025-nd-cp.chinh-phu.2025-06-12' },
} as const;

/** The same with nothing that they may leave out. */
export const BARE_CLAIM_EVENTS = { 'claim.recorded': claim, 'claim.accepted': accepted } as const;
