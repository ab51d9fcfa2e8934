import type { ImportEvents } from '#domain';
import type { ShownEvents } from './concept.js';

export const shownImportEvents: ShownEvents<ImportEvents> = {
  'import.reconciled': { about: () => ({}), links: () => undefined },
};
