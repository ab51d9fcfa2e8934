import { evolveRule, type Rule, type RuleEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** What provinces decided, as known at any time. */
export const rules: AggregateKind<Rule, keyof RuleEvents> = {
  name: 'rules',
  version: 1,
  types: ['rule.decided'],
  idOf: ({ data }) => data.ruleId,
  evolve: evolveRule,
  sortOf: ({ matter }) => matter,
  keysOf: ({ matter }) => [`matter:${matter}`],
};

export const rulesProjection = aggregateProjection(rules);
