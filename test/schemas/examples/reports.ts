import type { LocalDate, ReportEvents } from '#domain';
import type { Bare, Full } from '../shape.js';

const report = {
  obligationId: 'report_local_authority.2025-Y.04441@2025-07-01',
  reporterOfficeId: 'UBND_XA:04441@2025-07-01',
  submittedOn: '2025-12-20' as LocalDate,
  provenance: 'STATED',
  source: 'example',
} as const;

export const FULL_REPORT_EVENTS: { readonly [T in keyof ReportEvents]: Full<ReportEvents[T]> } = {
  'report.submitted': {
    ...report,
    periodFrom: '2024-12-15' as LocalDate,
    periodTo: '2025-12-15' as LocalDate,
    documentRef: '12/BC-UBND',
    notManagedNote: 'The figures before July come from the handed over files.',
    reason: 'A figure was wrong.',
  },
};

export const BARE_REPORT_EVENTS: { readonly [T in keyof ReportEvents]: Bare<ReportEvents[T]> } = {
  'report.submitted': report,
};
