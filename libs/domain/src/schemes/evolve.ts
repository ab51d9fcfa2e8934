import type { EventOf } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { SchemeEvents } from './events.js';
import type {
  CorrectedStep,
  Scheme,
  SchemeAdvanced,
  SchemePartyChanged,
  SchemeRegistration,
  StepFact,
} from './scheme.js';

/** A scheme after an event of its stream; undefined where it was not registered before. */
export function evolveScheme(
  state: Scheme | undefined,
  event: EventOf<keyof SchemeEvents>,
): Scheme | undefined {
  switch (event.type) {
    case 'scheme.registered':
      return begun(event.data);
    case 'scheme.advanced':
      return state && { ...state, steps: withStep(state, event.data) };
    case 'scheme.party-changed':
      return state && { ...state, changes: withChange(state.changes, event.data) };
  }
}

function begun(registration: SchemeRegistration): Scheme {
  const { step, stepOn, provenance, source } = registration;
  const on = stepOn === undefined ? {} : { effectiveOn: stepOn };
  return { registration, steps: [{ to: step, ...on, provenance, source }], changes: [] };
}

/** The steps of a scheme with one more in its place by day, and without the one it corrects. */
export function withStep({ steps }: Pick<Scheme, 'steps'>, advanced: SchemeAdvanced): Scheme['steps'] {
  const { schemeId: _id, corrects, ...fact } = advanced;
  const kept = corrects === undefined ? steps : steps.filter((step) => !isStep(step, corrects));
  const [first = fact, ...others] = ordered<StepFact>([...kept, fact]);
  return [first, ...others];
}

export function isStep(fact: StepFact, { to, effectiveOn }: CorrectedStep): boolean {
  return fact.to === to && fact.effectiveOn === effectiveOn;
}

/** The changes of parties with one more in its place by day, and without the one it corrects. */
export function withChange(
  changes: readonly SchemePartyChanged[],
  change: SchemePartyChanged,
): readonly SchemePartyChanged[] {
  const { role, corrects } = change;
  const kept = changes.filter((c) => c.role !== role || corrects === undefined || c.effectiveOn !== corrects);
  return ordered([...kept, change]);
}

/** By day; what has no day comes first, and of one day what was recorded first. */
function ordered<F extends { readonly effectiveOn?: LocalDate }>(facts: readonly F[]): readonly F[] {
  const day = (fact: F) => fact.effectiveOn ?? '';
  return [...facts].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
}
