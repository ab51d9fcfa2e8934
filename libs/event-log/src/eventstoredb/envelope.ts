import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import type { SerialisedEvent } from '../shared/serialise.js';
import { toPosition } from './position.js';
import type { ProposedEvent, StoredEvent } from './store-client.js';

/** The server has no place of its own for the version, so it stands first in the stored metadata. */
const VERSION = /^\{"schemaVersion":(\d+),?/;

/** An event as the store keeps it; its data and metadata are the very text that was checked. */
export function toProposed({ eventId, type, schemaVersion, data, metadata }: SerialisedEvent): ProposedEvent {
  const comma = metadata === '{}' ? '' : ',';
  return {
    id: eventId,
    type,
    data,
    metadata: `{"schemaVersion":${schemaVersion}${comma}${metadata.slice(1)}`,
  };
}

/** @throws BanGiaoError `LOG_CORRUPT` for an event that this log did not write. */
export function toRecorded(event: StoredEvent): RecordedEnvelope {
  const version = VERSION.exec(event.metadata);
  if (version === null) throw foreign(event, 'Its metadata hold no version.');
  try {
    return {
      eventId: event.id,
      type: event.type,
      schemaVersion: Number(version[1]),
      data: JSON.parse(event.data) as unknown,
      metadata: JSON.parse(`{${event.metadata.slice(version[0].length)}`) as unknown,
      stream: event.stream,
      revision: event.revision,
      position: toPosition(event.position),
      // What is in the store was checked against its schema before it was appended.
    } as unknown as RecordedEnvelope;
  } catch {
    throw foreign(event, 'It is not JSON.');
  }
}

function foreign(event: StoredEvent, why: string): BanGiaoError {
  const place = `${event.stream}, revision ${event.revision}`;
  return new BanGiaoError('LOG_CORRUPT', `An event on the server is none of this log. ${why}`, {
    field: 'position',
    value: `${toPosition(event.position)} (${place})`,
    remedy: 'Give this log a server of its own, or restore it from a backup.',
  });
}
