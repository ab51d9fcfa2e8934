import type { EventOf } from '../events/catalogue.js';
import type { ClusterFacts, LawInForce } from '../responsibilities/subject.js';
import type { UnitId } from '../units/unit.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import { parseOfficeId } from '../responsibilities/office.js';
import { paint } from '../responsibilities/paint.js';
import { overlaps, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { byLaw } from './register-cluster.js';
import type { KnownAssignment } from './state.js';

/** One dissolved unit's share of a transition over one subject: an event for each duty. */
export interface TransitionStep {
  readonly dissolvedUnitId: UnitId;
  readonly events: readonly EventOf<'responsibility.reassigned'>[];
}

/**
 * Everything over one cluster that dissolved units held and that has to pass on, by dissolved unit.
 * Where several dissolved units held a duty together, it is in the transition of the first by id.
 * What stands already is left alone on days on which no dissolved unit holds it: a decision or a placement
 * made meanwhile settled it.
 */
export function planTransitions(
  facts: ClusterFacts,
  law: LawInForce,
  standing: readonly KnownAssignment[] = [],
): readonly TransitionStep[] {
  const steps = new Map<UnitId, EventOf<'responsibility.reassigned'>[]>();
  for (const segment of byLaw(facts, law)) {
    const [dissolvedUnitId] = segment.dissolved;
    if (dissolvedUnitId === undefined || isSettled(segment.assignment, standing, law)) continue;
    const data = { ...segment.assignment, releasedOfficeIds: segment.released, dissolvedUnitId };
    const events = steps.get(dissolvedUnitId) ?? [];
    steps.set(dissolvedUnitId, [...events, { type: 'responsibility.reassigned', data }]);
  }
  return [...steps].map(([dissolvedUnitId, events]) => ({ dissolvedUnitId, events }));
}

/** True where every day of an interval is answered by offices whose units exist. */
function isSettled(due: Assignment, standing: readonly KnownAssignment[], law: LawInForce): boolean {
  const alive = standing.filter(
    (known) => known.dutyId === due.dutyId && !namesDissolved(known, due.from, law),
  );
  return isCovered(due, alive);
}

function namesDissolved(known: KnownAssignment, on: LocalDate, law: LawInForce): boolean {
  return officesIn(known).some((office) => {
    const unitId = parseOfficeId(office)?.rest;
    const end = unitId === undefined ? undefined : law.lineage.lifetime(unitId)?.to;
    return end !== undefined && end <= on;
  });
}

function isCovered(due: ValidInterval, by: readonly ValidInterval[]): boolean {
  const left = by.reduce<readonly ValidInterval[]>(
    (open, cover) => open.flatMap((o) => (overlaps(o, cover) ? paint([o], cover).remainders : [o])),
    [{ from: due.from, ...(due.to === undefined ? {} : { to: due.to }) }],
  );
  return left.length === 0;
}
