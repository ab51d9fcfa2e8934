import type { StorePosition } from './position.js';

/** An event on its way to the store. */
export interface ProposedEvent {
  readonly id: string;
  readonly type: string;
  /** JSON. */
  readonly data: string;
  /** JSON. */
  readonly metadata: string;
}

/** An event as the store gives it. */
export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly position: StorePosition;
}

/** The place of an append's last event. */
export interface Placed {
  readonly revision: number;
  readonly position: StorePosition;
}

/** Where a read of all events begins; a position belongs to it. */
export type ReadFrom = StorePosition | 'start' | 'end';

export interface ReadAllOptions {
  readonly backwards: boolean;
  readonly maxCount: number;
  /** True where an answer of a node that lags behind would be wrong. */
  readonly fromLeader: boolean;
}

/** What one subscription of the store gives, until it is dropped. */
export type StoreItem =
  | { readonly kind: 'confirmed' }
  | { readonly kind: 'event'; readonly event: StoredEvent }
  /** From here on events come as they are written. */
  | { readonly kind: 'caught-up' }
  /** From here on events come out of the log again. */
  | { readonly kind: 'fell-behind' };

/**
 * The store as this adapter uses it: single calls, nothing repeated, nothing resumed.
 * Everything rejects with `StoreFailure`, and soon after its signal aborts.
 * System events, and those of other logs in the same store, are left out by the store.
 */
export interface StoreClient {
  /** Writes through the leader; `expected` is -1 for a stream that is new. */
  append(
    stream: string,
    events: readonly ProposedEvent[],
    expected: number,
    signal: AbortSignal,
  ): Promise<Placed>;
  /** Reads through the leader; empty for a stream that does not exist. */
  readStream(
    stream: string,
    from: number,
    maxCount: number,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]>;
  readAll(from: ReadFrom, options: ReadAllOptions, signal: AbortSignal): Promise<readonly StoredEvent[]>;
  /** The position of the leader's last event, of whatever kind and log. */
  end(signal: AbortSignal): Promise<StorePosition>;
  /** Events after a position, or from the start; ends or throws where the store drops it. */
  subscribe(after: StorePosition | 'start', signal: AbortSignal): AsyncIterable<StoreItem>;
  close(): Promise<void>;
}
