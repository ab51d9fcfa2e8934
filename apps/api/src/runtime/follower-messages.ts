import type { EventLogLocation } from '#event-log';

/** What the following thread is told. The location comes here and not as data of the thread, which dumps show. */
export type ToFollower =
  { readonly kind: 'follow'; readonly log: EventLogLocation } | { readonly kind: 'stop' };

/** What it tells: that its read model is open, or why it has ended. */
export type FromFollower =
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
      readonly field?: string;
      readonly value?: string;
      readonly remedy?: string;
    };

/** What the thread is started with. */
export interface FollowerData {
  readonly readModel: string;
}
