import type { LocalDate } from '../time/local-date.js';
import { corrected, type PlacedFact } from './corrected.js';
import type { HandoverDrafted } from './events.js';
import type { HandoverRecord } from './evolve.js';
import { dayOfFact, stepOfFact } from './facts.js';
import { HANDOVER_TRANSITIONS, type Handover, type HandoverState, type HandoverStep } from './handover.js';
import { bothSigned, withFact } from './with-fact.js';

/** A step that the state of its day does not allow. */
export interface RefusedStep {
  readonly step: HandoverStep;
  readonly state: HandoverState;
  readonly on: LocalDate;
}

/** How the handover stands on a day, of what is recorded; undefined before it was drafted. Without a day, after all of it. */
export function handoverOn(record: HandoverRecord, day?: LocalDate): Handover | undefined {
  const { drafted, facts } = corrected(record);
  if (day !== undefined && day < drafted.draftedOn) return undefined;
  return byDay(facts)
    .filter(({ fact }) => day === undefined || dayOfFact(fact) <= day)
    .reduce(withFact, asDrafted(drafted));
}

/** Every state with its first day, in order; the last one is the present. */
export function statesOf(record: HandoverRecord): readonly { state: HandoverState; since: LocalDate }[] {
  const { drafted, facts } = corrected(record);
  const states: { state: HandoverState; since: LocalDate }[] = [];
  byDay(facts).reduce((before, placed) => {
    const after = withFact(before, placed);
    if (after.state !== before.state) states.push({ state: after.state, since: after.since });
    return after;
  }, asDrafted(drafted));
  return [{ state: 'DRAFTED', since: drafted.draftedOn }, ...states];
}

/**
 * The first step that is not allowed where the facts are taken in the order of their days.
 * A fact recorded late has to fit where it took place, not where it was recorded.
 */
export function firstRefused(record: HandoverRecord): RefusedStep | undefined {
  const { drafted, facts } = corrected(record);
  let handover = asDrafted(drafted);
  for (const placed of byDay(facts)) {
    const step = stepOfFact(placed.fact);
    const on = dayOfFact(placed.fact);
    const next = withFact(handover, placed);
    if (on < drafted.draftedOn) return { step: step ?? 'ATTACH', state: 'DRAFTED', on };
    if (step !== undefined && !allowed(handover, step, next)) return { step, state: handover.state, on };
    handover = next;
  }
  return undefined;
}

/** The table, and what it cannot say: who has signed decides between a new date and an acceptance. */
function allowed(before: Handover, step: HandoverStep, after: Handover): boolean {
  const table = HANDOVER_TRANSITIONS[before.state][step];
  if (table === undefined || !table.includes(after.state)) return false;
  if (before.state !== 'RESOLVED') return true;
  if (step === 'SCHEDULE') return !bothSigned(before);
  return !(step === 'ACCEPT' || step === 'ACCEPT_WITH_RESERVATION') || bothSigned(before);
}

/** The facts in the order of their days, those of one day as they were recorded. */
export function byDay(facts: readonly PlacedFact[]): readonly PlacedFact[] {
  return facts.toSorted((a, b) => {
    const [one, other] = [dayOfFact(a.fact), dayOfFact(b.fact)];
    return one === other ? a.revision - b.revision : one < other ? -1 : 1;
  });
}

/** The handover on the day of its draft. */
export function asDrafted({ draftedOn, items, by, ...particulars }: HandoverDrafted): Handover {
  return {
    ...particulars,
    state: 'DRAFTED',
    since: draftedOn,
    items,
    // A draft without a list has nobody who drew it up.
    listedBy: items.length === 0 ? [] : [by.actorId],
    signatures: [],
    discrepancies: [],
    proposals: [],
    attachments: [],
  };
}
