import type { InvestorEvents } from '#domain';
import { optional, takeAct, takeUnitOf, type ShownEvents } from './concept.js';

export const shownInvestorEvents: ShownEvents<InvestorEvents> = {
  'investor.appointed': {
    about: ({ from, actId }) => ({ ...optional('effectiveFrom', from), ...optional('actId', actId) }),
    links: ({ clusterId, appointmentId, actId, officeId }, take) => {
      take('subject', clusterId);
      take('subject', appointmentId);
      takeAct(actId, take);
      if (officeId !== undefined) takeUnitOf(officeId, take);
    },
  },
};
