import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';

/**
 * Finds events by their random ids. One index over all of them would write a page for nearly every event, so there is
 * a run for each 65,536 events: writing stays within the last run, reading looks into each. Sixteen full runs are made
 * one, under the number of their first, so that reading does not look into hundreds where events are many millions.
 */
export const EVENT_IDS_DDL = `
  CREATE TABLE event_ids (
    run INTEGER NOT NULL,
    id_start INTEGER NOT NULL, -- the first 48 bits
    seq INTEGER NOT NULL,
    PRIMARY KEY (run, id_start, seq)
  ) STRICT, WITHOUT ROWID;`;

const EVENTS_PER_RUN = 65_536;
const RUNS_MERGED = 16;

type EventIdRow = readonly [run: number, idStart: number, seq: number];

/** Collects the ids of a batch. */
export class EventIdsWriter {
  readonly #rows: BulkInsert<EventIdRow>;
  readonly #full: number[] = [];

  constructor(
    private readonly db: Database,
    private readonly eventsPerRun = EVENTS_PER_RUN,
  ) {
    this.#rows = new BulkInsert(db, 'INSERT OR FAIL INTO event_ids (run, id_start, seq) VALUES', 3);
  }

  add(eventId: string, seq: number): void {
    const run = Math.floor(seq / this.eventsPerRun);
    // The first event after sixteen full runs: where they are merged depends on nothing else.
    const isFirst = seq % (this.eventsPerRun * RUNS_MERGED) === 0;
    if (isFirst) this.#full.push(run - RUNS_MERGED);
    this.#rows.add(run, startOf(eventId), seq);
  }

  flush(): void {
    this.#rows.flush();
    for (const run of this.#full.splice(0)) this.#merge(run);
  }

  clear(): void {
    this.#rows.clear();
    this.#full.length = 0;
  }

  #merge(first: number): void {
    const range = [first, first + RUNS_MERGED] as const;
    // In the order of the ids, so that each page is written once.
    this.db.run(
      `INSERT INTO event_ids (run, id_start, seq)
       SELECT ?, id_start, seq FROM event_ids WHERE run > ? AND run < ? ORDER BY id_start`,
      first,
      ...range,
    );
    this.db.run('DELETE FROM event_ids WHERE run > ? AND run < ?', ...range);
  }
}

/** Number of the event with an id; undefined where there is none. */
export function seqOfEventId(db: Database, eventId: string): number | undefined {
  return db.get<{ seq: number }>(
    `WITH RECURSIVE runs (run) AS (
       SELECT max(run) FROM event_ids
       UNION ALL SELECT (SELECT max(run) FROM event_ids WHERE run < runs.run) FROM runs WHERE run > 0)
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
