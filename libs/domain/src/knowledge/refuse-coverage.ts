import type { Register } from '../decisions/state.js';
import type { DomainEvent } from '../events/catalogue.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import { coverageAfter, describeViolation, type StandingNow } from './coverage.js';

/**
 * Refuses to record what would leave a day with two answers or a status that its holders belie; undefined where each
 * day keeps exactly one. Deciders see to that, so this is a fault of the service or a damaged record, and names a
 * counterexample. Looks at nothing where no responsibility is decided.
 */
export function refuseBrokenCoverage(
  events: readonly DomainEvent[],
  register: Pick<Register, 'cluster'>,
): Decision<never> | undefined {
  const read = new Map<string, readonly StandingNow[]>();
  const standing = (subjectId: string): readonly StandingNow[] => {
    const known = read.get(subjectId) ?? register.cluster(subjectId)?.assignments ?? [];
    read.set(subjectId, known);
    return known;
  };
  const violation = coverageAfter(standing, events);
  if (violation === undefined) return undefined;
  return refuse(
    'COVERAGE_BROKEN',
    'subjectId',
    violation.subjectId,
    describeViolation(violation),
    'Nothing was recorded. Tell the operator: `bangiao verify coverage` shows whether what is recorded is sound.',
  );
}
