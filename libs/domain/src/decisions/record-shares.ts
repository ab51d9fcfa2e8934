import type { ActId } from '../acts/act.js';
import type { ClusterSharesRecorded } from '../clusters/events.js';
import { decideRecordShares } from '../clusters/decide-parts.js';
import type { ClusterRecord } from '../clusters/record.js';
import type { DomainEvent } from '../events/catalogue.js';
import { accept, type Decision } from '../refusals/refusal.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import { lawTimeline, sameAnswer } from '../responsibilities/law-timeline.js';
import { leadRuleFor } from '../responsibilities/lead-rules.js';
import type { ClusterFacts, LawInForce } from '../responsibilities/subject.js';
import type { ValidInterval } from '../time/interval.js';
import { intersect } from './intersect.js';
import { factsOf } from './register-cluster.js';
import type { KnownAssignment, Register } from './state.js';

/**
 * Records how many hectares of a cluster lie in each unit, and settles who leads where a rule names the lead by them.
 * Nobody gets or loses a duty by it, and a lead named by decision stays.
 * `sharesEventId` is the id the shares will be recorded under. Refuses as `decideRecordShares` does.
 */
export function decideShares(
  input: ClusterSharesRecorded,
  record: ClusterRecord | undefined,
  sharesEventId: string,
  register: Register,
): Decision<DomainEvent> {
  const { law, acts } = register;
  const decision = decideRecordShares(input, record, { acts, lineage: law.lineage });
  const cluster = register.cluster(input.clusterId);
  if (!decision.ok || cluster === undefined) return decision;
  const facts = factsOf({ ...cluster, shares: [...(cluster.shares ?? []), input] }, cluster.appointments);
  const before = heldTogether(factsOf(cluster, cluster.appointments), law);
  const reason = input.reason ?? `The hectares in each unit were recorded: ${input.source}.`;
  const settled = heldTogether(facts, law).flatMap((now) =>
    changedDays(now, before).flatMap((days) =>
      cluster.assignments.flatMap((known) => {
        const shared = followsRule(known, now) ? intersect(known, days) : undefined;
        const actId = shared && leadRuleFor(facts, now.dutyId, shared.from, law)?.actId;
        if (shared === undefined || actId === undefined) return [];
        const { to: _to, ...rest } = now;
        return [settlement(known, { ...rest, ...shared, restsOn: [sharesEventId] }, actId, reason)];
      }),
    ),
  );
  return accept<DomainEvent>([...decision.events, ...settled]);
}

/** What several hold together by law, over the duties that some rule names a lead of. */
function heldTogether(facts: ClusterFacts, law: LawInForce): readonly Assignment[] {
  const ruled = new Set(law.leadRules.flatMap(({ dutyIds }) => dutyIds));
  return law.duties
    .filter(({ dutyId }) => ruled.has(dutyId))
    .flatMap((duty) => lawTimeline(facts, duty, law))
    .map(({ assignment }) => assignment)
    .filter(({ status }) => status === 'JOINT');
}

/** The days on which the law said another lead, or another reason for none, as long as the shares were not known. */
function changedDays(now: Assignment, before: readonly Assignment[]): readonly ValidInterval[] {
  return before.flatMap((other) => {
    const days = other.dutyId === now.dutyId ? intersect(now, other) : undefined;
    return days === undefined || sameAnswer(other, now) ? [] : [days];
  });
}

/** What the law gave to the same offices follows the rule; a lead that was named by decision stays. */
function followsRule(known: KnownAssignment, now: Assignment): boolean {
  return (
    known.dutyId === now.dutyId &&
    known.manner === 'BY_LAW' &&
    known.status === 'JOINT' &&
    JSON.stringify(officesIn(known)) === JSON.stringify(officesIn(now))
  );
}

/** The rule's act shows by what the lead is named; a lead that was another was wrong. */
function settlement(known: KnownAssignment, now: Assignment, actId: ActId, reason: string): DomainEvent {
  const data = { ...now, actId, reason };
  if (known.holders.some(({ lead }) => lead))
    return { type: 'responsibility.corrected', data: { ...data, corrects: known.eventId } };
  return { type: 'responsibility.reassigned', data: { ...data, releasedOfficeIds: [] } };
}
