import type { ActEvents } from '#domain';
import { optional, takeAct, type ShownEvents } from './concept.js';

export const shownActEvents: ShownEvents<ActEvents> = {
  'act.registered': {
    about: ({ inForceFrom, actId }) => ({ ...optional('effectiveFrom', inForceFrom), actId }),
    links: ({ actId, amends = [], replaces = [] }, take) => {
      for (const id of [actId, ...amends, ...replaces]) take('act', id);
    },
  },
  'act.ended': {
    about: ({ endsOn, byActId, actId, reason }) => ({
      effectiveFrom: endsOn,
      actId: byActId ?? actId,
      reason,
    }),
    links: ({ actId, byActId }, take) => {
      take('act', actId);
      takeAct(byActId, take);
    },
  },
  'act.extended': {
    about: ({ byActId, reason }) => ({ actId: byActId, reason }),
    links: ({ actId, byActId }, take) => {
      take('act', actId);
      take('act', byActId);
    },
  },
};
