import type { HandoverActor, HandoverDrafted, HandoverEvents, HandoverItem } from '#domain';
import { optional, takeAct, takeUnitOf, type About, type ShownEvents, type TakeLink } from './concept.js';

interface Approved {
  readonly decidedOn: string;
  readonly reason: string;
  readonly actId?: string;
}
interface Done {
  readonly handoverId: string;
  readonly by?: HandoverActor;
}

export const shownHandoverEvents: ShownEvents<HandoverEvents> = {
  'handover.drafted': {
    about: ({ effectiveOn, basis }) => ({ effectiveFrom: effectiveOn, actId: basis.actId }),
    links: draftLinks,
  },
  'handover.inventoried': {
    about: ({ inventoriedOn }) => ({ effectiveFrom: inventoriedOn }),
    links: ({ handoverId, items }, take) => {
      take('subject', handoverId);
      itemLinks(items, take);
    },
  },
  'handover.scheduled': { about: ({ agreedOn }) => ({ effectiveFrom: agreedOn }), links: ofHandover },
  'handover.signed': {
    about: ({ signedOn }) => ({ effectiveFrom: signedOn }),
    links: ({ handoverId, officeId }, take) => {
      take('subject', handoverId);
      takeUnitOf(officeId, take);
    },
  },
  'handover.accepted': {
    about: ({ acceptedOn, reservation }) => ({
      effectiveFrom: acceptedOn,
      ...optional('reason', reservation),
    }),
    links: ofHandover,
  },
  'handover.discrepancy-opened': {
    about: ({ openedOn, description }) => ({ effectiveFrom: openedOn, reason: description }),
    links: ofHandover,
  },
  'handover.decision-proposed': {
    about: ({ proposedOn, reason, actId, correction }) => ({
      ...decision({ decidedOn: proposedOn, reason, ...optional('actId', actId) }),
      ...optional('corrects', correction?.corrects),
    }),
    links: decisionLinks,
  },
  'handover.decision-declined': {
    about: ({ declinedOn, reason }) => ({ effectiveFrom: declinedOn, reason }),
    links: ofHandover,
  },
  'handover.discrepancy-resolved': { about: decision, links: decisionLinks },
  'handover.made-temporary': { about: decision, links: decisionLinks },
  'handover.corrected': {
    about: (data) => ({ ...decision(data), corrects: data.corrects }),
    links: (data, take) => {
      decisionLinks(data, take);
      itemLinks(data.items ?? [], take);
    },
  },
  'handover.cancelled': { about: decision, links: decisionLinks },
  'handover.attachment-added': { about: ({ addedOn }) => ({ effectiveFrom: addedOn }), links: ofHandover },
};

function decision({ decidedOn, reason, actId }: Approved): About {
  return { effectiveFrom: decidedOn, reason, ...optional('actId', actId) };
}

function ofHandover({ handoverId }: Done, take: TakeLink): void {
  take('subject', handoverId);
}

function decisionLinks({ handoverId, actId }: Done & { readonly actId?: string }, take: TakeLink): void {
  take('subject', handoverId);
  takeAct(actId, take);
}

function draftLinks(data: HandoverDrafted, take: TakeLink): void {
  take('subject', data.handoverId);
  take('act', data.basis.actId);
  takeAct(data.orderActId, take);
  if (data.giverActsFor !== undefined) take('unit', data.giverActsFor);
  for (const office of [data.giverOfficeId, data.receiverOfficeId, data.witnessOfficeId])
    if (office !== undefined) takeUnitOf(office, take);
  itemLinks(data.items, take);
}

function itemLinks(items: readonly HandoverItem[], take: TakeLink): void {
  for (const { subjectId } of items) if (subjectId !== undefined) take('subject', subjectId);
}
