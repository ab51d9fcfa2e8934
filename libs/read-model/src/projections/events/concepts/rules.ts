import type { RuleEvents } from '#domain';
import { optional, type ShownEvents } from './concept.js';

export const shownRuleEvents: ShownEvents<RuleEvents> = {
  'rule.decided': {
    about: ({ from, actId, reason }) => ({
      ...optional('effectiveFrom', from),
      actId,
      ...optional('reason', reason),
    }),
    links: ({ ruleId, provinceUnitId, territoryUnitId, actId }, take) => {
      take('subject', ruleId);
      take('unit', provinceUnitId);
      if (territoryUnitId !== undefined) take('unit', territoryUnitId);
      take('act', actId);
    },
  },
};
