import { SCHEMA_VERSIONS, type DomainEvent, type Instant } from '#domain';
import type { Actor, EventEnvelope, ImportSource } from '../ports/event-log.js';
import { eventId } from './event-id.js';

/** What is stamped on all events of one command. */
export interface Stamp {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  readonly recordedAt: Instant;
  readonly source?: ImportSource;
}

/** Events with their ids and metadata, ready to append; the same stamp gives the same ids. */
export function toEnvelopes(events: readonly DomainEvent[], stamp: Stamp): readonly EventEnvelope[] {
  const { commandId, correlationId, causationId, actor, recordedAt, source } = stamp;
  const metadata = {
    $correlationId: correlationId,
    $causationId: causationId,
    commandId,
    actor,
    recordedAt,
    ...(source === undefined ? {} : { source }),
  };
  return events.map((event, index) => ({
    ...event,
    eventId: eventId(commandId, index),
    schemaVersion: SCHEMA_VERSIONS[event.type],
    metadata,
  }));
}
