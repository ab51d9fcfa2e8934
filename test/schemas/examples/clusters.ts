import { originUnitId, unitIdFrom, type LocalDate } from '#domain';

const day = (text: string) => text as LocalDate;
const ACT = '1970-qd-ubnd.ubnd-tinh-thanh-hoa.undated';
const EVENT = '6f1c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25';
const recorded = { clusterId: 'xuan-hoa-tho-hai', provenance: 'STATED', source: 'example' } as const;
const papers = {
  actId: ACT,
  signedOn: day('2025-06-20'),
  reason: 'It was decided.',
  corrects: EVENT,
} as const;
const schedule = { startsIn: '2026-Q3', endsIn: '2027' } as const;
const parts = { from: day('2025-07-01'), actId: ACT, reason: 'The decision states them.' } as const;

/** What happens to a registered cluster, with every field that it may have. */
export const FULL_CLUSTER_LIFE = {
  'cluster.advanced': {
    ...recorded,
    ...papers,
    from: 'DOSSIER_CLOSED',
    to: 'UNDER_APPRAISAL',
    effectiveOn: day('2025-06-20'),
    procedure: {
      applicableActId: '32-2024-nd-cp.chinh-phu.2024-03-15',
      clock: { startedOn: day('2025-06-20'), limitDays: 25, working: false, stoppedDays: 3 },
    },
  },
  'cluster.adjusted': {
    ...recorded,
    ...papers,
    changes: {
      name: 'Cụm công nghiệp Xuân Hòa',
      locationText: 'xã Xuân Hòa, tỉnh Thanh Hóa',
      areaHa: '72.5',
      industries: ['cơ khí'],
      capitalVnd: '597440000000',
      schedule,
      investorText: 'Công ty cổ phần Tập đoàn GRAND BRIGHT',
    },
    effectiveOn: day('2025-07-01'),
  },
  'cluster.phases-recorded': {
    ...recorded,
    ...parts,
    phases: [{ phaseId: 'phase-1', name: 'Giai đoạn 1', areaHa: '40.3', schedule }],
  },
  'cluster.shares-recorded': {
    ...recorded,
    ...parts,
    shares: [{ unitId: unitIdFrom('15520', day('2025-07-01')), areaHa: '70.0' }],
  },
} as const;

/** The same with nothing that it may leave out. */
export const BARE_CLUSTER_LIFE = {
  'cluster.advanced': { ...recorded, to: 'ESTABLISHED', effectiveOn: day('2025-06-05') },
  'cluster.adjusted': { ...recorded, changes: {}, effectiveOn: day('2025-07-01'), actId: ACT },
  'cluster.phases-recorded': { ...recorded, phases: [{ phaseId: 'phase-1' }] },
  'cluster.shares-recorded': {
    ...recorded,
    shares: [{ unitId: originUnitId('15520'), areaHa: '29.7' }],
  },
} as const;
