import type { Clocks, HandoverView } from '#application';
import { handoverOn, needsMinute, type Handover, type HandoverItem } from '#domain';
import type { HandoverItemType, HandoverType } from './types/handover.js';

/** A handover as a node, standing where it stands on the day; undefined before it was drafted. */
export function handoverNode(view: HandoverView, clocks: Clocks): HandoverType | undefined {
  const handover = handoverOn(view, clocks.validAt);
  if (handover === undefined) return undefined;
  return {
    ...handover,
    id: handover.handoverId,
    view,
    clocks,
    revision: view.revision,
    items: handover.items.map((item) => itemNode(item, clocks)),
    signatures: handover.signatures.map((s) => ({ ...s, handoverId: handover.handoverId, clocks })),
    discrepancies: handover.discrepancies.map(({ by, ...d }) => ({ ...d, officeId: by.officeId, clocks })),
    proposals: proposalNodes(handover),
  };
}

function proposalNodes({ proposals }: Handover): HandoverType['proposals'] {
  return proposals.map(({ by, ...proposal }) => ({
    ...proposal,
    proposedByActor: by.actorId,
    proposedByOffice: by.officeId,
  }));
}

function itemNode(item: HandoverItem, clocks: Clocks): HandoverItemType {
  const { missingFile, ...rest } = item;
  const minute = needsMinute(item);
  return {
    ...rest,
    clocks,
    ...(minute === undefined ? {} : { needsMinute: minute }),
    ...(missingFile === undefined
      ? {}
      : { missingFile: { ...missingFile, officeId: missingFile.confirmedByOfficeId, clocks } }),
  };
}
