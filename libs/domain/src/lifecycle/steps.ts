import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';

/** A step of a life, with the first day on which it counts. */
export interface DatedStep<S extends string> {
  readonly to: S;
  readonly effectiveOn: LocalDate;
}

/** From each state the states that may come next; a state without any is final. */
export type StepTable<S extends string> = Readonly<Record<S, readonly S[]>>;

/** Steps in the order in which they count; of two on one day the one recorded later comes last. */
export function inOrder<S extends string, Step extends DatedStep<S>>(
  steps: readonly Step[],
): readonly Step[] {
  return steps.toSorted((a, b) =>
    a.effectiveOn < b.effectiveOn ? -1 : a.effectiveOn > b.effectiveOn ? 1 : 0,
  );
}

/** The last step that counts on the day; undefined before the first. */
export function stepOn<S extends string, Step extends DatedStep<S>>(
  steps: readonly Step[],
  day: LocalDate,
): Step | undefined {
  return inOrder<S, Step>(steps).findLast((step) => step.effectiveOn <= day);
}

/** The state on the day: of the last step that counts, or the one it began with. */
export function stateOn<S extends string>(initial: S, steps: readonly DatedStep<S>[], day: LocalDate): S {
  return stepOn(steps, day)?.to ?? initial;
}

/**
 * Refuses a step that may not follow the state on its day, or after which a step recorded for a later day could not come.
 * Undefined where it may be taken. The code is `INVALID_STEP`, with the steps that could be taken instead.
 */
export function refuseStep<S extends string>(
  table: StepTable<S>,
  initial: S,
  steps: readonly DatedStep<S>[],
  step: DatedStep<S>,
): Decision<never> | undefined {
  const before = stateOn(initial, steps, step.effectiveOn);
  if (!table[before].includes(step.to)) {
    const allowed = table[before].join(', ');
    return refuse(
      'INVALID_STEP',
      'to',
      step.to,
      `On ${step.effectiveOn} it is ${before}, and ${step.to} does not follow.`,
      allowed === '' ? `${before} is final.` : `From ${before} it goes on to ${allowed}.`,
    );
  }
  const next = inOrder(steps).find(({ effectiveOn }) => effectiveOn > step.effectiveOn);
  if (next === undefined || table[step.to].includes(next.to)) return undefined;
  return refuse(
    'INVALID_STEP',
    'effectiveOn',
    step.effectiveOn,
    `After ${step.to} on ${step.effectiveOn} the recorded step to ${next.to} on ${next.effectiveOn} could not come.`,
    'Record the steps in between first, or give the day on which it took effect.',
  );
}
