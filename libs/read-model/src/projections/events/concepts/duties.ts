import type { DutyEvents } from '#domain';
import { optional, takeAct, type ShownEvents } from './concept.js';

export const shownDutyEvents: ShownEvents<DutyEvents> = {
  'duty.catalogued': {
    about: ({ rules }) => ({
      ...optional('effectiveFrom', rules[0]?.from),
      ...optional('actId', rules[0]?.basisActId),
    }),
    links: ({ rules }, take) => {
      for (const rule of rules) takeAct(rule.basisActId, take);
    },
  },
};
