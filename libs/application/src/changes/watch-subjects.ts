import type { Instant } from '#domain';
import type { Position } from '../ports/event-log.js';
import type { ReadModel } from '../ports/read-model.js';

/** Some of the watched subjects have new events; the next watch goes on after this position. */
export interface SubjectChange {
  readonly subjectIds: readonly string[];
  readonly position: Position;
  /** Number of the last event that is looked at. */
  readonly seq: number;
  readonly recordedAt: Instant | undefined;
}

export interface Watch {
  readonly subjectIds: readonly string[];
  /** Absent: what comes from now on. */
  readonly after?: Position;
  /** Ends the watch. */
  readonly signal: AbortSignal;
  /** Resolves when it is worth to look again. */
  readonly pause: () => Promise<void>;
}

/**
 * Tells that watched subjects changed, in the order of the log and as far as this replica knows it.
 * What happened while the caller was busy comes as one change, so that nothing is kept for a slow one.
 * @throws BanGiaoError `INVALID_POSITION`.
 */
export async function* watchSubjects(
  readModel: ReadModel,
  { subjectIds, after, signal, pause }: Watch,
): AsyncGenerator<SubjectChange, void, undefined> {
  const ids = [...new Set(subjectIds)];
  let seen = after === undefined ? readModel.status().seq : readModel.changes.seqAt(after);
  while (!signal.aborted) {
    const { seq, position, recordedAt } = readModel.status();
    const changed = seq > seen ? readModel.changes.changedSubjects(ids, seen, seq) : [];
    seen = seq;
    if (changed.length > 0 && position !== undefined)
      yield { subjectIds: changed, position, seq, recordedAt };
    else await pause();
  }
}
