import { MAX_APPEND_BYTES, type EventEnvelope, type RecordedEnvelope } from '../ports/event-log.js';

/** Room for ids, types and what a store adds. */
const GROUP_BYTES = MAX_APPEND_BYTES * 0.9;
const GROUP_EVENTS = 500;

/** Neighbouring events of one stream: one append. */
export interface Group {
  readonly stream: string;
  /** Revision of the first of them. */
  readonly revision: number;
  readonly events: readonly RecordedEnvelope[];
}

const encoder = new TextEncoder();

/**
 * Puts events that follow each other in one stream together, as many as one append takes.
 * How they were grouped when they were recorded need not be known: the order and the revisions stay as they are.
 */
export class Grouping {
  #events: RecordedEnvelope[] = [];
  #bytes = 0;

  /** Takes the next event of the log; gives the group that ends before it. */
  add(event: RecordedEnvelope): Group | undefined {
    const bytes = bytesOf(event);
    const ended = this.#takes(event, bytes) ? undefined : this.end();
    this.#events.push(event);
    this.#bytes += bytes;
    return ended;
  }

  /** The group that no event follows. */
  end(): Group | undefined {
    const [first] = this.#events;
    if (first === undefined) return undefined;
    const group = { stream: first.stream, revision: first.revision, events: this.#events };
    this.#events = [];
    this.#bytes = 0;
    return group;
  }

  #takes({ stream }: RecordedEnvelope, bytes: number): boolean {
    const [first] = this.#events;
    if (first === undefined) return true;
    return (
      first.stream === stream && this.#events.length < GROUP_EVENTS && this.#bytes + bytes <= GROUP_BYTES
    );
  }
}

/** An event as it is appended: its place is given by the store. */
export function withoutPlace(event: RecordedEnvelope): EventEnvelope {
  const { stream: _stream, revision: _revision, position: _position, ...envelope } = event;
  return envelope;
}

function bytesOf({ data, metadata }: EventEnvelope): number {
  return encoder.encode(JSON.stringify(data)).length + encoder.encode(JSON.stringify(metadata)).length;
}
