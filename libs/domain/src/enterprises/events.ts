import type { Enterprise } from './enterprise.js';

export interface EnterpriseEvents {
  'enterprise.registered': Enterprise;
}

export const ENTERPRISE_EVENT_VERSIONS = {
  'enterprise.registered': 1,
} as const satisfies Readonly<Record<keyof EnterpriseEvents, number>>;
