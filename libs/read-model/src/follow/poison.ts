import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import { UnprojectableEvent } from '../projections/checks.js';
import { sqliteCode, type Database } from '../storage/database.js';

/** SQLite refuses the row itself: too big, constraint, mismatch, range. Anything else is the machine's trouble. */
const REFUSED_ROWS: readonly number[] = [18, 19, 20, 25];

/** True where an error comes from what the event says, not from the file, the disk or the order of events. */
export function isOfTheEvent(error: unknown): boolean {
  if (error instanceof UnprojectableEvent || error instanceof TypeError) return true;
  if (error instanceof BanGiaoError) return error.code === 'EVENT_UNREADABLE';
  const code = sqliteCode(error);
  if (code !== undefined) return REFUSED_ROWS.includes(code);
  // What node:sqlite cannot bind has a code of Node's own.
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_ARG_TYPE'
  );
}

/** Notes the event at which following stops, for the status. */
export function recordPoison(db: Database, seq: number, event: RecordedEnvelope, error: unknown): void {
  db.run(
    'INSERT OR REPLACE INTO poison (seq, position, event_id, message) VALUES (?, ?, ?, ?)',
    seq,
    String(event.position),
    String(event.eventId),
    messageOf(seq, event, error),
  );
}

/** The error with which following stops. */
export function poisonError(seq: number, event: RecordedEnvelope, error: unknown): BanGiaoError {
  return new BanGiaoError(
    'READ_MODEL_POISON',
    messageOf(seq, event, error),
    {
      field: 'event',
      value: event.eventId,
      remedy: 'Start a release that knows this event; nothing after it is projected until then.',
    },
    { cause: error },
  );
}

function messageOf(seq: number, event: RecordedEnvelope, error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  return `Event ${seq} (${String(event.type)} in ${event.stream}, revision ${event.revision}) cannot be projected: ${why}`;
}
