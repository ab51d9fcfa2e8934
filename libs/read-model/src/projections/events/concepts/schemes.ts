import type { SchemeEvents, SchemeParty } from '#domain';
import { optional, takeAct, takeUnitOf, type ShownEvents, type TakeLink } from './concept.js';

export const shownSchemeEvents: ShownEvents<SchemeEvents> = {
  'scheme.registered': {
    about: ({ from }) => optional('effectiveFrom', from),
    links: ({ schemeId, provinceId, parties }, take) => {
      take('subject', schemeId);
      if (provinceId !== undefined) take('unit', provinceId);
      takeParty(parties.executingUnit, take);
      takeParty(parties.department, take);
      for (const party of parties.beneficiaries) takeParty(party, take);
    },
  },
  'scheme.advanced': {
    about: ({ effectiveOn, actId, reason }) => ({
      effectiveFrom: effectiveOn,
      ...optional('actId', actId),
      ...optional('reason', reason),
    }),
    links: ({ schemeId, actId }, take) => {
      take('subject', schemeId);
      takeAct(actId, take);
    },
  },
  'scheme.party-changed': {
    about: ({ effectiveOn, actId, reason }) => ({ effectiveFrom: effectiveOn, actId, reason }),
    links: ({ schemeId, actId, from, to }, take) => {
      take('subject', schemeId);
      take('act', actId);
      takeParty(from, take);
      takeParty(to, take);
    },
  },
};

/** Organisations are subjects, offices belong to units; other parties are found by their scheme. */
function takeParty(party: SchemeParty | undefined, take: TakeLink): void {
  if (party?.kind === 'ORGANISATION') take('subject', party.id);
  if (party?.kind === 'OFFICE') takeUnitOf(party.id, take);
}
