import type { RecordedEnvelope } from '#application';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import type { Projection } from '../projection.js';
import { linksOf } from './links.js';

/** Every event as it was recorded, and what it can be found by: the audit trail. */
export const eventsProjection: Projection = {
  name: 'events',
  version: 1,
  ddl: `
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      event_id TEXT NOT NULL,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      type TEXT NOT NULL,
      position TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      known_at TEXT NOT NULL, -- running maximum of recorded_at
      actor TEXT NOT NULL,
      data TEXT NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX events_by_id ON events (event_id);
    CREATE INDEX events_by_type ON events (type, seq);
    CREATE TABLE event_links (
      link TEXT NOT NULL,
      seq INTEGER NOT NULL,
      PRIMARY KEY (link, seq)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'events',
      columns: 'seq, event_id, stream, revision, type, recorded_at, known_at, actor, data',
      orderBy: 'seq',
    },
    { table: 'event_links', columns: 'link, seq', orderBy: 'link, seq' },
  ],
  writer: (db) => {
    const events = eventRows(db);
    const links = linkRows(db);
    let knownAt: string | undefined;
    return {
      apply(event, seq) {
        knownAt = later(knownAt ?? lastKnownAt(db), event.metadata.recordedAt);
        events.add(eventRow(event, seq, knownAt));
        for (const link of linksOf(event)) links.add([link, seq]);
      },
      flush() {
        events.flush();
        links.flush();
      },
      clear() {
        events.clear();
        links.clear();
        knownAt = undefined;
      },
    };
  },
};

type EventRow = readonly [number, string, string, number, string, string, string, string, string, string];

function eventRow(event: RecordedEnvelope, seq: number, knownAt: string): EventRow {
  const { eventId, stream, revision, type, position, metadata } = event;
  const actor = JSON.stringify(metadata.actor);
  return [
    seq,
    eventId,
    stream,
    revision,
    type,
    position,
    metadata.recordedAt,
    knownAt,
    actor,
    JSON.stringify(event.data),
  ];
}

function eventRows(db: Database): BulkInsert<EventRow> {
  return new BulkInsert(
    db,
    `INSERT INTO events (seq, event_id, stream, revision, type, position, recorded_at, known_at, actor, data) VALUES`,
    10,
  );
}

function linkRows(db: Database): BulkInsert<readonly [string, number]> {
  return new BulkInsert(db, 'INSERT INTO event_links (link, seq) VALUES', 2, ([a, m], [b, n]) =>
    a < b ? -1 : a > b ? 1 : m - n,
  );
}

function lastKnownAt(db: Database): string {
  return (
    db.get<{ known_at: string }>('SELECT known_at FROM events ORDER BY seq DESC LIMIT 1')?.known_at ?? ''
  );
}

function later(a: string, b: string): string {
  return a < b ? b : a;
}
