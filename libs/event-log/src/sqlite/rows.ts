import { crc32 } from 'node:zlib';
import type { EventEnvelope, RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain/errors';
import type { SerialisedEvent } from '../shared/serialise.js';

/** Columns of a stored event in the order of `EventRow`. */
export const COLUMNS = 'position, stream, revision, event_id, type, schema_version, data, metadata, checksum';

/** A stored event as an array, which is read faster than an object. */
export type EventRow = readonly [
  position: number,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  schemaVersion: number,
  data: string,
  metadata: string,
  checksum: number,
];

/** Where an event is stored. */
export interface Place {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
}

/** Checksum over everything that a row says; it tells torn or flipped bytes, not tampering. */
export function checksumOf(place: Place, event: SerialisedEvent): number {
  const { position, stream, revision } = place;
  const { eventId, type, schemaVersion, data, metadata } = event;
  const head = crc32(`${position}\n${stream}\n${revision}\n${eventId}\n${type}\n${schemaVersion}\n`);
  return crc32(metadata, crc32(data, head));
}

/** Reads rows; neighbours that share their metadata text, as the events of one command do, share the object. */
export class RowDecoder {
  private text = '';
  private last: EventEnvelope['metadata'] | undefined;

  /** @throws BanGiaoError `LOG_CORRUPT` naming the event, where the row is not what was written. */
  decode(row: EventRow): RecordedEnvelope {
    const [position, stream, revision, eventId, type, schemaVersion, data, metadata, checksum] = row;
    const place = { position, stream, revision };
    // A damaged row may give anything, numbers for text too.
    const isText = typeof data === 'string' && typeof metadata === 'string';
    if (!isText || checksumOf(place, { eventId, type, schemaVersion, data, metadata }) !== checksum) {
      throw damaged(position, `Event ${eventId} at position ${position} is not what was written.`);
    }
    return {
      eventId,
      type,
      schemaVersion,
      data: JSON.parse(data) as unknown,
      metadata: this.metadataOf(metadata),
      stream,
      revision,
      position: String(position),
    } as RecordedEnvelope;
  }

  private metadataOf(text: string): EventEnvelope['metadata'] {
    if (this.last === undefined || text !== this.text) {
      this.last = JSON.parse(text) as EventEnvelope['metadata'];
      this.text = text;
    }
    return this.last;
  }
}

/** An event that cannot be served as it was written. */
export function damaged(position: number, message: string): BanGiaoError {
  return new BanGiaoError('LOG_CORRUPT', message, {
    field: 'position',
    value: String(position),
    remedy: 'Restore the log from a backup; nothing from here on is served.',
  });
}

/** A stream that does not hold what was appended to it. */
export function damagedStream(stream: string, revision: number): BanGiaoError {
  return new BanGiaoError('LOG_CORRUPT', `Stream ${stream} is damaged at revision ${revision}.`, {
    field: 'stream',
    value: stream,
    remedy: 'Restore the log from a backup; nothing from here on is served.',
  });
}

/** A log that ends elsewhere than it did. */
export function damagedEnd(position: number, end: number): BanGiaoError {
  return new BanGiaoError(
    'LOG_CORRUPT',
    `The log ends at position ${end}, but position ${position} was given out.`,
    {
      field: 'position',
      value: String(position),
      remedy:
        'Restore the log with its end. Where the end is lost for good, run `bangiao rebuild`: the read model saw more.',
    },
  );
}
