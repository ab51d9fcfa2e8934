import { MAX_APPEND_BYTES, type EventEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import type { SerialisedEvent } from './rows.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const STREAM = /^[a-z]+-.{1,480}$/u;

/**
 * Events as text, checked before anything is written.
 * @throws BanGiaoError `LOG_INVALID_EVENT` or `LOG_APPEND_TOO_LARGE`; nothing is written then.
 */
export function serialise(stream: string, events: readonly EventEnvelope[]): readonly SerialisedEvent[] {
  if (!STREAM.test(stream)) throw invalid('stream', stream, 'Name the stream <category>-<id>.');
  if (events.length === 0) throw invalid('events', '', 'Append at least one event.');
  const serialised = events.map(serialiseOne);
  const ids = new Set(serialised.map((e) => e.eventId));
  if (ids.size !== serialised.length) throw invalid('eventId', '', 'Give every event an id of its own.');
  const bytes = serialised.reduce(
    (sum, e) => sum + Buffer.byteLength(e.data) + Buffer.byteLength(e.metadata),
    0,
  );
  if (bytes <= MAX_APPEND_BYTES) return serialised;
  throw new BanGiaoError(
    'LOG_APPEND_TOO_LARGE',
    `An append holds at most ${MAX_APPEND_BYTES} bytes, all its events together.`,
    {
      field: 'events',
      value: `${bytes} bytes in ${events.length} events`,
      remedy: 'Append fewer events at a time.',
    },
  );
}

function serialiseOne(event: EventEnvelope): SerialisedEvent {
  if (!UUID.test(event.eventId)) throw invalid('eventId', event.eventId, 'Give a UUID in lower case.');
  if (!Number.isInteger(event.schemaVersion) || event.schemaVersion < 1) {
    throw invalid('schemaVersion', String(event.schemaVersion), 'Give an integer from 1.');
  }
  return {
    eventId: event.eventId,
    type: event.type,
    schemaVersion: event.schemaVersion,
    data: toJson('data', event.data),
    metadata: toJson('metadata', event.metadata),
  };
}

function toJson(field: string, value: unknown): string {
  try {
    const text = JSON.stringify(value) as string | undefined;
    if (text !== undefined) return text;
  } catch (cause) {
    throw invalid(field, String(cause), 'Give plain JSON; large numbers as decimal strings.');
  }
  throw invalid(field, 'undefined', 'Give plain JSON.');
}

function invalid(field: string, value: string, remedy: string): BanGiaoError {
  return new BanGiaoError('LOG_INVALID_EVENT', `The append's ${field} is not valid.`, {
    field,
    value,
    remedy,
  });
}
