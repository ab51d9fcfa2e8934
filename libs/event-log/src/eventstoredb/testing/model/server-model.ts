import { checkCommit } from './commit-check.js';
import type {
  AppendOutcome,
  AppendSuccess,
  Direction,
  Expected,
  ProposedEvent,
  StoredEvent,
} from './event.js';
import { Log } from './log.js';
import { Stream, type StreamRead } from './stream.js';

/** How a model differs from the usual server. */
export interface ModelOptions {
  /** After so many appends the server writes an event of its own, as a real one does now and then; 0 for never. */
  readonly systemEventEvery?: number;
  readonly maxAppendBytes?: number;
}

const MAX_APPEND_BYTES = 1_048_576;
const encoder = new TextEncoder();
const EMPTY = new Uint8Array();

/**
 * What an EventStoreDB keeps and answers, by `eventstoredb.md` and the code of 23.10.6: in memory, without
 * network, clock or chance, so that the same calls lead to the same answers and positions.
 */
export class ServerModel {
  readonly log = new Log();
  readonly maxAppendBytes: number;
  readonly #systemEventEvery: number;
  readonly #streams = new Map<string, Stream>();
  readonly #known = new Map<string, { stream: string; revision: number }>();
  #appends = 0;

  constructor({ systemEventEvery = 5, maxAppendBytes = MAX_APPEND_BYTES }: ModelOptions = {}) {
    this.#systemEventEvery = systemEventEvery;
    this.maxAppendBytes = maxAppendBytes;
    if (systemEventEvery > 0) this.#writeSystemEvent('$settings', '$serverStarted', '{}');
  }

  /** Every event of users, in order: what a test looks at. */
  get events(): readonly StoredEvent[] {
    return this.log.events.filter((event) => !event.stream.startsWith('$'));
  }

  append(name: string, events: readonly ProposedEvent[], expected: Expected): AppendOutcome {
    if (sizeOf(events) > this.maxAppendBytes) return { kind: 'too-large', limit: this.maxAppendBytes };
    const stream = this.#stream(name);
    const decision = checkCommit(name, stream, events, expected, this.#known);
    switch (decision.kind) {
      case 'write':
        return this.#write(name, stream, events);
      case 'repeated':
        return placeOf('repeated', stream.at(decision.lastRevision));
      case 'wrong-expected-version':
        return { ...decision, current: currentOf(stream) };
      case 'stream-deleted':
        return decision;
    }
  }

  readStream(name: string, direction: Direction<number>): StreamRead {
    return this.#streams.get(name)?.read(direction) ?? { kind: 'not-found' };
  }

  /** The revision of the last event of a stream; -1 where there is none. */
  lastRevision(name: string): number {
    return this.#streams.get(name)?.last ?? -1;
  }

  /** Hides a stream from its readers; an append goes on with its revisions. */
  deleteStream(name: string, expected: Expected): AppendOutcome {
    if (this.lastRevision(name) < 0) return { kind: 'wrong-expected-version', current: undefined };
    return this.#remove(name, expected, (stream) => {
      stream.softDelete();
      return this.#writeSystemEvent(`$$${name}`, '$metadata', '{"$tb":9223372036854775807}');
    });
  }

  /** Ends a stream for ever, even before it began. */
  tombstoneStream(name: string, expected: Expected): AppendOutcome {
    return this.#remove(name, expected, (stream) => {
      const written = this.#store(name, stream, [this.#systemEvent('$streamDeleted', '{}')]);
      stream.tombstoned = true;
      this.log.publish(written);
      return placeOf('written', written.at(-1));
    });
  }

  #remove(name: string, expected: Expected, remove: (stream: Stream) => AppendSuccess): AppendOutcome {
    const stream = this.#stream(name);
    if (stream.tombstoned) return { kind: 'stream-deleted' };
    const current = currentOf(stream);
    const wanted = expected === 'no_stream' ? undefined : expected;
    const exists = expected === 'stream_exists' && current !== undefined;
    const fits = exists || expected === 'any' || wanted === current;
    return fits ? remove(stream) : { kind: 'wrong-expected-version', current };
  }

  #write(name: string, stream: Stream, events: readonly ProposedEvent[]): AppendSuccess {
    if (events.length === 0) {
      return { kind: 'written', revision: currentOf(stream), position: this.log.addBare() };
    }
    const written = this.#store(name, stream, events);
    this.log.publish(written);
    this.#appends += 1;
    if (this.#systemEventEvery > 0 && this.#appends % this.#systemEventEvery === 0) {
      this.#writeSystemEvent('$stats-127.0.0.1:2113', '$statsCollected', '{}');
    }
    return placeOf('written', written.at(-1));
  }

  #writeSystemEvent(stream: string, type: string, data: string): AppendSuccess {
    const written = this.#store(stream, this.#stream(stream), [this.#systemEvent(type, data)]);
    this.log.publish(written);
    return placeOf('written', written.at(-1));
  }

  #store(name: string, stream: Stream, events: readonly ProposedEvent[]): readonly StoredEvent[] {
    return events.map((event) => {
      const stored = this.log.add(name, stream.last + 1, event);
      stream.add(stored);
      if (!this.#known.has(event.id)) this.#known.set(event.id, { stream: name, revision: stored.revision });
      return stored;
    });
  }

  #systemEvent(type: string, data: string): ProposedEvent {
    const id = `00000000-0000-4000-8000-${this.log.length.toString(16).padStart(12, '0')}`;
    return { id, type, isJson: true, data: encoder.encode(data), metadata: EMPTY };
  }

  #stream(name: string): Stream {
    let stream = this.#streams.get(name);
    if (stream === undefined) this.#streams.set(name, (stream = new Stream()));
    return stream;
  }
}

/** The revision of the last event. */
function currentOf(stream: Stream): number | undefined {
  return stream.last < 0 ? undefined : stream.last;
}

/** Bytes that an append counts: those of later versions; 23.10.6 counts the data of its events alone. */
function sizeOf(events: readonly ProposedEvent[]): number {
  return events.reduce((sum, e) => sum + e.data.length + e.metadata.length + 2 * e.type.length, 0);
}

function placeOf(kind: AppendSuccess['kind'], last: StoredEvent | undefined): AppendSuccess {
  if (last === undefined) throw new Error('Nothing was written.');
  return { kind, revision: last.revision, position: last.position };
}
