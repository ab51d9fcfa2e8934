import type { RecordedEnvelope } from '#application';
import { BanGiaoError, SCHEMA_VERSIONS } from '#domain';
import { UnprojectableEvent } from '../projections/checks.js';
import { sqliteCode, type Database } from '../storage/database.js';

/** SQLite refuses the row itself: too big, constraint, mismatch, range. Anything else is the machine's trouble. */
const REFUSED_ROWS: readonly number[] = [18, 19, 20, 25];

/** True where an error comes from what the event says, not from the file, the disk or the order of events. */
export function isOfTheEvent(error: unknown): boolean {
  if (error instanceof UnprojectableEvent || error instanceof TypeError) return true;
  const code = sqliteCode(error);
  if (code !== undefined) return REFUSED_ROWS.includes(code);
  // What node:sqlite cannot bind has a code of Node's own.
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_INVALID_ARG_TYPE'
  );
}

/** Refuses an event of a type or version that this release does not know. */
export function requireKnown({ type, schemaVersion }: RecordedEnvelope): void {
  const known: number | undefined = SCHEMA_VERSIONS[type];
  if (known === undefined)
    throw new UnprojectableEvent(`Events of type ${String(type)} are not known to this release.`);
  if (schemaVersion === known) return;
  throw new UnprojectableEvent(
    `Version ${String(schemaVersion)} of ${type} is not known to this release, which reads version ${known}.`,
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
