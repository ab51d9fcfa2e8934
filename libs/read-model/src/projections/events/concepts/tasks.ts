import type { TaskEvents } from '#domain';
import { takeUnitOf, type ShownEvents } from './concept.js';

export const shownTaskEvents: ShownEvents<TaskEvents> = {
  'task.escalated': {
    about: ({ effectiveOn, actId, reason }) => ({ effectiveFrom: effectiveOn, actId, reason }),
    links: ({ subjectId, officeId, toOfficeId, actId }, take) => {
      take('subject', subjectId);
      take('act', actId);
      takeUnitOf(officeId, take);
      takeUnitOf(toOfficeId, take);
    },
  },
};
