import { refuse, type Decision } from '../refusals/refusal.js';
import { refuseFuture } from '../refusals/refuse-future.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import {
  decideFact,
  firstOf,
  refuseBlank,
  refuseOtherOffice,
  refuseSameEyes,
  stepNotAllowed,
  unknownHandover,
} from './checks.js';
import type { HandoverFact, HandoverRecord } from './evolve.js';
import type { DiscrepancyKind, Handover, HandoverId } from './handover.js';
import { knowingGiver, type HandoverCaller, type HandoverSight } from './sight.js';
import { handoverOn } from './timeline.js';
import { refuseItemId } from './decide-steps.js';

export interface SignHandover {
  readonly handoverId: HandoverId;
  /** The party that signs: giver, receiver or witness. */
  readonly officeId: OfficeId;
  readonly signedOn: LocalDate;
  /** The post of who signs, never a name. */
  readonly post?: string;
  readonly opinion?: string;
}

/**
 * Signs the minutes for one party; they are signed once giver and receiver both have.
 * Refuses `NOT_YOUR_OFFICE`, `FOUR_EYES` for who drew up the list, `UNIT_NOT_IN_FORCE` for an office that does not exist.
 */
export function decideSignHandover(
  input: SignHandover,
  record: HandoverRecord | undefined,
  sight: HandoverSight,
  { by, today }: HandoverCaller,
): Decision<HandoverFact> {
  const handover = record === undefined ? undefined : handoverOn(record);
  if (record === undefined || handover === undefined) return unknownHandover(input.handoverId);
  const refused = firstOf(
    () => refuseNoParty(input, handover),
    () => refuseOtherOffice([input.officeId], by),
    () => refuseFuture('signedOn', input.signedOn, today),
    () => refuseBlank('post', input.post),
    () => refuseBlank('opinion', input.opinion),
    () => refuseSameEyes(handover.listedBy, by, 'drew up the list'),
    () =>
      handover.signatures.some((s) => s.officeId === input.officeId)
        ? stepNotAllowed(input.handoverId, 'SIGN', `${input.officeId} has signed already`)
        : undefined,
    () => refuseSignatory(input, handover, knowingGiver(sight, handover)),
  );
  return refused ?? decideFact(record, { type: 'handover.signed', data: { ...input, by } });
}

function refuseNoParty({ officeId }: SignHandover, handover: Handover): Decision<never> | undefined {
  const { giverOfficeId, receiverOfficeId, witnessOfficeId } = handover;
  if ([giverOfficeId, receiverOfficeId, witnessOfficeId].includes(officeId)) return undefined;
  return refuse(
    'INVALID_INPUT',
    'officeId',
    officeId,
    `${officeId} is neither giver nor receiver nor witness.`,
    'Sign for one of the parties.',
  );
}

/**
 * A dissolved office signs nothing any more. A receiver may sign before its unit begins,
 * because minutes were signed in June for a transfer in July.
 */
function refuseSignatory(
  { officeId, signedOn }: SignHandover,
  { receiverOfficeId, effectiveOn }: Handover,
  sight: HandoverSight,
): Decision<never> | undefined {
  if (sight.officeExists(officeId, signedOn)) return undefined;
  const early = officeId === receiverOfficeId && signedOn < effectiveOn;
  if (early && sight.officeExists(officeId, effectiveOn)) return undefined;
  return refuse(
    'UNIT_NOT_IN_FORCE',
    'officeId',
    officeId,
    `${officeId} does not exist on ${signedOn}.`,
    'Cancel this handover, and draft one with the body that acts for the dissolved unit.',
  );
}

export interface AcceptHandover {
  readonly handoverId: HandoverId;
  readonly acceptedOn: LocalDate;
  /** What the receiver does not accept; with it the acceptance has a reservation. */
  readonly reservation?: string;
  readonly opinion?: string;
}

/** Accepts what was handed over, with or without a reservation; only the receiver can. */
export function decideAcceptHandover(
  input: AcceptHandover,
  record: HandoverRecord | undefined,
  { by, today }: HandoverCaller,
): Decision<HandoverFact> {
  const handover = record === undefined ? undefined : handoverOn(record);
  if (record === undefined || handover === undefined) return unknownHandover(input.handoverId);
  const refused = firstOf(
    () => refuseOtherOffice([handover.receiverOfficeId], by),
    () => refuseFuture('acceptedOn', input.acceptedOn, today),
    () => refuseBlank('reservation', input.reservation),
    () => refuseBlank('opinion', input.opinion),
    () => refuseSameEyes(handover.listedBy, by, 'drew up the list'),
  );
  return refused ?? decideFact(record, { type: 'handover.accepted', data: { ...input, by } });
}

export interface OpenDiscrepancy {
  readonly handoverId: HandoverId;
  readonly itemId?: string;
  readonly kind: DiscrepancyKind;
  readonly description: string;
  readonly openedOn: LocalDate;
}

/** Records that list and reality differ, or that a party refuses to sign or accept; any party can. */
export function decideOpenDiscrepancy(
  input: OpenDiscrepancy,
  record: HandoverRecord | undefined,
  { by, today }: HandoverCaller,
): Decision<HandoverFact> {
  const handover = record === undefined ? undefined : handoverOn(record);
  if (record === undefined || handover === undefined) return unknownHandover(input.handoverId);
  const { giverOfficeId, receiverOfficeId, witnessOfficeId, items, discrepancies } = handover;
  const refused = firstOf(
    () => refuseOtherOffice([giverOfficeId, receiverOfficeId, witnessOfficeId], by),
    () => refuseFuture('openedOn', input.openedOn, today),
    () => refuseBlank('description', input.description),
    () => refuseItemId(input.itemId, items),
  );
  const discrepancyId = `d${discrepancies.length + 1}`;
  return (
    refused ??
    decideFact(record, { type: 'handover.discrepancy-opened', data: { ...input, discrepancyId, by } })
  );
}
