/** An event as a client hands it in. */
export interface ProposedEvent {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as the server keeps it. */
export interface StoredEvent extends ProposedEvent {
  readonly stream: string;
  readonly revision: number;
  /** Commit and prepare position at once: on the observed servers both were always equal. */
  readonly position: bigint;
  /** Milliseconds since 1970 by the model's own count: it has no clock. */
  readonly created: number;
}

/** What the writer says the stream is like. */
export type Expected = number | 'any' | 'no_stream' | 'stream_exists';

/** What became of an append. */
export type AppendOutcome =
  | AppendSuccess
  | { readonly kind: 'wrong-expected-version'; readonly current: number | undefined }
  | { readonly kind: 'stream-deleted' }
  | { readonly kind: 'too-large'; readonly limit: number };

/** `repeated`: the events were there already, and this is their first place. */
export interface AppendSuccess {
  readonly kind: 'written' | 'repeated';
  /** The revision of the last event of the stream; undefined where there is none. */
  readonly revision: number | undefined;
  readonly position: bigint;
}

/** Which events a reader wants. */
export type Filter = (event: StoredEvent) => boolean;

/** Where a read begins, and which way it goes. */
export interface Direction<From> {
  readonly from: From | 'start' | 'end';
  readonly backwards: boolean;
  readonly maxCount: number;
}
