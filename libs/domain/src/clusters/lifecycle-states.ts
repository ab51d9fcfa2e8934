/** The states of a cluster's life, in the order in which they follow one another; the last is a side state. */
export const LIFECYCLE_STATES = [
  'PLANNED',
  'DOSSIER_OPEN',
  'DOSSIER_CLOSED',
  'UNDER_APPRAISAL',
  'INVESTOR_SCORING',
  'ESTABLISHED',
  'DETAILED_PLAN_APPROVED',
  'LAND_CLEARING',
  'UNDER_CONSTRUCTION',
  'OPERATING',
  'EXPANDING',
  'WITHDRAWN_FROM_PLAN',
  'REVOKED',
  'LEGACY_UNESTABLISHED',
] as const;
export type LifecycleState = (typeof LIFECYCLE_STATES)[number];

/**
 * The steps that a cluster may take from each state.
 * A decision to establish it can be revoked as long as it stands (NĐ 32/2024 Đ.12(2)(a)).
 * A cluster from before QĐ 105/2009 is established or taken out of the plan (Đ.32(4), Đ.35(4)).
 */
export const LIFECYCLE_STEPS: Readonly<Record<LifecycleState, readonly LifecycleState[]>> = {
  PLANNED: ['DOSSIER_OPEN'],
  DOSSIER_OPEN: ['DOSSIER_CLOSED'],
  DOSSIER_CLOSED: ['UNDER_APPRAISAL'],
  UNDER_APPRAISAL: ['INVESTOR_SCORING'],
  INVESTOR_SCORING: ['ESTABLISHED'],
  ESTABLISHED: ['DETAILED_PLAN_APPROVED', 'REVOKED'],
  DETAILED_PLAN_APPROVED: ['LAND_CLEARING', 'REVOKED'],
  LAND_CLEARING: ['UNDER_CONSTRUCTION', 'REVOKED'],
  UNDER_CONSTRUCTION: ['OPERATING', 'REVOKED'],
  OPERATING: ['EXPANDING', 'WITHDRAWN_FROM_PLAN', 'REVOKED'],
  EXPANDING: ['OPERATING', 'WITHDRAWN_FROM_PLAN', 'REVOKED'],
  WITHDRAWN_FROM_PLAN: ['REVOKED'],
  REVOKED: [],
  LEGACY_UNESTABLISHED: ['ESTABLISHED', 'WITHDRAWN_FROM_PLAN'],
};

/** What only a decision of the province brings about: NĐ 32/2024 Đ.10(4) and Đ.12. */
export const DECIDED_STATES: readonly LifecycleState[] = ['ESTABLISHED', 'EXPANDING', 'REVOKED'];

/** States in which a procedure is in progress, so that its decree and its clock go on. */
export const PROCEDURE_STATES: readonly LifecycleState[] = [
  'DOSSIER_OPEN',
  'DOSSIER_CLOSED',
  'UNDER_APPRAISAL',
  'INVESTOR_SCORING',
  'EXPANDING',
];

/** True where the table allows the one step. */
export function mayFollow(from: LifecycleState, to: LifecycleState): boolean {
  return LIFECYCLE_STEPS[from].includes(to);
}

/** True where one or more allowed steps lead there. */
export function leadsTo(from: LifecycleState, to: LifecycleState): boolean {
  const reached = new Set<LifecycleState>();
  const open = [...LIFECYCLE_STEPS[from]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true;
    if (reached.has(next)) continue;
    reached.add(next);
    open.push(...LIFECYCLE_STEPS[next]);
  }
  return false;
}
