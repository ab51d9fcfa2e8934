import type { DomainEvent, EventOf } from '../events/catalogue.js';
import type { HandoverDrafted, HandoverEvents } from './events.js';

/** An event of a handover that is there already. */
export type HandoverFact = EventOf<Exclude<keyof HandoverEvents, 'handover.drafted'>>;

/** What is recorded of a handover, in the order of the record; how it stands on a day follows from it (`handoverOn`). */
export interface HandoverRecord {
  readonly drafted: HandoverDrafted;
  readonly facts: readonly HandoverFact[];
}

/** The record with one more event; events of other concepts change nothing. */
export function evolveHandover(
  record: HandoverRecord | undefined,
  event: DomainEvent,
): HandoverRecord | undefined {
  if (event.type === 'handover.drafted') return { drafted: event.data, facts: [] };
  if (record === undefined || !isHandoverFact(event)) return record;
  return { ...record, facts: [...record.facts, event] };
}

function isHandoverFact(event: DomainEvent): event is HandoverFact {
  return event.type.startsWith('handover.') && event.type !== 'handover.drafted';
}
