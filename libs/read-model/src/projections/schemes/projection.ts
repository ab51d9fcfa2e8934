import { evolveScheme, executingSpans, foldName, type Scheme, type SchemeEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Industrial-promotion schemes as known at any time. */
export const schemes: AggregateKind<Scheme, keyof SchemeEvents> = {
  name: 'schemes',
  version: 1,
  types: ['scheme.registered', 'scheme.advanced', 'scheme.party-changed'],
  idOf: ({ data }) => data.schemeId,
  evolve: evolveScheme,
  sortOf: ({ registration }) => foldName(registration.name),
  keysOf: (scheme) => executingSpans(scheme).map(({ party }) => executingKey(party.id)),
};

/** Key of the schemes that an organisation ever executed. */
export function executingKey(organisationId: string): string {
  return `executing:${organisationId}`;
}

export const schemesProjection = aggregateProjection(schemes);
