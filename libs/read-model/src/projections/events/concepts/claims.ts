import type { ClaimEvents } from '#domain';
import { optional, takeAct, type ShownEvents, type TakeLink } from './concept.js';

export const shownClaimEvents: ShownEvents<ClaimEvents> = {
  'claim.recorded': {
    about: ({ asOf }) => optional('effectiveFrom', asOf),
    links: ({ subjectId }, take) => takeSubjectOrUnit(subjectId, take),
  },
  'claim.accepted': {
    about: ({ actId, reason }) => ({ ...optional('actId', actId), reason }),
    links: ({ subjectId, actId }, take) => {
      takeSubjectOrUnit(subjectId, take);
      takeAct(actId, take);
    },
  },
};

/** Ids of units carry their era after an @, those of subjects do not. */
function takeSubjectOrUnit(id: string, take: TakeLink): void {
  take(id.includes('@') ? 'unit' : 'subject', id);
}
