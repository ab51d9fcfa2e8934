import type { DomainEvent, EventType, Instant } from '#domain';

/** Who acted, as an opaque id with the office he acted for; never a name. */
export interface Actor {
  readonly id: string;
  readonly office: string;
  readonly role: string;
}

/** Where an imported fact was read. */
export interface ImportSource {
  readonly system: string;
  readonly file: string;
  readonly record: string;
  readonly recordedAt: Instant;
}

export interface EventMetadata {
  readonly $correlationId: string;
  readonly $causationId: string;
  readonly commandId: string;
  readonly actor: Actor;
  /** Stamped by the injected clock when appended: the record-time axis. */
  readonly recordedAt: Instant;
  readonly source?: ImportSource;
}

/** An event ready to be stored. `eventId` is the UUIDv5 of the command id and the event's index. */
export type EventEnvelope = DomainEvent & {
  readonly eventId: string;
  readonly schemaVersion: number;
  readonly metadata: EventMetadata;
};

/** A stored event with its place in its stream and in the log. */
export type RecordedEnvelope = EventEnvelope & {
  readonly stream: string;
  /** 0 for the first event of its stream. */
  readonly revision: number;
  readonly position: Position;
};

/** Opaque place in the log as a decimal string; only its own store can compare it. */
export type Position = string;

/** The revision of the stream's last event as the writer saw it; never "any". */
export type ExpectedRevision = 'no-stream' | number;

/** Result of an append: the place of its last event. */
export interface AppendResult {
  readonly revision: number;
  readonly position: Position;
  /** True where all events were there already (a retry) and nothing was written. */
  readonly alreadyRecorded: boolean;
}

export interface ReadOptions {
  readonly maxCount: number;
}

/** What a subscription yields: events in log order, and a word each time it reaches the end of the log. */
export type SubscriptionItem =
  | { readonly kind: 'event'; readonly event: RecordedEnvelope }
  | { readonly kind: 'caught-up'; readonly position: Position | undefined };

/** Most bytes one append may hold, all its events together (serialised data and metadata, UTF-8). */
export const MAX_APPEND_BYTES = 1_000_000;

/**
 * The ordered, immutable log of all events.
 * Errors are `BanGiaoError` with code `LOG_CONFLICT` (wrong expected revision; `value` is the actual one),
 * `LOG_APPEND_TOO_LARGE`, `LOG_INVALID_EVENT`, `LOG_UNAVAILABLE`, `LOG_OUTCOME_UNKNOWN`, `LOG_FULL_DISK`,
 * `LOG_LOCKED`, `LOG_VERSION_UNSUPPORTED`, `LOG_CORRUPT` (what is damaged is never served), `LOG_READ_ONLY`,
 * `LOG_CLOSED`; what no read can mean is `INVALID_POSITION`, `INVALID_REVISION` or `INVALID_PAGE_SIZE`.
 */
export interface EventLog {
  /**
   * Appends all events or none; when it returns they are on disk.
   * A retry, with the same event ids and the same expected revision, returns the first result and writes nothing.
   * At another revision only some stores know the ids again: whoever decides anew looks for them first.
   */
  append(stream: string, events: readonly EventEnvelope[], expected: ExpectedRevision): Promise<AppendResult>;
  /** Events of a stream from a revision on, at most `maxCount`; empty for a stream that does not exist. */
  readStream(
    stream: string,
    fromRevision: number,
    options: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]>;
  /** Events after a position (from the beginning where absent), at most `maxCount`, in log order. */
  readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]>;
  /** Events after a position, then live ones until the signal aborts. */
  subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem>;
  /** Position of the last event; undefined for an empty log. */
  head(): Promise<Position | undefined>;
  close(): Promise<void>;
}

export type { DomainEvent, EventType };
