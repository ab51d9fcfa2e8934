import type { WithEventId } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { ClusterStatus } from './cluster.js';
import type { ClusterAdvanced } from './events.js';
import { leadsTo, PROCEDURE_STATES, type LifecycleState } from './lifecycle-states.js';
import { withProcedure } from './procedure.js';

/** First day without districts: procedures in progress on it went on with other authorities (NĐ 139/2025 Đ.22(3)). */
export const CUTOVER = '2025-07-01' as LocalDate;
const EVE_OF_CUTOVER = '2025-06-30' as LocalDate;

/**
 * Day by which a cluster from before QĐ 105/2009 is to be settled (NĐ 32/2024 Đ.32(4), Đ.35(4)).
 * The task is due then; what the law says of a later decision is not known, so one is recorded as it happened.
 */
export const LEGACY_DEADLINE = '2026-12-31' as LocalDate;

/** A recorded step with the event it came by. */
export type LifecycleStep = WithEventId<ClusterAdvanced>;

/** What of a cluster says where it stands. */
export interface LifecycleFacts {
  readonly status: ClusterStatus;
  readonly since?: LocalDate;
  /** As recorded, corrected ones included. */
  readonly steps: readonly LifecycleStep[];
}

/** Where a cluster stands on a day. */
export interface Lifecycle {
  readonly state: LifecycleState;
  /** First day of this state; absent where the sources do not say. */
  readonly since?: LocalDate;
  /** The step that led there, with the decree of its dossier; absent where only the registration says so. */
  readonly step?: LifecycleStep;
}

/**
 * Where a cluster stands on a day; undefined where nothing recorded says so.
 * The last dated step decides. What the registration says has no day: it holds before every step that can follow it,
 * and after every step that can lead to it, until a dated step reaches it.
 */
export function lifecycleOn(facts: LifecycleFacts, day: LocalDate): Lifecycle | undefined {
  const steps = standingSteps(facts.steps);
  const last = steps.filter((step) => step.effectiveOn <= day).at(-1);
  const undated = undatedState(facts, steps, last, day);
  if (undated !== undefined) return { state: undated };
  if (last === undefined) return undefined;
  return { state: last.to, since: last.effectiveOn, step: withProcedure(last, steps) };
}

/** The steps up to a day that no later one corrects, by day, each with the decree of its dossier. */
export function stepsUntil(
  { steps }: Pick<LifecycleFacts, 'steps'>,
  day: LocalDate,
): readonly LifecycleStep[] {
  const until = standingSteps(steps).filter(({ effectiveOn }) => effectiveOn <= day);
  return until.map((step) => withProcedure(step, until));
}

function undatedState(
  { status, since }: LifecycleFacts,
  steps: readonly LifecycleStep[],
  last: LifecycleStep | undefined,
  day: LocalDate,
): LifecycleState | undefined {
  const registered = stateOfStatus(status);
  if (registered === undefined || (since !== undefined && day < since)) return undefined;
  if (last !== undefined) {
    const dated = steps.some((step) => step.to === registered || leadsTo(registered, step.to));
    return !dated && leadsTo(last.to, registered) ? registered : undefined;
  }
  const first = steps[0];
  return first === undefined || leadsTo(registered, first.to) ? registered : undefined;
}

/** The steps that no later one corrects, by day; of one day in the order of recording. */
export function standingSteps(steps: readonly LifecycleStep[]): readonly LifecycleStep[] {
  const corrected = new Set(steps.map((step) => step.corrects));
  return steps
    .filter((step) => !corrected.has(step.eventId))
    .sort((a, b) => (a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0));
}

/** The state that a registration's status means; undefined for `UNKNOWN`. */
export function stateOfStatus(status: ClusterStatus): LifecycleState | undefined {
  if (status === 'UNKNOWN') return undefined;
  return status === 'INVESTOR_SELECTION' ? 'INVESTOR_SCORING' : status;
}

/** True where the districts ended in the middle of a procedure: it went on, with its clock and its decree. */
export function inFlightAtCutover(facts: LifecycleFacts): boolean {
  const before = lifecycleOn(facts, EVE_OF_CUTOVER)?.state;
  const after = lifecycleOn(facts, CUTOVER)?.state;
  return before !== undefined && before === after && PROCEDURE_STATES.includes(before);
}
