import type { EventLog } from '#application';
import { BanGiaoError } from '#domain';
import type { Database } from '../storage/database.js';
import { readCheckpoint } from './checkpoint.js';

/** The event up to which a read model has followed the log, and its place there. */
export interface LastEvent {
  readonly position: string;
  readonly eventId: string;
  readonly stream: string;
  readonly revision: number;
  /** Two logs that took in the same file have the same ids in the same places, not at the same time. */
  readonly recordedAt: string;
}

/** The event up to which a read model has followed the log; undefined before the first. */
export function lastEvent(db: Database): LastEvent | undefined {
  const { seq, position } = readCheckpoint(db);
  const event = db.get<LastEvent>(
    'SELECT position, event_id AS eventId, stream, revision, recorded_at AS recordedAt FROM events WHERE seq = ?',
    seq,
  );
  return event?.position === position ? event : undefined;
}

/** What a log has in the place of an event: `undefined` where it is that event, else what is there, in words. */
export async function otherwiseIn(log: EventLog, event: LastEvent): Promise<string | undefined> {
  const [found] = await log.readStream(event.stream, event.revision, { maxCount: 1 });
  if (found === undefined) return 'no event';
  const { eventId, position, metadata } = found;
  const same =
    eventId === event.eventId && position === event.position && metadata.recordedAt === event.recordedAt;
  return same ? undefined : `event ${eventId} at position ${position}, recorded at ${metadata.recordedAt}`;
}

/**
 * A read model that has seen what this log does not hold must not follow it: its answers would be of two records.
 * That is so after a log was restored from an older backup, and where a data directory meets another log.
 * @throws BanGiaoError `READ_MODEL_OTHER_LOG`, and what the log gives.
 */
export async function requireOfLog(last: LastEvent | undefined, log: EventLog): Promise<void> {
  const has = last === undefined ? undefined : await otherwiseIn(log, last);
  if (last === undefined || has === undefined) return;
  const { stream, revision, eventId, position, recordedAt } = last;
  throw new BanGiaoError(
    'READ_MODEL_OTHER_LOG',
    `The read model ends with event ${eventId} at position ${position}, recorded at ${recordedAt}, and this log has ${has} as revision ${revision} of stream ${stream}.`,
    {
      field: 'position',
      value: position,
      remedy:
        'Run `bangiao rebuild` if the log was restored or copied; else see that DATA_DIR and the log belong together.',
    },
  );
}
