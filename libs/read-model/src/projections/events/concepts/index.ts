import type { DomainEvent, EventCatalogue, EventType } from '#domain';
import { shownActEvents } from './acts.js';
import { shownClaimEvents } from './claims.js';
import { shownClusterEvents } from './clusters.js';
import type { About, Shown, ShownEvents, TakeLink } from './concept.js';
import { shownDocumentEvents } from './documents.js';
import { shownDutyEvents } from './duties.js';
import { shownHandoverEvents } from './handovers.js';
import { shownHolidayEvents } from './holidays.js';
import { shownEnterpriseEvents } from './enterprises.js';
import { shownImportEvents } from './imports.js';
import { shownInvestorEvents } from './investors.js';
import { shownMatterEvents } from './matters.js';
import { shownProjectEvents } from './projects.js';
import { shownOrganisationEvents } from './organisations.js';
import { shownSchemeEvents } from './schemes.js';
import { shownResponsibilityEvents } from './responsibilities.js';
import { shownTaskEvents } from './tasks.js';
import { shownReportEvents } from './reports.js';
import { shownRuleEvents } from './rules.js';
import { shownUnitEvents } from './units.js';

export { optional, type About, type LinkKind, type TakeLink } from './concept.js';

/** Every type of event; each concept says how its own are shown. */
const SHOWN: ShownEvents<EventCatalogue> = {
  ...shownUnitEvents,
  ...shownImportEvents,
  ...shownActEvents,
  ...shownDutyEvents,
  ...shownClusterEvents,
  ...shownClaimEvents,
  ...shownInvestorEvents,
  ...shownHandoverEvents,
  ...shownHolidayEvents,
  ...shownTaskEvents,
  ...shownMatterEvents,
  ...shownProjectEvents,
  ...shownEnterpriseEvents,
  ...shownOrganisationEvents,
  ...shownSchemeEvents,
  ...shownResponsibilityEvents,
  ...shownRuleEvents,
  ...shownDocumentEvents,
  ...shownReportEvents,
};

/** Since when an event has effect, under which act, and why. */
export function about<T extends EventType>(event: DomainEvent & { readonly type: T }): About {
  return shown(event.type).about(event.data);
}

/** Gives everything an event is about or rests on. */
export function eachLink<T extends EventType>(
  event: DomainEvent & { readonly type: T },
  take: TakeLink,
): void {
  take('type', event.type);
  shown(event.type).links(event.data, take);
}

/** The compiler cannot follow that type and data of one event belong together. */
function shown(type: EventType): Shown<DomainEvent['data']> {
  return SHOWN[type];
}
