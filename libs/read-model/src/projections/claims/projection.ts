import { evolveClaims, type ClaimEvents, type SubjectClaims } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** What is claimed about each subject and unit, as known at any time. */
export const claims: AggregateKind<SubjectClaims, keyof ClaimEvents> = {
  name: 'claims',
  version: 1,
  types: ['claim.recorded', 'claim.accepted'],
  idOf: ({ data }) => data.subjectId,
  evolve: evolveClaims,
  sortOf: () => '',
  keysOf: () => [],
};

export const claimsProjection = aggregateProjection(claims);
