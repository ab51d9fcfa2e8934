import { readCheckpoint } from '../follow/checkpoint.js';
import type { Database } from '../storage/database.js';
import type { SnapshotManifest } from './manifest.js';

export type LastEvent = Pick<SnapshotManifest, 'position' | 'eventId' | 'stream' | 'revision'>;

/** The event up to which a read model has followed the log. */
export function lastEvent(db: Database): LastEvent | undefined {
  const { seq, position } = readCheckpoint(db);
  const event = db.get<LastEvent>(
    'SELECT position, event_id AS eventId, stream, revision FROM events WHERE seq = ?',
    seq,
  );
  return event?.position === position ? event : undefined;
}
