import type { AppendResult, ExpectedRevision } from '#application';
import type { ErrorDetail } from '#domain';
import type { SerialisedEvent } from '../shared/serialise.js';

/** What the writing thread is started with. */
export interface WriterOptions {
  readonly file: string;
}

/** One append on its way to the writing thread. */
export interface AppendRequest {
  readonly id: number;
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly SerialisedEvent[];
}

/** An error on its way between threads. */
export interface ErrorMessage {
  readonly code: string;
  readonly message: string;
  readonly detail: ErrorDetail;
}

export type AppendAnswer =
  | { readonly id: number; readonly ok: true; readonly result: AppendResult }
  | { readonly id: number; readonly ok: false; readonly error: ErrorMessage };

export type ToWriter =
  { readonly kind: 'append'; readonly requests: readonly AppendRequest[] } | { readonly kind: 'close' };
export type FromWriter =
  | { readonly kind: 'open' }
  | { readonly kind: 'failed'; readonly error: ErrorMessage }
  | { readonly kind: 'answers'; readonly answers: readonly AppendAnswer[] };

/** Name of the channel on which the writing thread tells that something was committed. */
export function channelOf(file: string): string {
  return `ban-giao-log:${file}`;
}
