import type { Instant } from '#domain';
import type { Position } from './event-log.js';

/** How this replica stands to the log, as far as it is known without asking the log now. */
export interface ReplicaState {
  /** Whether the log answered in time when it was asked last. */
  readonly logAnswers: boolean;
  /** Last event of the log; absent for an empty log, and while the log does not answer. */
  readonly head?: Position;
  /** The read model holds everything that the log held then; absent until it did once. */
  readonly completeAsOf?: Instant;
  /** Seconds since then. */
  readonly ageSeconds?: number;
  /** Code of the error for which following is interrupted or has stopped. */
  readonly followingFailure?: string;
  /** It does not go on by itself. */
  readonly followingStopped?: boolean;
}

/** Knows how the replica stands; nobody who asks it waits for the log. */
export interface ReplicaWatch {
  state(): ReplicaState;
}
