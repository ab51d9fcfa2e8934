import type { SchemeAdvanced, SchemePartyChanged, SchemeRegistration } from './scheme.js';

export interface SchemeEvents {
  'scheme.registered': SchemeRegistration;
  'scheme.advanced': SchemeAdvanced;
  'scheme.party-changed': SchemePartyChanged;
}

export const SCHEME_EVENT_VERSIONS = {
  'scheme.registered': 1,
  'scheme.advanced': 1,
  'scheme.party-changed': 1,
} as const satisfies Readonly<Record<keyof SchemeEvents, number>>;
