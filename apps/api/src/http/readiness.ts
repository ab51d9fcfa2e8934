import type { ReadModelStatus, ReplicaState } from '#application';
import type { Serving } from './serving.js';

/** Why a replica is not ready, or what it lacks though it is. Anybody may ask, so that no more than this is told. */
export type ReadinessReason =
  | 'STOPPING'
  | 'READ_MODEL_UNREADABLE'
  | 'POISON_EVENT'
  | 'FOLLOWING_STOPPED'
  | 'PREPARING'
  | 'CATCHING_UP'
  | 'WITHOUT_LOG'
  | 'BEHIND';

export interface Readiness {
  readonly ready: boolean;
  readonly reason?: ReadinessReason;
}

/** What readiness is judged by. */
export interface Standing {
  readonly serving: Readonly<Serving>;
  /** Absent where the read model cannot be read. */
  readonly readModel: ReadModelStatus | undefined;
  readonly replica: ReplicaState;
  readonly lagSeconds: number;
}

/**
 * Ready: the read model held, at most the stated lag ago, everything that the log held, and goes on.
 * A log that is away is no reason of its own, because reads go on; the age of what they tell is.
 */
export function readiness(standing: Standing): Readiness {
  const { replica, lagSeconds } = standing;
  const stays = lasting(standing);
  if (stays !== undefined) return { ready: false, reason: stays };
  const away = replica.logAnswers ? undefined : 'WITHOUT_LOG';
  if (replica.ageSeconds === undefined) return { ready: false, reason: away ?? 'CATCHING_UP' };
  if (replica.ageSeconds > lagSeconds) return { ready: false, reason: away ?? 'BEHIND' };
  return away === undefined ? { ready: true } : { ready: true, reason: away };
}

/** What no age makes up for. */
function lasting({ serving, readModel, replica }: Standing): ReadinessReason | undefined {
  if (serving.stopping) return 'STOPPING';
  if (readModel === undefined) return 'READ_MODEL_UNREADABLE';
  if (readModel.poison !== undefined) return 'POISON_EVENT';
  if (replica.followingStopped === true) return 'FOLLOWING_STOPPED';
  return serving.prepared ? undefined : 'PREPARING';
}
