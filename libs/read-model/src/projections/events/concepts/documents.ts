import type { DocumentEvents } from '#domain';
import { optional, takeUnitOf, type ShownEvents } from './concept.js';

export const shownDocumentEvents: ShownEvents<DocumentEvents> = {
  'document.issuer-identified': {
    about: ({ actId, reason }) => ({ actId, ...optional('reason', reason) }),
    links: ({ actId, issuerOfficeId }, take) => {
      take('act', actId);
      takeUnitOf(issuerOfficeId, take);
    },
  },
};
