import type { ProjectEvents } from '#domain';
import { optional, takeAct, type ShownEvents } from './concept.js';

export const shownProjectEvents: ShownEvents<ProjectEvents> = {
  'project.registered': {
    about: ({ since }) => optional('effectiveFrom', since),
    links: ({ projectId, clusterId }, take) => {
      take('subject', projectId);
      if (clusterId !== undefined) take('subject', clusterId);
    },
  },
  'project.advanced': {
    about: ({ effectiveOn, actId, reason }) => ({
      effectiveFrom: effectiveOn,
      ...optional('actId', actId),
      ...optional('reason', reason),
    }),
    links: ({ projectId, actId }, take) => {
      take('subject', projectId);
      takeAct(actId, take);
    },
  },
};
