import type { EventOf } from '../events/catalogue.js';
import type { OrganisationEvents } from './events.js';
import type { Organisation, OrganisationSuccession } from './organisation.js';

/** An organisation after an event of its stream; undefined where it was not registered before. */
export function evolveOrganisation(
  state: Organisation | undefined,
  event: EventOf<keyof OrganisationEvents>,
): Organisation | undefined {
  switch (event.type) {
    case 'organisation.registered':
      return { registration: event.data, predecessors: [] };
    case 'organisation.succeeded':
      return state && { ...state, predecessors: [...state.predecessors, event.data].sort(byDay) };
  }
}

function byDay(a: OrganisationSuccession, b: OrganisationSuccession): number {
  if (a.effectiveOn !== b.effectiveOn) return a.effectiveOn < b.effectiveOn ? -1 : 1;
  return a.fromId < b.fromId ? -1 : 1;
}
