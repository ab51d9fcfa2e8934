import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';

/**
 * Finds events by their random ids. One index over all of them would write a page for nearly every event, so there is
 * a run for each 65,536 events: writing stays within the last run, reading looks into each.
 */
export const EVENT_IDS_DDL = `
  CREATE TABLE event_ids (
    run INTEGER NOT NULL,
    id_start INTEGER NOT NULL, -- the first 48 bits
    seq INTEGER NOT NULL,
    PRIMARY KEY (run, id_start, seq)
  ) STRICT, WITHOUT ROWID;`;

const EVENTS_PER_RUN = 65_536;

export function eventIdRows(db: Database): BulkInsert<readonly [number, number, number]> {
  return new BulkInsert(db, 'INSERT OR FAIL INTO event_ids (run, id_start, seq) VALUES', 3);
}

export function eventIdRow(eventId: string, seq: number): readonly [number, number, number] {
  return [Math.floor(seq / EVENTS_PER_RUN), startOf(eventId), seq];
}

/** Number of the event with an id; undefined where there is none. */
export function seqOfEventId(db: Database, eventId: string): number | undefined {
  return db.get<{ seq: number }>(
    `WITH RECURSIVE runs (run) AS (
       SELECT max(run) FROM event_ids
       UNION ALL SELECT run - 1 FROM runs WHERE run > 0)
     SELECT i.seq FROM runs CROSS JOIN event_ids i ON i.run = runs.run AND i.id_start = ?
       CROSS JOIN events e ON e.seq = i.seq
     WHERE e.event_id = ? LIMIT 1`,
    startOf(eventId),
    eventId,
  )?.seq;
}

/** The first 48 bits of a UUID; other ids all come together at 0 and are still told apart. */
function startOf(eventId: string): number {
  const bits = parseInt(eventId.slice(0, 8) + eventId.slice(9, 13), 16);
  return Number.isNaN(bits) ? 0 : bits;
}
