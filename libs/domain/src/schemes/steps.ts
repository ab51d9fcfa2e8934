/**
 * Whose money an industrial-promotion scheme (đề án khuyến công) spends: the nation's or a province's;
 * `UNKNOWN` where the source does not say.
 */
export const SCHEME_PROGRAMMES = ['NATIONAL', 'LOCAL', 'UNKNOWN'] as const;
export type SchemeProgramme = (typeof SCHEME_PROGRAMMES)[number];

/** Steps of an industrial-promotion scheme (domain.md 3.4); `UNKNOWN` where the sources do not say. */
export const SCHEME_STEPS = [
  'UNKNOWN',
  'REGISTERED',
  'APPRAISED_LOCAL',
  'APPRAISED_MINISTRY',
  'APPROVED_LOCAL',
  'IN_ANNUAL_PLAN',
  'CONTRACTED',
  'ADVANCED',
  'IMPLEMENTING',
  'ACCEPTED_BASE',
  'LIQUIDATED',
  'SETTLED',
  'CLOSED',
  'ADJUSTED',
  'STOPPED',
  'SUPPLEMENTED',
] as const;
export type SchemeStep = (typeof SCHEME_STEPS)[number];

const BRANCHES = ['ADJUSTED', 'STOPPED', 'SUPPLEMENTED'] as const;

/**
 * What may follow each step.
 * How a stopped scheme is closed no source says, so the closing steps stand open to it.
 * After an adjustment or a supplement a scheme goes on from where it stood (`stepsAfter`).
 */
export const NEXT_STEPS: Readonly<Record<SchemeStep, readonly SchemeStep[]>> = {
  UNKNOWN: SCHEME_STEPS.filter((step) => step !== 'UNKNOWN'),
  REGISTERED: ['APPRAISED_LOCAL'],
  APPRAISED_LOCAL: ['APPRAISED_MINISTRY', 'APPROVED_LOCAL'],
  APPRAISED_MINISTRY: ['IN_ANNUAL_PLAN'],
  APPROVED_LOCAL: ['IN_ANNUAL_PLAN'],
  IN_ANNUAL_PLAN: ['CONTRACTED', ...BRANCHES],
  CONTRACTED: ['ADVANCED', ...BRANCHES],
  ADVANCED: ['IMPLEMENTING', ...BRANCHES],
  IMPLEMENTING: ['ACCEPTED_BASE', ...BRANCHES],
  ACCEPTED_BASE: ['LIQUIDATED'],
  LIQUIDATED: ['SETTLED'],
  SETTLED: ['CLOSED'],
  CLOSED: [],
  ADJUSTED: [],
  STOPPED: ['LIQUIDATED', 'SETTLED', 'CLOSED'],
  SUPPLEMENTED: [],
};

/** Where only one of the two programmes has a step. */
const PROGRAMME_OF: Partial<Readonly<Record<SchemeStep, SchemeProgramme>>> = {
  APPRAISED_MINISTRY: 'NATIONAL',
  APPROVED_LOCAL: 'LOCAL',
};

/** True where schemes of this programme have the step; of an unknown one any may. */
export function hasStep(programme: SchemeProgramme, step: SchemeStep): boolean {
  return programme === 'UNKNOWN' || (PROGRAMME_OF[step] ?? programme) === programme;
}

/** The steps that a scheme may take after those it took, oldest first. */
export function stepsAfter(taken: readonly SchemeStep[], programme: SchemeProgramme): readonly SchemeStep[] {
  const last = taken.at(-1) ?? 'UNKNOWN';
  const stood = taken.findLast((step) => !isDetour(step));
  const next = isDetour(last) ? afterDetour(stood) : NEXT_STEPS[last];
  return next.filter((step) => hasStep(programme, step));
}

/** A scheme first told of as adjusted stood somewhere that no source names. */
function afterDetour(stood: SchemeStep | undefined): readonly SchemeStep[] {
  if (stood === undefined || stood === 'UNKNOWN') return NEXT_STEPS.UNKNOWN;
  return [stood, ...NEXT_STEPS[stood]];
}

function isDetour(step: SchemeStep): boolean {
  return step === 'ADJUSTED' || step === 'SUPPLEMENTED';
}
