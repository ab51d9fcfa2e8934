import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AppendResult } from '#application';
import { BanGiaoError } from '#domain';
import { toMessage } from './errors.js';
import type { AppendAnswer, AppendRequest } from './protocol.js';
import { checksumOf } from './rows.js';

/** Writes groups of appends, each group in one durable commit. */
export class Writer {
  private readonly insert: StatementSync;
  private readonly lastOf: StatementSync;
  private readonly byId: StatementSync;
  private readonly lastPosition: StatementSync;

  constructor(private readonly db: DatabaseSync) {
    this.insert = db.prepare(
      `INSERT INTO events (position, stream, revision, event_id, type, schema_version, data, metadata, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.lastOf = db.prepare('SELECT max(revision) AS revision FROM events WHERE stream = ?');
    this.byId = db.prepare('SELECT stream, revision, position FROM events WHERE event_id = ?');
    this.lastPosition = db.prepare('SELECT max(position) AS position FROM events');
  }

  /**
   * Appends each request whole or not at all; they share one commit, and are answered after it.
   * A refused request does not touch the others; a failed commit fails them all and writes nothing.
   */
  write(requests: readonly AppendRequest[]): readonly AppendAnswer[] {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const answers = requests.map((request) => this.answer(request));
      this.db.exec('COMMIT');
      return answers;
    } catch (error) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      return requests.map(({ id }) => ({ id, ok: false, error: toMessage(error) }));
    }
  }

  private answer(request: AppendRequest): AppendAnswer {
    const { id } = request;
    try {
      return { id, ok: true, result: this.recorded(request) ?? this.append(request) };
    } catch (error) {
      if (!(error instanceof BanGiaoError)) throw error;
      return { id, ok: false, error: toMessage(error) };
    }
  }

  /** The first result, where all ids are recorded in this stream in this order; undefined where none is. */
  private recorded({ stream, events }: AppendRequest): AppendResult | undefined {
    const found = events.map(
      (e) => this.byId.get(e.eventId) as { stream: string; revision: number; position: number } | undefined,
    );
    if (found.every((row) => row === undefined)) return undefined;
    const first = found[0];
    const same = found.every(
      (row, i) => row !== undefined && row.stream === stream && row.revision === (first?.revision ?? 0) + i,
    );
    const last = found.at(-1);
    if (!same || last === undefined)
      throw conflict(stream, 'other events under some of these ids', this.revisionOf(stream));
    return { revision: last.revision, position: String(last.position), alreadyRecorded: true };
  }

  private append({ stream, expected, events }: AppendRequest): AppendResult {
    const actual = this.revisionOf(stream);
    if (actual !== (expected === 'no-stream' ? undefined : expected))
      throw conflict(stream, String(expected), actual);
    let revision = actual ?? -1;
    let position = (this.lastPosition.get() as { position: number | null }).position ?? 0;
    for (const event of events) {
      revision += 1;
      position += 1;
      const { eventId, type, schemaVersion, data, metadata } = event;
      this.insert.run(
        position,
        stream,
        revision,
        eventId,
        type,
        schemaVersion,
        data,
        metadata,
        checksumOf(stream, revision, event),
      );
    }
    return { revision, position: String(position), alreadyRecorded: false };
  }

  private revisionOf(stream: string): number | undefined {
    return (this.lastOf.get(stream) as { revision: number | null }).revision ?? undefined;
  }
}

function conflict(stream: string, expected: string, actual: number | undefined): BanGiaoError {
  return new BanGiaoError('LOG_CONFLICT', `Stream ${stream} is not at the expected revision ${expected}.`, {
    field: 'expected',
    value: actual === undefined ? 'no-stream' : String(actual),
    remedy: 'Read the stream again and decide on what it holds now.',
  });
}
