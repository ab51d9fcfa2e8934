import type { LocalDate } from '../time/local-date.js';
import type { ClusterAdvanced, Procedure } from './events.js';
import type { LifecycleState } from './lifecycle-states.js';

/** The states of one dossier, from its opening to the decision on it: all of them finish under one decree. */
const DOSSIER_STATES: readonly LifecycleState[] = [
  'DOSSIER_OPEN',
  'DOSSIER_CLOSED',
  'UNDER_APPRAISAL',
  'INVESTOR_SCORING',
];

/** What a step follows on: its state and its day. */
type Follows = Pick<ClusterAdvanced, 'to' | 'effectiveOn'>;

/** The day on which the dossier of a step was opened; undefined where that is not recorded, or it has none. */
export function dossierOpenedOn(step: Follows, steps: readonly ClusterAdvanced[]): LocalDate | undefined {
  if (step.to === 'DOSSIER_OPEN') return step.effectiveOn;
  return dossierOf(step, steps).find(({ to }) => to === 'DOSSIER_OPEN')?.effectiveOn;
}

/**
 * A step with its procedure: the stated one, else the decree that the dossier began in (NĐ 32/2024 Đ.35(2)).
 * A clock is that of the state it was stated for: the time for the next one is another.
 */
export function withProcedure<S extends ClusterAdvanced>(step: S, steps: readonly ClusterAdvanced[]): S {
  const procedure = step.procedure ?? begunIn(dossierOf(step, steps));
  return procedure === undefined ? step : { ...step, procedure };
}

function begunIn(dossier: readonly ClusterAdvanced[]): Procedure | undefined {
  const stated = dossier.findLast(({ procedure }) => procedure !== undefined)?.procedure;
  return stated === undefined ? undefined : { applicableActId: stated.applicableActId };
}

/** The steps of the same dossier before a step, of those that stand, by day; a cluster has one, so no state comes twice. */
function dossierOf(
  { to, effectiveOn }: Follows,
  steps: readonly ClusterAdvanced[],
): readonly ClusterAdvanced[] {
  const before = DOSSIER_STATES.slice(0, Math.max(0, DOSSIER_STATES.indexOf(to)));
  return steps.filter((step) => step.effectiveOn <= effectiveOn && before.includes(step.to));
}
