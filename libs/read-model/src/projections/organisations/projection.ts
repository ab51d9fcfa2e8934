import { evolveOrganisation, foldName, type Organisation, type OrganisationEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Promotion centres and similar organisations as known at any time. */
export const organisations: AggregateKind<Organisation, keyof OrganisationEvents> = {
  name: 'organisations',
  version: 1,
  types: ['organisation.registered', 'organisation.succeeded'],
  idOf: (event) => (event.type === 'organisation.succeeded' ? event.data.toId : event.data.organisationId),
  evolve: evolveOrganisation,
  sortOf: ({ registration }) => foldName(registration.name),
  keysOf: ({ predecessors }) => predecessors.map(({ fromId }) => successorKey(fromId)),
};

/** Key of the organisations that succeeded one. */
export function successorKey(predecessorId: string): string {
  return `succeeded:${predecessorId}`;
}

export const organisationsProjection = aggregateProjection(organisations);
