import type { ClusterEvents, LocalDate } from '#domain';
import { optional, takeAct, type About, type ShownEvents, type TakeLink } from './concept.js';

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
  'cluster.advanced': {
    about: ({ effectiveOn, ...data }) => ({
      ...decided(effectiveOn, data),
      ...optional('corrects', data.corrects),
    }),
    links: ({ procedure, ...data }, take) => {
      takeSubject(data, take);
      takeAct(procedure?.applicableActId, take);
    },
  },
  'cluster.adjusted': {
    about: ({ effectiveOn, ...data }) => ({
      ...decided(effectiveOn, data),
      ...optional('corrects', data.corrects),
    }),
    links: takeSubject,
  },
  'cluster.phases-recorded': {
    about: ({ from, ...data }) => decided(from, data),
    links: takeSubject,
  },
  'cluster.shares-recorded': {
    about: ({ from, ...data }) => decided(from, data),
    links: ({ shares, ...data }, take) => {
      takeSubject(data, take);
      for (const { unitId } of shares) take('unit', unitId);
    },
  },
};

function decided(
  effectiveFrom: LocalDate | undefined,
  { actId, reason }: { readonly actId?: string; readonly reason?: string },
): About {
  return {
    ...optional('effectiveFrom', effectiveFrom),
    ...optional('actId', actId),
    ...optional('reason', reason),
  };
}

function takeSubject(
  { clusterId, actId }: { readonly clusterId: string; readonly actId?: string },
  take: TakeLink,
): void {
  take('subject', clusterId);
  takeAct(actId, take);
}
