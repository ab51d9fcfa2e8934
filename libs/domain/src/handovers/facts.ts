import type { LocalDate } from '../time/local-date.js';
import type { HandoverFact } from './evolve.js';
import type { HandoverStep } from './handover.js';

/** The day on which a fact took place, whenever it was recorded. */
export function dayOfFact(fact: HandoverFact): LocalDate {
  switch (fact.type) {
    case 'handover.inventoried':
      return fact.data.inventoriedOn;
    case 'handover.scheduled':
      return fact.data.agreedOn;
    case 'handover.signed':
      return fact.data.signedOn;
    case 'handover.accepted':
      return fact.data.acceptedOn;
    case 'handover.discrepancy-opened':
      return fact.data.openedOn;
    case 'handover.decision-proposed':
      return fact.data.proposedOn;
    case 'handover.decision-declined':
      return fact.data.declinedOn;
    case 'handover.attachment-added':
      return fact.data.addedOn;
    case 'handover.discrepancy-resolved':
    case 'handover.made-temporary':
    case 'handover.corrected':
    case 'handover.cancelled':
      return fact.data.decidedOn;
  }
}

/** The step that a fact is; a proposal and its refusal are none. */
export function stepOfFact(fact: HandoverFact): HandoverStep | undefined {
  switch (fact.type) {
    case 'handover.inventoried':
      return 'INVENTORY';
    case 'handover.scheduled':
      return 'SCHEDULE';
    case 'handover.signed':
      return 'SIGN';
    case 'handover.accepted':
      return fact.data.reservation === undefined ? 'ACCEPT' : 'ACCEPT_WITH_RESERVATION';
    case 'handover.discrepancy-opened':
      return 'OPEN_DISCREPANCY';
    case 'handover.discrepancy-resolved':
      return 'RESOLVE_DISCREPANCY';
    case 'handover.made-temporary':
      return 'MAKE_TEMPORARY';
    case 'handover.corrected':
      return 'CORRECT';
    case 'handover.cancelled':
      return 'CANCEL';
    case 'handover.attachment-added':
      return 'ATTACH';
    case 'handover.decision-proposed':
    case 'handover.decision-declined':
      return undefined;
  }
}
