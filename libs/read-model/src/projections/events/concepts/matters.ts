import type { LocalDate, MatterEvents, OfficeId } from '#domain';
import { optional, takeAct, takeUnitOf, type About, type ShownEvents, type TakeLink } from './concept.js';

interface Fact {
  readonly matterId: string;
  readonly officeId: OfficeId;
  readonly effectiveOn: LocalDate;
  readonly actId?: string;
  readonly reason?: string;
}

export const shownMatterEvents: ShownEvents<MatterEvents> = {
  'matter.recorded': {
    about: ({ asOf }) => ({ effectiveFrom: asOf }),
    links: ({ matterId, subjectId, officeId, places, documents, applicableActId, clock }, take) => {
      take('subject', matterId);
      if (subjectId !== undefined) take('subject', subjectId);
      if (officeId !== undefined) takeUnitOf(officeId, take);
      for (const place of places) for (const unitId of place.unitIds) take('unit', unitId);
      for (const document of documents) take('act', document.actId);
      takeAct(applicableActId, take);
      takeAct(clock?.actId, take);
    },
  },
  'matter.taken-over': { about, links },
  'matter.coordinated': {
    about,
    links: (data, take) => {
      links(data, take);
      takeUnitOf(data.byOfficeId, take);
    },
  },
  'matter.accepted': { about, links },
  'matter.advanced': { about, links },
  'matter.closed': { about, links },
};

function about({ effectiveOn, actId, reason }: Fact): About {
  return { effectiveFrom: effectiveOn, ...optional('actId', actId), ...optional('reason', reason) };
}

function links({ matterId, officeId, actId }: Fact, take: TakeLink): void {
  take('subject', matterId);
  takeUnitOf(officeId, take);
  takeAct(actId, take);
}
