import type { Actor, EventView } from '#application';
import type { Assignment, DomainEvent, EventType, Instant, LocalDate } from '#domain';
import type { Database } from '../../storage/database.js';
import { Lru } from '../../storage/lru.js';
import type { RecordedAssignment } from '../assignments/answer.js';
import { about, optional } from './about.js';

interface StoredEvent {
  readonly seq: number;
  readonly event_id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  readonly position: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly data: string;
}
const COLUMNS = 'seq, event_id, stream, revision, type, position, recorded_at, actor, data';
const KEPT_ASSIGNMENTS = 20_000;

/** Reads events by their number or id; what an event says never changes, so parsed assignments are kept. */
export class EventStore {
  readonly #assignments = new Lru<number, RecordedAssignment>(KEPT_ASSIGNMENTS);

  constructor(private readonly db: Database) {}

  bySeq(seq: number): EventView | undefined {
    const row = this.db.get<StoredEvent>(`SELECT ${COLUMNS} FROM events WHERE seq = ?`, seq);
    return row === undefined ? undefined : this.#view(row);
  }

  byId(id: string): EventView | undefined {
    const seq = this.seqOf(id);
    return seq === undefined ? undefined : this.bySeq(seq);
  }

  seqOf(id: string): number | undefined {
    return this.db.get<{ seq: number }>('SELECT seq FROM events WHERE event_id = ?', id)?.seq;
  }

  /** Id of an event that exists. */
  idOf(seq: number): string {
    return (
      this.db.get<{ event_id: string }>('SELECT event_id FROM events WHERE seq = ?', seq)?.event_id ?? ''
    );
  }

  /** The assignment that an event recorded. */
  assignment(seq: number): RecordedAssignment {
    return this.#assignments.get(seq, () => {
      const row = this.db.get<{ data: string }>('SELECT data FROM events WHERE seq = ?', seq);
      const assignment = JSON.parse(row?.data ?? '') as Assignment;
      const restsOnSeqs = (assignment.restsOn ?? []).flatMap((id) => this.seqOf(id) ?? []);
      return { seq, assignment, restsOnSeqs };
    });
  }

  /** Number of the last event recorded at or before an instant, by the running maximum. */
  seqKnownAt(instant: Instant, head: number): number {
    let known = 0;
    let unknown = head + 1;
    while (unknown - known > 1) {
      const middle = Math.floor((known + unknown) / 2);
      const row = this.db.get<{ known_at: string }>('SELECT known_at FROM events WHERE seq = ?', middle);
      if (row !== undefined && row.known_at <= instant) known = middle;
      else unknown = middle;
    }
    return known;
  }

  /** Number of the first event by whose time an instant is reached; earlier ones were all recorded before it. */
  seqReaching(instant: Instant, head: number): number {
    let before = 0;
    let reached = head + 1;
    while (reached - before > 1) {
      const middle = Math.floor((before + reached) / 2);
      const row = this.db.get<{ known_at: string }>('SELECT known_at FROM events WHERE seq = ?', middle);
      if (row !== undefined && row.known_at < instant) before = middle;
      else reached = middle;
    }
    return reached;
  }

  #view(row: StoredEvent): EventView {
    const data: unknown = JSON.parse(row.data);
    const said = about({ type: row.type, data } as DomainEvent);
    return {
      id: row.event_id,
      stream: row.stream,
      revision: row.revision,
      type: row.type as EventType,
      seq: row.seq,
      position: row.position,
      recordedAt: row.recorded_at as Instant,
      ...optional('effectiveFrom', said.effectiveFrom as LocalDate | undefined),
      actor: JSON.parse(row.actor) as Actor,
      ...optional('actId', said.actId),
      ...optional('reason', said.reason),
      ...optional('correctsSeq', said.corrects === undefined ? undefined : this.seqOf(said.corrects)),
      data,
    };
  }
}
