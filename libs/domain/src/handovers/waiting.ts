import type { OfficeId } from '../responsibilities/office.js';
import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { corrected } from './corrected.js';
import type { HandoverRecord } from './evolve.js';
import { dayOfFact } from './facts.js';
import type { Handover } from './handover.js';
import { asDrafted, byDay } from './timeline.js';
import { bothSigned, withFact } from './with-fact.js';

/** What an office has to do next. */
export const HANDOVER_NEXT_STEPS = ['INVENTORY', 'SCHEDULE', 'SIGN', 'ACCEPT', 'RESOLVE', 'DECIDE'] as const;
export type HandoverNextStep = (typeof HANDOVER_NEXT_STEPS)[number];

/** One thing that a handover waits for. */
export interface HandoverWait {
  readonly officeId: OfficeId;
  readonly step: HandoverNextStep;
  /** The discrepancy or proposal it is about. */
  readonly about?: string;
  /** Last day on which it is in time, where a day was set. */
  readonly dueOn?: LocalDate;
}

/** A wait with its days: half-open, open where it waits still. */
export type HandoverWaited = HandoverWait & { readonly since: LocalDate; readonly until?: LocalDate };

/** What a handover waits for as it stands; nothing where it is accepted or cancelled. */
export function waitsOf(handover: Handover): readonly HandoverWait[] {
  if (handover.state === 'CANCELLED') return [];
  const decisions = handover.proposals.map(({ proposalId }): HandoverWait => ({
    officeId: handover.decidingOfficeId,
    step: 'DECIDE',
    about: proposalId,
  }));
  return [...stepsOf(handover), ...decisions];
}

function stepsOf(handover: Handover): readonly HandoverWait[] {
  const { state, giverOfficeId, receiverOfficeId, temporaryUntil } = handover;
  const acceptance: HandoverWait = { officeId: receiverOfficeId, step: 'ACCEPT' };
  switch (state) {
    case 'DRAFTED':
      return [{ officeId: giverOfficeId, step: 'INVENTORY' }];
    case 'INVENTORIED':
      return [{ officeId: giverOfficeId, step: 'SCHEDULE' }];
    case 'SCHEDULED':
      return signaturesOf(handover);
    case 'SIGNED':
      return [acceptance, ...signaturesOf(handover)];
    case 'TEMPORARY':
      return [
        { ...acceptance, ...(temporaryUntil === undefined ? {} : { dueOn: addDays(temporaryUntil, -1) }) },
      ];
    case 'DISCREPANCY_OPEN':
      return resolutionsOf(handover);
    case 'RESOLVED':
      if (!bothSigned(handover)) return [{ officeId: giverOfficeId, step: 'SCHEDULE' }];
      return handover.acceptedOn === undefined ? [acceptance] : [];
    case 'CORRECTED':
      return handover.acceptedOn === undefined ? [acceptance] : [];
    case 'ACCEPTED':
    case 'ACCEPTED_WITH_RESERVATION':
    case 'CANCELLED':
      return [];
  }
}

function signaturesOf(handover: Handover): readonly HandoverWait[] {
  const { giverOfficeId, receiverOfficeId, witnessOfficeId, scheduledFor, signatures } = handover;
  return [giverOfficeId, receiverOfficeId, witnessOfficeId].flatMap((officeId): readonly HandoverWait[] => {
    if (officeId === undefined || signatures.some((s) => s.officeId === officeId)) return [];
    return [{ officeId, step: 'SIGN', ...(scheduledFor === undefined ? {} : { dueOn: scheduledFor }) }];
  });
}

/** Giver and receiver have to propose how an open discrepancy is resolved; once they did, it waits for the decision. */
function resolutionsOf(handover: Handover): readonly HandoverWait[] {
  const { discrepancies, proposals, giverOfficeId, receiverOfficeId } = handover;
  return discrepancies
    .filter((d) => d.resolvedOn === undefined)
    .filter((d) => !proposals.some((p) => p.discrepancyId === d.discrepancyId))
    .flatMap(({ discrepancyId }) =>
      [giverOfficeId, receiverOfficeId].map((officeId): HandoverWait => ({
        officeId,
        step: 'RESOLVE',
        about: discrepancyId,
      })),
    );
}

/** Everything it has waited for and waits for, each with its days. */
export function waitedFor(record: HandoverRecord): readonly HandoverWaited[] {
  const { drafted, facts } = corrected(record);
  let handover = asDrafted(drafted);
  let waits = waitsOf(handover).map((wait): HandoverWaited => ({ ...wait, since: drafted.draftedOn }));
  const over: HandoverWaited[] = [];
  for (const placed of byDay(facts)) {
    handover = withFact(handover, placed);
    const day = dayOfFact(placed.fact);
    const next = waitsOf(handover);
    for (const wait of waits)
      if (!next.some((other) => same(wait, other))) over.push({ ...wait, until: day });
    waits = next.map((wait) => ({ ...wait, since: waits.find((w) => same(w, wait))?.since ?? day }));
  }
  return [...over, ...waits];
}

function same(a: HandoverWait, b: HandoverWait): boolean {
  return a.officeId === b.officeId && a.step === b.step && a.about === b.about;
}
