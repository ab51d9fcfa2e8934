import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { AppendResult } from '#application';
import { BanGiaoError } from '#domain/errors';
import { conflict } from '../shared/log-errors.js';
import { isResult, mappedCommit, toMessage } from './errors.js';
import type { AppendAnswer, AppendRequest } from './protocol.js';
import { HeadNotes, Heads } from './heads.js';
import { checksumOf, COLUMNS, damagedStream, RowDecoder, type EventRow, type Place } from './rows.js';
import { StreamHeads } from './stream-heads.js';

/** Writes groups of appends, each group in one durable commit. There is one writer to a file. */
export class Writer {
  private readonly insert: StatementSync;
  private readonly byId: StatementSync;
  private readonly decoder = new RowDecoder();
  private readonly ends: Heads;
  private readonly notes: HeadNotes;
  private readonly heads = new StreamHeads((stream) => this.ends.revision(stream));
  private position: number;

  constructor(private readonly db: DatabaseSync) {
    this.insert = db.prepare(
      `INSERT INTO events (position, stream, revision, event_id, type, schema_version, data, metadata, checksum)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    // The row itself is read, not only its index: what the index says may be damaged.
    this.byId = db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE position = (SELECT position FROM events WHERE event_id = ?)`,
    );
    this.byId.setReturnArrays(true);
    this.ends = new Heads(db, true);
    this.notes = new HeadNotes(db);
    this.position = this.ends.position();
  }

  /**
   * Appends each request whole or not at all; they share one commit, and are answered after it.
   * A refused request does not touch the others; a failed commit fails them all and writes nothing.
   */
  write(requests: readonly AppendRequest[]): readonly AppendAnswer[] {
    try {
      this.db.exec('BEGIN IMMEDIATE');
      const before = this.position;
      const answers = requests.map((request) => this.answer(request));
      if (this.position > before) this.notes.log(this.position);
      this.commit();
      return answers;
    } catch (error) {
      const message = toMessage(error);
      this.rollBack();
      return requests.map(({ id }) => ({ id, ok: false, error: message }));
    }
  }

  private commit(): void {
    try {
      this.db.exec('COMMIT');
    } catch (error) {
      throw mappedCommit(error);
    }
  }

  private rollBack(): void {
    // SQLite has rolled back by itself where the disk was full.
    if (this.db.isTransaction) this.db.exec('ROLLBACK');
    this.heads.forget();
    this.position = this.ends.position();
  }

  private answer(request: AppendRequest): AppendAnswer {
    const { id } = request;
    try {
      return { id, ok: true, result: this.append(request) };
    } catch (error) {
      if (!(error instanceof BanGiaoError)) throw error;
      return { id, ok: false, error: toMessage(error) };
    }
  }

  private append(request: AppendRequest): AppendResult {
    const { stream, expected, events } = request;
    const actual = this.heads.of(stream);
    const isExpected = actual === (expected === 'no-stream' ? undefined : expected);
    const isNew = isExpected && this.insertAll(request, actual ?? -1);
    if (!isNew) return this.firstResult(request, actual);
    const revision = (actual ?? -1) + events.length;
    this.position += events.length;
    this.heads.set(stream, revision);
    this.notes.stream(stream, revision);
    return { revision, position: String(this.position), alreadyRecorded: false };
  }

  /** False, with nothing inserted, where one of the ids is recorded already. */
  private insertAll({ stream, events }: AppendRequest, lastRevision: number): boolean {
    // A single insert undoes itself; several need a point to go back to.
    const several = events.length > 1;
    if (several) this.db.exec('SAVEPOINT append');
    try {
      for (const [i, event] of events.entries()) {
        const place = { position: this.position + 1 + i, stream, revision: lastRevision + 1 + i };
        const { eventId, type, schemaVersion, data, metadata } = event;
        const checksum = checksumOf(place, event);
        const { position, revision } = place;
        this.insert.run(position, stream, revision, eventId, type, schemaVersion, data, metadata, checksum);
      }
    } catch (error) {
      if (!isResult(error, 'CONSTRAINT')) throw error;
      if (several) this.db.exec('ROLLBACK TO append; RELEASE append');
      return false;
    }
    if (several) this.db.exec('RELEASE append');
    return true;
  }

  /** The first result, where all ids are recorded in this stream, one after the other; else a conflict. */
  private firstResult({ stream, expected, events }: AppendRequest, actual: number | undefined): AppendResult {
    const found = events.map((event) => this.placeOf(event.eventId));
    const first = found[0]?.revision ?? 0;
    const last = found.at(-1);
    const isRetry = found.every((place, i) => place?.stream === stream && place.revision === first + i);
    if (!isRetry || last === undefined) throw conflict(stream, expected, actual);
    return { revision: last.revision, position: String(last.position), alreadyRecorded: true };
  }

  private placeOf(eventId: string): Place | undefined {
    const row = this.byId.get(eventId) as unknown as EventRow | undefined;
    if (row === undefined) return undefined;
    const { position, stream, revision, ...found } = this.decoder.decode(row);
    if (found.eventId !== eventId) throw damagedStream(stream, revision);
    return { position: Number(position), stream, revision };
  }
}
