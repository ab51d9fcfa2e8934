import { MAX_APPEND_BYTES, type EventEnvelope } from '#application/ports';
import { BanGiaoError } from '#domain/errors';

/** An event as text, ready to be stored. */
export interface SerialisedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const TYPE = /^[a-z][a-z0-9-]*(?:\.[a-z][a-z0-9-]*)+$/;
const STREAM = /^[a-z]+-[^\p{Cc}\p{Cs}]{1,480}$/u;

/**
 * Events as text, checked before anything is sent to a store.
 * @throws BanGiaoError `LOG_INVALID_EVENT` or `LOG_APPEND_TOO_LARGE`; nothing is written then.
 */
export function serialise(stream: string, events: readonly EventEnvelope[]): readonly SerialisedEvent[] {
  if (!STREAM.test(stream)) throw invalid('stream', stream, 'Name the stream <category>-<id>.');
  if (events.length === 0) throw invalid('events', 'none', 'Append at least one event.');
  requireDistinctIds(events);
  const metadataOf = metadataText();
  const serialised = events.map((event) => serialiseOne(event, metadataOf(event)));
  requireSize(serialised);
  return serialised;
}

function serialiseOne(event: EventEnvelope, metadata: string): SerialisedEvent {
  const { eventId, type, schemaVersion } = event;
  if (!UUID.test(eventId)) throw invalid('eventId', eventId, 'Give a UUID in lower case.');
  if (!TYPE.test(type)) throw invalid('type', type, 'Name the type <subject>.<what-happened>.');
  if (!Number.isInteger(schemaVersion) || schemaVersion < 1) {
    throw invalid('schemaVersion', String(schemaVersion), 'Give an integer from 1.');
  }
  return { eventId, type, schemaVersion, data: toJson('data', event.data), metadata };
}

/** Metadata as text; the events of a command share theirs, so it is mostly the text of the one before. */
function metadataText(): (event: EventEnvelope) => string {
  let last: EventEnvelope['metadata'] | undefined;
  let text = '';
  return ({ metadata }) => {
    if (metadata === last) return text;
    text = toJson('metadata', metadata);
    last = metadata;
    return text;
  };
}

function requireDistinctIds(events: readonly EventEnvelope[]): void {
  if (events.length === 1) return;
  const seen = new Set<string>();
  for (const { eventId } of events) {
    if (seen.has(eventId)) throw invalid('eventId', eventId, 'Give every event an id of its own.');
    seen.add(eventId);
  }
}

function requireSize(events: readonly SerialisedEvent[]): void {
  let bytes = 0;
  for (const { data, metadata } of events) bytes += Buffer.byteLength(data) + Buffer.byteLength(metadata);
  if (bytes <= MAX_APPEND_BYTES) return;
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

function toJson(field: string, value: unknown): string {
  if (typeof value !== 'object' || value === null) throw invalid(field, String(value), 'Give an object.');
  try {
    return JSON.stringify(value);
  } catch (cause) {
    throw invalid(field, String(cause), 'Give plain JSON; large numbers as decimal strings.');
  }
}

function invalid(field: string, value: string, remedy: string): BanGiaoError {
  return new BanGiaoError('LOG_INVALID_EVENT', `The append's ${field} is not valid.`, {
    field,
    value,
    remedy,
  });
}
