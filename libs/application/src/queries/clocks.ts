import { localDateAt, type Instant, type LocalDate } from '#domain';
import type { Clock } from '../ports/clock.js';
import type { Position } from '../ports/event-log.js';
import type { Clocks, ReadModel } from '../ports/read-model.js';

/** The two clocks as a caller gives them. */
export interface At {
  /** Absent: today in Asia/Ho_Chi_Minh. */
  readonly validAt?: LocalDate | null;
  /** Absent: everything known. */
  readonly knownAt?: Instant | null;
  /** Answer only once the event at this position is part of what is known. */
  readonly position?: Position | null;
}

/** Longest that a query waits for a position. */
export const POSITION_WAIT_MS = 5_000;

/**
 * Resolves both clocks.
 * @throws BanGiaoError `READ_MODEL_BEHIND` where the position is not reached in time, `INVALID_POSITION`.
 */
export async function resolveClocks(
  at: At | null | undefined,
  readModel: ReadModel,
  clock: Clock,
): Promise<Clocks> {
  if (at?.position != null) await readModel.waitFor(at.position, POSITION_WAIT_MS);
  const validAt = at?.validAt ?? localDateAt(clock.now());
  const knownSeq = at?.knownAt == null ? readModel.status().seq : readModel.seqKnownAt(at.knownAt);
  return { validAt, knownSeq };
}
