import type { EnterpriseEvents } from '#domain';
import type { ShownEvents } from './concept.js';

export const shownEnterpriseEvents: ShownEvents<EnterpriseEvents> = {
  'enterprise.registered': {
    about: () => ({}),
    links: ({ enterpriseId }, take) => take('subject', enterpriseId),
  },
};
