import type { Direction, Filter, ProposedEvent, StoredEvent } from './event.js';

/** Two numbers that clients hand back; the server compares them in this order. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** A part of the log that was looked through for a reader. */
export interface Page {
  readonly events: readonly StoredEvent[];
  /** Where the next page begins. */
  readonly next: number;
  /** How many events were looked at, wanted or not. */
  readonly considered: number;
  readonly isEnd: boolean;
}

/** A position at which no read can begin. */
export class NoRecordBoundary extends Error {}

/** Two numbers that are no position at all. */
export class InvalidPosition extends Error {}

const FIRST_POSITION = 1_947n;
const FIRST_CREATED = Date.UTC(2025, 6, 1);
const RECORD_OVERHEAD = 101;

/** All events of all streams in one order. */
export class Log {
  readonly #events: StoredEvent[] = [];
  readonly #listeners = new Set<(events: readonly StoredEvent[]) => void>();
  /** Where records begin that hold no event. */
  readonly #bare = new Set<bigint>();
  #end = FIRST_POSITION;

  get events(): readonly StoredEvent[] {
    return this.#events;
  }

  get length(): number {
    return this.#events.length;
  }

  /** Called with the events of each append, in order and at once. */
  onAppend(listener: (events: readonly StoredEvent[]) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds an event; positions grow by what a record needs, so they leave gaps. */
  add(stream: string, revision: number, event: ProposedEvent): StoredEvent {
    const created = FIRST_CREATED + this.#events.length;
    const stored = { ...event, stream, revision, position: this.#end, created };
    const size =
      RECORD_OVERHEAD + stream.length + event.type.length + event.data.length + event.metadata.length;
    this.#end += BigInt(size);
    this.#events.push(stored);
    return stored;
  }

  /** Adds a record without an event, as an append of nothing leaves one; its position. */
  addBare(): bigint {
    const position = this.#end;
    this.#bare.add(position);
    this.#end += BigInt(RECORD_OVERHEAD);
    return position;
  }

  /** Tells the listeners of events that were added. */
  publish(events: readonly StoredEvent[]): void {
    for (const listener of [...this.#listeners]) listener(events);
  }

  /**
   * The first events that a reader wants, from a position on.
   * @throws NoRecordBoundary for a position inside a record, and backwards for one past the end.
   */
  read({ from, backwards, maxCount }: Direction<Position>, filter: Filter): readonly StoredEvent[] {
    if (backwards && typeof from === 'object') this.#requireBoundary(from);
    const place = from === 'start' ? 0 : from === 'end' ? this.length : this.indexOf(from);
    const step = backwards ? -1 : 1;
    const events: StoredEvent[] = [];
    for (let i = backwards ? place - 1 : place; events.length < maxCount; i += step) {
      const event = this.#events[i];
      if (event === undefined) break;
      if (filter(event)) events.push(event);
    }
    return events;
  }

  /** Looks through at most `window` events from an index on, until `maxCount` of them are wanted. */
  page(start: number, maxCount: number, window: number, filter: Filter): Page {
    const events: StoredEvent[] = [];
    let next = start;
    while (next < this.length && events.length < maxCount && next - start < window) {
      const event = this.#events[next++];
      if (event !== undefined && filter(event)) events.push(event);
    }
    return { events, next, considered: next - start, isEnd: next >= this.length };
  }

  /**
   * The index of the first event at or after a position; the length of the log for one past its end.
   * @throws NoRecordBoundary for a position inside a record.
   */
  indexOf(position: Position): number {
    const { commit, prepare } = position;
    if (prepare > commit) throw new InvalidPosition('A record is prepared before it is committed.');
    const index = this.#firstFrom(commit);
    if (index < this.length) this.#requireBoundary(position);
    return index;
  }

  /** The index after the event at a position: where a subscription goes on. */
  indexAfter(position: Position): number {
    const index = this.indexOf(position);
    return this.#events[index]?.position === position.commit ? index + 1 : index;
  }

  #requireBoundary({ commit }: Position): void {
    const known = commit === 0n || commit === this.#end || this.#bare.has(commit);
    const isOne = known || this.#events[this.#firstFrom(commit)]?.position === commit;
    if (!isOne) throw new NoRecordBoundary(`No record begins at ${commit}.`);
  }

  #firstFrom(position: bigint): number {
    let low = 0;
    let high = this.#events.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#events[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
