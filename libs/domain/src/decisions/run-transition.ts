import type { EventOf } from '../events/catalogue.js';
import type { ClusterFacts, LawInForce } from '../responsibilities/subject.js';
import type { UnitId } from '../units/unit.js';
import { byLaw } from './register-cluster.js';

/** One dissolved unit's share of a transition over one subject: an event for each duty. */
export interface TransitionStep {
  readonly dissolvedUnitId: UnitId;
  readonly events: readonly EventOf<'responsibility.reassigned'>[];
}

/**
 * Everything over one cluster that dissolved units held and that has to pass on, by dissolved unit.
 * Where several dissolved units held a duty together, it is in the transition of the first by id.
 */
export function planTransitions(facts: ClusterFacts, law: LawInForce): readonly TransitionStep[] {
  const steps = new Map<UnitId, EventOf<'responsibility.reassigned'>[]>();
  for (const segment of byLaw(facts, law)) {
    const [dissolvedUnitId] = segment.dissolved;
    if (dissolvedUnitId === undefined) continue;
    const data = { ...segment.assignment, releasedOfficeIds: segment.released, dissolvedUnitId };
    const events = steps.get(dissolvedUnitId) ?? [];
    steps.set(dissolvedUnitId, [...events, { type: 'responsibility.reassigned', data }]);
  }
  return [...steps].map(([dissolvedUnitId, events]) => ({ dissolvedUnitId, events }));
}
