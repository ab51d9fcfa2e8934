import type { Assignment, ResponsibilityEvents } from '#domain';
import { optional, takeAct, takeUnitOf, type ShownEvents, type TakeLink } from './concept.js';

export const shownResponsibilityEvents: ShownEvents<ResponsibilityEvents> = {
  'responsibility.assigned': {
    about: ({ from, basis, reason }) => ({
      effectiveFrom: from,
      ...optional('actId', basis.actId),
      ...optional('reason', reason),
    }),
    links: takeAssignment,
  },
  'responsibility.reassigned': {
    about: ({ from, actId, basis, reason }) => ({
      effectiveFrom: from,
      ...optional('actId', actId ?? basis.actId),
      ...optional('reason', reason),
    }),
    links: (data, take) => {
      takeAssignment(data, take);
      takeAct(data.actId, take);
      for (const office of data.releasedOfficeIds) takeUnitOf(office, take);
      if (data.dissolvedUnitId === undefined) return;
      take('unit', data.dissolvedUnitId);
      take('transition', data.dissolvedUnitId);
    },
  },
  'responsibility.corrected': {
    about: ({ from, actId, reason, corrects }) => ({ effectiveFrom: from, actId, reason, corrects }),
    links: (data, take) => {
      takeAssignment(data, take);
      take('act', data.actId);
    },
  },
};

function takeAssignment({ subjectId, basis, holders, candidates }: Assignment, take: TakeLink): void {
  take('subject', subjectId);
  takeAct(basis.actId, take);
  for (const holder of holders) takeUnitOf(holder.officeId, take);
  for (const candidate of candidates) takeUnitOf(candidate, take);
}
