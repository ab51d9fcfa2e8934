import { crc32 } from 'node:zlib';
import type { EventEnvelope, RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';

/** An event as text, ready to be stored. */
export interface SerialisedEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly data: string;
  readonly metadata: string;
}

/** A stored event. */
export interface EventRow {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly data: string;
  readonly metadata: string;
  readonly checksum: number;
}

/** Checksum over everything that a row says; it tells torn or flipped bytes, not tampering. */
export function checksumOf(stream: string, revision: number, event: SerialisedEvent): number {
  const head = `${stream}\n${revision}\n${event.eventId}\n${event.type}\n${event.schemaVersion}\n`;
  return crc32(event.metadata, crc32(event.data, crc32(head)));
}

/** @throws BanGiaoError `LOG_CORRUPT` naming the event, where the row is not what was written. */
export function toRecorded(row: EventRow): RecordedEnvelope {
  const event = {
    eventId: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    data: row.data,
    metadata: row.metadata,
  };
  if (checksumOf(row.stream, row.revision, event) !== row.checksum) throw corrupt(row);
  const data: unknown = JSON.parse(row.data);
  const metadata = JSON.parse(row.metadata) as EventEnvelope['metadata'];
  const recorded = { ...event, data, metadata, stream: row.stream, revision: row.revision };
  return { ...recorded, position: String(row.position) } as RecordedEnvelope;
}

function corrupt(row: EventRow): BanGiaoError {
  return new BanGiaoError(
    'LOG_CORRUPT',
    `Event ${row.event_id} at position ${row.position} is not what was written.`,
    {
      field: 'position',
      value: String(row.position),
      remedy: 'Restore the log from a backup; nothing of this event is served.',
    },
  );
}
