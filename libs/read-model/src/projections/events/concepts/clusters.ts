import type { ClusterEvents } from '#domain';
import { optional, type ShownEvents } from './concept.js';

export const shownClusterEvents: ShownEvents<ClusterEvents> = {
  'cluster.registered': {
    about: ({ since }) => optional('effectiveFrom', since),
    links: ({ clusterId, documents }, take) => {
      take('subject', clusterId);
      for (const document of documents) take('act', document.actId);
    },
  },
  'cluster.placed': {
    about: ({ placement, actId, reason }) => ({
      ...optional('effectiveFrom', placement.from),
      actId,
      reason,
    }),
    links: ({ clusterId, actId }, take) => {
      take('subject', clusterId);
      take('act', actId);
    },
  },
};
