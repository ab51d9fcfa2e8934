import type { NamedOffice, OrganisationEvents } from '#domain';
import { optional, takeAct, takeUnitOf, type ShownEvents, type TakeLink } from './concept.js';

export const shownOrganisationEvents: ShownEvents<OrganisationEvents> = {
  'organisation.registered': {
    about: ({ from, actId }) => ({ ...optional('effectiveFrom', from), ...optional('actId', actId) }),
    links: ({ organisationId, unitId, actId, parent, guidance }, take) => {
      take('subject', organisationId);
      if (unitId !== undefined) take('unit', unitId);
      takeAct(actId, take);
      takeNamed(parent, take);
      takeNamed(guidance, take);
    },
  },
  'organisation.succeeded': {
    about: ({ effectiveOn, actId }) => ({ effectiveFrom: effectiveOn, actId }),
    links: ({ fromId, toId, actId, schemeIds = [] }, take) => {
      take('subject', fromId);
      take('subject', toId);
      take('act', actId);
      for (const id of schemeIds) take('subject', id);
    },
  },
};

function takeNamed(office: NamedOffice | undefined, take: TakeLink): void {
  if (office?.officeId !== undefined) takeUnitOf(office.officeId, take);
}
