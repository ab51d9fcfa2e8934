import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import type { Database } from '../storage/database.js';
import { BulkInsert } from '../storage/bulk-insert.js';
import type { Projection } from './projection.js';
import { linkName } from './events/links.js';
import { postings } from './events/postings.js';
import { each } from './events/rising.js';

/** The last revision of every stream: shows that no event was left out. */
export const streamsProjection: Projection = {
  name: 'streams',
  version: 1,
  ddl: `
    CREATE TABLE streams (
      stream TEXT PRIMARY KEY,
      revision INTEGER NOT NULL,
      seq INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;`,
  digested: [{ table: 'streams', columns: 'stream, revision, seq', orderBy: 'stream' }],
  writer: (db) => new StreamsWriter(db),
};

const REMEMBERED = 200_000;

class StreamsWriter {
  readonly #revisions = new Map<string, number>();
  readonly #changed = new Map<string, readonly [string, number, number]>();
  readonly #rows: BulkInsert<readonly [string, number, number]>;

  constructor(private readonly db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR REPLACE INTO streams (stream, revision, seq) VALUES', 3);
  }

  apply({ stream, revision, position }: RecordedEnvelope, seq: number): void {
    const expected = this.#revision(stream) + 1;
    if (revision !== expected) throw gap(stream, expected, revision, position);
    if (this.#revisions.size >= REMEMBERED) this.#revisions.clear();
    this.#revisions.set(stream, revision);
    this.#changed.set(stream, [stream, revision, seq]);
  }

  #revision(stream: string): number {
    const known = this.#changed.get(stream)?.[1] ?? this.#revisions.get(stream);
    if (known !== undefined) return known;
    const row = this.db.get<{ revision: number }>('SELECT revision FROM streams WHERE stream = ?', stream);
    return row?.revision ?? -1;
  }

  flush(): void {
    for (const row of this.#changed.values()) this.#rows.add(...row);
    this.#rows.flush();
    this.#changed.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#revisions.clear();
    this.#changed.clear();
  }
}

function gap(stream: string, expected: number, revision: number, position: string): BanGiaoError {
  return new BanGiaoError(
    'READ_MODEL_GAP',
    `Stream ${stream} continues with revision ${revision} at position ${position}, but ${expected} comes next.`,
    {
      field: 'revision',
      value: String(revision),
      remedy:
        'Follow the log from the checkpoint of the read model; if it says so again, run `bangiao rebuild`.',
    },
  );
}

/** Revision of a subject's stream as known; its last event is found among those about the subject. */
export function streamRevision(db: Database, stream: string, subjectId: string, knownSeq: number): number {
  const last = db.get<{ revision: number; seq: number }>(
    'SELECT revision, seq FROM streams WHERE stream = ?',
    stream,
  );
  if (last !== undefined && last.seq <= knownSeq) return last.revision;
  const seqs = [...each(postings(db, linkName('subject', subjectId), knownSeq), 1)];
  for (const seq of seqs.reverse()) {
    const sql = 'SELECT stream, revision FROM events WHERE seq = ?';
    const event = db.get<{ stream: string; revision: number }>(sql, seq);
    if (event?.stream === stream) return event.revision;
  }
  return 0;
}
