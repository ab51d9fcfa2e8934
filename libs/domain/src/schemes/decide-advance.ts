import { unknownAct } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { isStep, withStep } from './evolve.js';
import { notRegistered, refuseBlank, type SchemeRegister } from './register.js';
import type { Scheme, SchemeAdvanced } from './scheme.js';
import { stepsAfter } from './steps.js';

/**
 * Records a step that a scheme took, in its place by day: what went before and what followed must both allow it.
 * A step that was wrong is put right by naming it.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_INPUT`, `UNKNOWN_ACT`, `UNKNOWN_EVENT`, `INVALID_INTERVAL`, `INVALID_STEP`,
 * `REASON_REQUIRED`.
 */
export function decideAdvanceScheme(
  input: SchemeAdvanced,
  register: Pick<SchemeRegister, 'acts' | 'scheme'>,
): Decision<EventOf<'scheme.advanced'>> {
  const scheme = register.scheme(input.schemeId);
  if (scheme === undefined) return notRegistered('schemeId', input.schemeId);
  const refusal =
    refuseBlank('source', input.source) ??
    refuseAct(input, register) ??
    refuseCorrected(scheme, input) ??
    refuseEarly(scheme, input) ??
    refuseOrder(scheme, input);
  return refusal ?? accept([{ type: 'scheme.advanced', data: input }]);
}

function refuseAct(
  { actId }: SchemeAdvanced,
  { acts }: Pick<SchemeRegister, 'acts'>,
): Decision<never> | undefined {
  return actId === undefined || acts(actId) !== undefined ? undefined : unknownAct('actId', actId);
}

function refuseCorrected(
  { steps }: Scheme,
  { corrects, reason }: SchemeAdvanced,
): Decision<never> | undefined {
  if (corrects === undefined) return undefined;
  if ((reason ?? '').trim() === '') {
    return refuse(
      'REASON_REQUIRED',
      'reason',
      '',
      'A correction needs a reason.',
      'State in one sentence why.',
    );
  }
  if (steps.some((fact) => isStep(fact, corrects))) return undefined;
  return refuse(
    'UNKNOWN_EVENT',
    'corrects',
    `${corrects.to} ${corrects.effectiveOn ?? ''}`.trim(),
    'No such step is recorded.',
    'Name a step of this scheme by its day, or without one where none is recorded.',
  );
}

function refuseEarly({ registration }: Scheme, { effectiveOn }: SchemeAdvanced): Decision<never> | undefined {
  const { from } = registration;
  if (from === undefined || from <= effectiveOn) return undefined;
  return refuse(
    'INVALID_INTERVAL',
    'effectiveOn',
    effectiveOn,
    `The scheme exists from ${from} only.`,
    `Give ${from} or a later day.`,
  );
}

function refuseOrder(scheme: Scheme, input: SchemeAdvanced): Decision<never> | undefined {
  const { programme } = scheme.registration;
  const taken = withStep(scheme, input).map(({ to }) => to);
  const wrong = taken.findIndex(
    (step, i) => i > 0 && !stepsAfter(taken.slice(0, i), programme).includes(step),
  );
  if (wrong < 0) return undefined;
  const before = taken[wrong - 1] ?? 'UNKNOWN';
  const allowed = stepsAfter(taken.slice(0, wrong), programme);
  return refuse(
    'INVALID_STEP',
    'to',
    input.to,
    `By day ${taken[wrong] ?? ''} would follow ${before}, which it cannot in the ${programme} programme.`,
    allowed.length === 0
      ? `Nothing follows ${before}; put a wrong step right by naming it.`
      : `After ${before} come ${allowed.join(', ')}; put a wrong step right by naming it.`,
  );
}
