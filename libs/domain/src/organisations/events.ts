import type { OrganisationRegistration, OrganisationSuccession } from './organisation.js';

export interface OrganisationEvents {
  'organisation.registered': OrganisationRegistration;
  'organisation.succeeded': OrganisationSuccession;
}

export const ORGANISATION_EVENT_VERSIONS = {
  'organisation.registered': 1,
  'organisation.succeeded': 1,
} as const satisfies Readonly<Record<keyof OrganisationEvents, number>>;
