import { refuseBasis } from '../acts/decide-act.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import { firstOf, refuseBlank, stepNotAllowed } from './checks.js';
import type { Handover, HandoverCorrection, HandoverProposal } from './handover.js';
import { refuseItems } from './refuse-items.js';
import { knowingGiver, type HandoverSight } from './sight.js';

/** Refuses a proposal that lacks what its kind needs, or that fits nothing in the handover. */
export function refuseProposal(
  proposal: HandoverProposal,
  handover: Handover,
  sight: HandoverSight,
): Decision<never> | undefined {
  switch (proposal.decision) {
    case 'RESOLVE_DISCREPANCY':
      return refuseResolution(proposal, handover);
    case 'MAKE_TEMPORARY':
      return refuseUntil(proposal);
    case 'CORRECT':
      return refuseCorrection(proposal, handover, knowingGiver(sight, handover));
    case 'CANCEL':
      return undefined;
  }
}

function refuseResolution(
  { discrepancyId = '', proposedOn }: HandoverProposal,
  { handoverId, state, discrepancies }: Handover,
): Decision<never> | undefined {
  if (state !== 'DISCREPANCY_OPEN')
    return stepNotAllowed(handoverId, 'RESOLVE_DISCREPANCY', `the handover is ${state}`);
  const open = discrepancies.find((d) => d.discrepancyId === discrepancyId && d.resolvedOn === undefined);
  if (open !== undefined && open.openedOn <= proposedOn) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'discrepancyId',
    discrepancyId,
    `No discrepancy ${discrepancyId} is open on ${proposedOn}.`,
    'Name one that the handover shows as open.',
  );
}

function refuseUntil({ until, proposedOn }: HandoverProposal): Decision<never> | undefined {
  if (until !== undefined && until > proposedOn) return undefined;
  return refuse(
    'INVALID_INTERVAL',
    'until',
    until ?? '',
    'A temporary handover has a limited time, which ends after it begins.',
    'Give the first day on which it is over.',
  );
}

function refuseCorrection(
  { actId, correction, proposedOn }: HandoverProposal,
  handover: Handover,
  sight: HandoverSight,
): Decision<never> | undefined {
  if (actId === undefined)
    return refuse(
      'INVALID_INPUT',
      'actId',
      '',
      'A correction rests on an act.',
      'Name the act that orders it.',
    );
  if (correction === undefined || changesNothing(correction))
    return refuse(
      'INVALID_INPUT',
      'correction',
      '',
      'The correction changes nothing.',
      'Give the items, the day, the place or the signature as it is right.',
    );
  return firstOf(
    () => refuseOtherEvent(correction, handover, sight),
    () => refuseItems(correction.items ?? [], proposedOn, sight),
    () => refuseBlank('place', correction.place),
    () => refuseEffect(correction, handover, sight),
    () => refuseRemoval(correction, handover),
    () => refuseSignatureDays(correction, handover, sight),
  );
}

function refuseOtherEvent(
  { corrects }: HandoverCorrection,
  { handoverId }: Handover,
  sight: HandoverSight,
): Decision<never> | undefined {
  if (sight.isEventOf(handoverId, corrects)) return undefined;
  return refuse(
    'UNKNOWN_EVENT',
    'correction.corrects',
    corrects,
    `${handoverId} has no event ${corrects}.`,
    'Look the wrong event up in the audit trail of the handover.',
  );
}

function changesNothing({
  items,
  removedItemIds,
  effectiveOn,
  place,
  signatures,
}: HandoverCorrection): boolean {
  const lists = [items, removedItemIds, signatures].every((list) => list === undefined || list.length === 0);
  return lists && effectiveOn === undefined && place === undefined;
}

/** The law or decision by which authority moved has to be in force on the corrected day as well. */
function refuseEffect(
  { effectiveOn }: HandoverCorrection,
  { basis }: Handover,
  { acts }: HandoverSight,
): Decision<never> | undefined {
  return effectiveOn === undefined ? undefined : refuseBasis('basis.actId', basis.actId, effectiveOn, acts);
}

function refuseRemoval(
  { removedItemIds = [] }: HandoverCorrection,
  { items }: Handover,
): Decision<never> | undefined {
  const missing = removedItemIds.find((id) => !items.some((item) => item.itemId === id));
  if (missing === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    'removedItemIds',
    missing,
    `The list has no item ${missing}.`,
    'Name items of the list.',
  );
}

function refuseSignatureDays(
  { signatures = [] }: HandoverCorrection,
  handover: Handover,
  sight: HandoverSight,
): Decision<never> | undefined {
  const wrong = signatures.find(
    ({ officeId, signedOn }) =>
      !handover.signatures.some((s) => s.officeId === officeId) ||
      !(sight.officeExists(officeId, signedOn) || officeId === handover.receiverOfficeId),
  );
  if (wrong === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    'signatures',
    `${wrong.officeId} ${wrong.signedOn}`,
    `${wrong.officeId} has not signed, or does not exist on ${wrong.signedOn}.`,
    'Name who signed, and a day on which that office existed.',
  );
}
