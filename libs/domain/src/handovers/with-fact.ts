import type { EventOf } from '../events/catalogue.js';
import type { LocalDate } from '../time/local-date.js';
import type { PlacedFact } from './corrected.js';
import type { HandoverFact } from './evolve.js';
import type { Handover, HandoverDiscrepancy, HandoverState } from './handover.js';

/** The handover after one more fact; whether the fact is allowed is asked elsewhere. */
export function withFact(handover: Handover, { fact, revision }: PlacedFact): Handover {
  switch (fact.type) {
    case 'handover.inventoried':
      return inventoried(handover, fact);
    case 'handover.scheduled':
      return scheduled(handover, fact);
    case 'handover.signed':
      return signed(handover, fact, revision);
    case 'handover.accepted':
      return accepted(handover, fact);
    case 'handover.discrepancy-opened':
      return discrepancyOpened(handover, fact);
    case 'handover.discrepancy-resolved':
      return discrepancyResolved(handover, fact);
    case 'handover.decision-proposed': {
      const { handoverId: _, ...proposal } = fact.data;
      return { ...handover, proposals: [...handover.proposals, proposal] };
    }
    case 'handover.attachment-added': {
      const { handoverId: _, ...attachment } = fact.data;
      return { ...handover, attachments: [...handover.attachments, attachment] };
    }
    case 'handover.decision-declined':
    case 'handover.made-temporary':
    case 'handover.corrected':
    case 'handover.cancelled':
      return decided(handover, fact);
  }
}

function entered(handover: Handover, state: HandoverState, on: LocalDate): Handover {
  return handover.state === state ? handover : { ...handover, state, since: on };
}

function inventoried(
  handover: Handover,
  { data: { inventoriedOn, items, by } }: EventOf<'handover.inventoried'>,
): Handover {
  const listedBy = [...new Set([...handover.listedBy, by.actorId])];
  return { ...entered(handover, 'INVENTORIED', inventoriedOn), items, listedBy };
}

function scheduled(
  handover: Handover,
  { data: { agreedOn, scheduledFor, place } }: EventOf<'handover.scheduled'>,
): Handover {
  return {
    ...entered(handover, 'SCHEDULED', agreedOn),
    scheduledFor,
    ...(place === undefined ? {} : { place }),
  };
}

/** It is signed once giver and receiver are both there; a witness changes nothing. */
function signed(handover: Handover, { data }: EventOf<'handover.signed'>, revision: number): Handover {
  const { handoverId: _, ...signature } = data;
  const signatures = [...handover.signatures, { ...signature, revision }];
  const after = { ...handover, signatures };
  return bothSigned(after) ? entered(after, 'SIGNED', data.signedOn) : after;
}

/** True where giver and receiver have both signed. */
export function bothSigned({
  giverOfficeId,
  receiverOfficeId,
  signatures,
}: Pick<Handover, 'giverOfficeId' | 'receiverOfficeId' | 'signatures'>): boolean {
  return [giverOfficeId, receiverOfficeId].every((id) => signatures.some((s) => s.officeId === id));
}

function accepted(
  handover: Handover,
  { data: { acceptedOn, reservation, opinion } }: EventOf<'handover.accepted'>,
): Handover {
  const { reservation: _earlier, temporaryUntil: _over, ...rest } = handover;
  return {
    ...entered(rest, reservation === undefined ? 'ACCEPTED' : 'ACCEPTED_WITH_RESERVATION', acceptedOn),
    acceptedOn,
    ...(reservation === undefined ? {} : { reservation }),
    ...(opinion === undefined ? {} : { opinion }),
  };
}

function discrepancyOpened(handover: Handover, { data }: EventOf<'handover.discrepancy-opened'>): Handover {
  const { handoverId: _, ...discrepancy } = data;
  return {
    ...entered(handover, 'DISCREPANCY_OPEN', data.openedOn),
    discrepancies: [...handover.discrepancies, discrepancy],
  };
}

function discrepancyResolved(
  handover: Handover,
  { data }: EventOf<'handover.discrepancy-resolved'>,
): Handover {
  const discrepancies = handover.discrepancies.map((d): HandoverDiscrepancy =>
    d.discrepancyId === data.discrepancyId
      ? { ...d, resolvedOn: data.decidedOn, resolution: data.reason }
      : d,
  );
  const settled = withoutProposal({ ...handover, discrepancies }, data.proposalId);
  return discrepancies.every((d) => d.resolvedOn !== undefined)
    ? entered(settled, 'RESOLVED', data.decidedOn)
    : settled;
}

type Decided = Extract<
  HandoverFact,
  {
    type:
      'handover.decision-declined' | 'handover.made-temporary' | 'handover.corrected' | 'handover.cancelled';
  }
>;

function decided(handover: Handover, fact: Decided): Handover {
  const settled = withoutProposal(handover, fact.data.proposalId);
  switch (fact.type) {
    case 'handover.decision-declined':
      return settled;
    case 'handover.made-temporary':
      return {
        ...entered(settled, 'TEMPORARY', fact.data.decidedOn),
        temporaryUntil: fact.data.until,
      };
    case 'handover.corrected':
      return entered(settled, 'CORRECTED', fact.data.decidedOn);
    case 'handover.cancelled':
      // Nothing that was proposed can take effect any more.
      return { ...entered(settled, 'CANCELLED', fact.data.decidedOn), proposals: [] };
  }
}

function withoutProposal(handover: Handover, proposalId: string | undefined): Handover {
  return { ...handover, proposals: handover.proposals.filter((p) => p.proposalId !== proposalId) };
}
