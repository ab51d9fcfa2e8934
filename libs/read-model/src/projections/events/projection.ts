import type { RecordedEnvelope } from '#application';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import type { Projection, ProjectionWriter } from '../projection.js';
import { EVENT_IDS_DDL, EventIdsWriter } from './event-ids.js';
import { eachLink } from './concepts/index.js';
import { NameWriter } from './names.js';
import { POSTINGS_DDL, PostingsWriter } from './postings.js';

/** Every event as it was recorded, and what it can be found by: the audit trail. */
export const eventsProjection: Projection = {
  name: 'events',
  version: 3,
  ddl: `
    CREATE TABLE names ( -- texts that rows name by number: actors and links
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      event_id TEXT NOT NULL,
      stream TEXT NOT NULL,
      revision INTEGER NOT NULL,
      type TEXT NOT NULL,
      schema_version INTEGER NOT NULL, -- of data
      position TEXT NOT NULL,
      recorded_at TEXT NOT NULL,
      known_at TEXT, -- running maximum of recorded_at, where it is another
      actor INTEGER NOT NULL, -- names.id
      data TEXT NOT NULL
    ) STRICT;
    CREATE INDEX events_stamped_late ON events (recorded_at) WHERE known_at IS NOT NULL;
    ${POSTINGS_DDL}
    ${EVENT_IDS_DDL}`,
  digested: [
    { table: 'names', columns: 'id, name', orderBy: 'id' },
    {
      table: 'events',
      columns: 'seq, event_id, stream, revision, type, schema_version, recorded_at, known_at, actor, data',
      orderBy: 'seq',
    },
    { table: 'event_ids', columns: 'run, id_start, seq', orderBy: 'run, id_start, seq' },
  ],
  writer: (db) => new EventsWriter(db),
};

type EventRow = readonly [
  seq: number,
  eventId: string,
  stream: string,
  revision: number,
  type: string,
  schemaVersion: number,
  position: string,
  recordedAt: string,
  knownAt: string | null,
  actor: number,
  data: string,
];

class EventsWriter implements ProjectionWriter {
  readonly #names: NameWriter;
  readonly #events: BulkInsert<EventRow>;
  readonly #links: PostingsWriter;
  readonly #ids: EventIdsWriter;
  #knownAt: string | undefined;

  constructor(private readonly db: Database) {
    this.#names = new NameWriter(db);
    this.#ids = new EventIdsWriter(db);
    this.#links = new PostingsWriter(db);
    this.#events = new BulkInsert(
      db,
      `INSERT OR FAIL INTO events (seq, event_id, stream, revision, type, schema_version, position, recorded_at, known_at, actor, data) VALUES`,
      11,
    );
  }

  apply(event: RecordedEnvelope, seq: number, recorded: RecordedEnvelope): void {
    this.#events.add(...this.#row(recorded, seq));
    this.#ids.add(event.eventId, seq);
    eachLink(event, (kind, id) => this.#links.add(this.#names.idOf(kind, id), seq));
  }

  flush(): void {
    this.#names.flush();
    this.#events.flush();
    this.#links.flush();
    this.#ids.flush();
  }

  clear(): void {
    this.#names.clear();
    this.#events.clear();
    this.#links.clear();
    this.#ids.clear();
    this.#knownAt = undefined;
  }

  #row(
    { eventId, stream, revision, type, schemaVersion, position, metadata, data }: RecordedEnvelope,
    seq: number,
  ): EventRow {
    const { recordedAt, actor } = metadata;
    const before = this.#knownAt ?? lastKnownAt(this.db);
    this.#knownAt = before < recordedAt ? recordedAt : before;
    return [
      seq,
      eventId,
      stream,
      revision,
      type,
      schemaVersion,
      position,
      recordedAt,
      this.#knownAt === recordedAt ? null : this.#knownAt,
      this.#names.idOf('actor', JSON.stringify(actor)),
      JSON.stringify(data),
    ];
  }
}

function lastKnownAt(db: Database): string {
  const row = db.get<{ known_at: string }>(
    'SELECT coalesce(known_at, recorded_at) AS known_at FROM events ORDER BY seq DESC LIMIT 1',
  );
  return row?.known_at ?? '';
}
