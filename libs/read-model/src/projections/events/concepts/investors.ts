import type { InvestorEvents } from '#domain';
import { optional, takeAct, takeUnitOf, type ShownEvents, type TakeLink } from './concept.js';

export const shownInvestorEvents: ShownEvents<InvestorEvents> = {
  'investor.appointed': {
    about: ({ from, actId }) => ({ ...optional('effectiveFrom', from), ...optional('actId', actId) }),
    links: (data, take) => {
      takeInvestor(data, take);
      if (data.officeId !== undefined) takeUnitOf(data.officeId, take);
    },
  },
  'investor.advanced': {
    about: ({ effectiveOn, actId, reason }) => ({
      effectiveFrom: effectiveOn,
      ...optional('actId', actId),
      reason,
    }),
    links: takeInvestor,
  },
  'investor.ended': {
    about: ({ effectiveOn, actId, reason }) => ({
      effectiveFrom: effectiveOn,
      ...optional('actId', actId),
      reason,
    }),
    links: (data, take) => {
      takeInvestor(data, take);
      if (data.successorAppointmentId !== undefined) take('subject', data.successorAppointmentId);
    },
  },
  'investor.corrected': {
    about: ({ actId, reason, corrects }) => ({ actId, reason, corrects }),
    links: takeInvestor,
  },
};

interface OfInvestor {
  readonly clusterId: string;
  readonly appointmentId: string;
  readonly actId?: string;
}

function takeInvestor({ clusterId, appointmentId, actId }: OfInvestor, take: TakeLink): void {
  take('subject', clusterId);
  take('subject', appointmentId);
  takeAct(actId, take);
}
