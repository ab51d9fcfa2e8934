import type { Rule } from './rule.js';

export interface RuleEvents {
  'rule.decided': Rule;
}

export const RULE_EVENT_VERSIONS = {
  'rule.decided': 1,
} as const satisfies Readonly<Record<keyof RuleEvents, number>>;
