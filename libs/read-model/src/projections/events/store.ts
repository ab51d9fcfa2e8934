import type { Actor, EventView } from '#application';
import {
  CURRENT_SHAPES,
  toCurrent,
  type Assignment,
  type DomainEvent,
  type EventShapes,
  type EventType,
  type Instant,
  type LocalDate,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { Lru } from '../../storage/lru.js';
import type { RecordedAssignment } from '../assignments/answer.js';
import { about, optional } from './concepts/index.js';
import { seqOfEventId } from './event-ids.js';

interface StoredEvent {
  readonly seq: number;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly schema_version: number;
  readonly position: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly data: string;
}
const BY_SEQ = `
  SELECT e.seq, e.event_id, e.stream, e.revision, e.type, e.schema_version, e.position, e.recorded_at, a.name AS actor, e.data
  FROM events e JOIN names a ON a.id = e.actor WHERE e.seq = ?`;
const KNOWN_AT = 'coalesce(known_at, recorded_at)';
type Rises = typeof KNOWN_AT | 'position';
const KEPT_ASSIGNMENTS = 20_000;

/** Reads events by their number or id; what an event says never changes, so parsed assignments are kept. */
export class EventStore {
  readonly #assignments = new Lru<number, RecordedAssignment>(KEPT_ASSIGNMENTS);

  constructor(
    private readonly db: Database,
    private readonly shapes: EventShapes = CURRENT_SHAPES,
  ) {}

  bySeq(seq: number): EventView | undefined {
    const row = this.db.get<StoredEvent>(BY_SEQ, seq);
    return row === undefined ? undefined : this.#view(row);
  }

  byId(id: string): EventView | undefined {
    const seq = this.seqOf(id);
    return seq === undefined ? undefined : this.bySeq(seq);
  }

  seqOf(id: string): number | undefined {
    return seqOfEventId(this.db, id);
  }

  /** Id of an event that exists. */
  idOf(seq: number): string {
    return (
      this.db.get<{ event_id: string }>('SELECT event_id FROM events WHERE seq = ?', seq)?.event_id ?? ''
    );
  }

  /** When an event that exists was recorded. */
  recordedAt(seq: number): string {
    return (
      this.db.get<{ recorded_at: string }>('SELECT recorded_at FROM events WHERE seq = ?', seq)
        ?.recorded_at ?? ''
    );
  }

  /** The assignment that an event recorded. */
  assignment(seq: number): RecordedAssignment {
    return this.#assignments.get(seq, () => {
      const assignment = this.#assignment(seq);
      const restsOnSeqs = (assignment.restsOn ?? []).flatMap((id) => this.seqOf(id) ?? []);
      return { seq, assignment, restsOnSeqs };
    });
  }

  /** Number of the last event recorded at or before an instant, by the running maximum. */
  seqKnownAt(instant: Instant, head: number): number {
    return this.lastWhere(head, KNOWN_AT, (knownAt) => knownAt <= instant);
  }

  /** Number of the last event of those that were all recorded before an instant, by the running maximum. */
  seqBefore(instant: Instant, head: number): number {
    return this.lastWhere(head, KNOWN_AT, (knownAt) => knownAt < instant);
  }

  /** Numbers of events whose own time is before the running maximum, and before an instant. */
  stampedLate(after: number, upTo: number, before: Instant): readonly number[] {
    return this.db
      .all<{ seq: number }>(
        `SELECT seq FROM events INDEXED BY events_stamped_late
         WHERE known_at IS NOT NULL AND recorded_at < ? AND seq > ? AND seq <= ? ORDER BY seq`,
        before,
        after,
        upTo,
      )
      .map((row) => row.seq);
  }

  /**
   * Number of the last event for which a condition on something that only rises holds, found by halving: the running
   * maximum of the times, or the positions.
   */
  lastWhere(head: number, rising: Rises, holds: (value: string) => boolean): number {
    let last = 0;
    let beyond = head + 1;
    while (beyond - last > 1) {
      const middle = Math.floor((last + beyond) / 2);
      const sql = `SELECT ${rising} AS value FROM events WHERE seq = ?`;
      const row = this.db.get<{ value: string }>(sql, middle);
      if (row !== undefined && holds(row.value)) last = middle;
      else beyond = middle;
    }
    return last;
  }

  #assignment(seq: number): Assignment {
    const row = this.db.get<Pick<StoredEvent, 'type' | 'schema_version' | 'data'>>(
      'SELECT type, schema_version, data FROM events WHERE seq = ?',
      seq,
    );
    const { type = '', schema_version: schemaVersion = 0, data = '' } = row ?? {};
    return toCurrent({ type, schemaVersion, data: JSON.parse(data) as unknown }, this.shapes)
      .data as Assignment;
  }

  /** Shows what was recorded as it was recorded; what it says of itself is read in the current version. */
  #view(row: StoredEvent): EventView {
    const data: unknown = JSON.parse(row.data);
    const { type, schema_version: schemaVersion } = row;
    const said = about(toCurrent({ type, schemaVersion, data }, this.shapes) as DomainEvent);
    return {
      id: row.event_id,
      stream: row.stream,
      revision: row.revision,
      type: type as EventType,
      schemaVersion,
      seq: row.seq,
      position: row.position,
      recordedAt: row.recorded_at as Instant,
      ...optional('effectiveFrom', said.effectiveFrom as LocalDate | undefined),
      actor: JSON.parse(row.actor.slice('actor:'.length)) as Actor,
      ...optional('actId', said.actId),
      ...optional('reason', said.reason),
      ...optional('correctsSeq', said.corrects === undefined ? undefined : this.seqOf(said.corrects)),
      data,
    };
  }
}
