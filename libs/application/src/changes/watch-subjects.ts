import { BanGiaoError, type Instant } from '#domain';
import type { Position } from '../ports/event-log.js';
import type { ReadModel } from '../ports/read-model.js';
import { POSITION_WAIT_MS, requireKnown } from '../queries/index.js';

/** Some of the watched subjects changed; the next watch goes on after this position. */
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
 * Holds what is to be watched against the record: a mistyped id would never be told of.
 * A position that another replica told is waited for, as in a question.
 * @throws BanGiaoError `UNKNOWN_SUBJECT`, `INVALID_POSITION`; `READ_MODEL_BEHIND` where the position is not reached.
 */
export async function requireWatchable(
  readModel: ReadModel,
  { subjectIds, after }: Pick<Watch, 'subjectIds' | 'after'>,
): Promise<void> {
  if (after !== undefined) await reached(readModel, after);
  for (const subjectId of subjectIds) requireKnown(readModel, { subjectIds: subjectId });
}

async function reached(readModel: ReadModel, after: Position): Promise<void> {
  try {
    await readModel.waitFor(after, POSITION_WAIT_MS);
  } catch (error) {
    if (!(error instanceof BanGiaoError) || error.code !== 'READ_MODEL_BEHIND') throw error;
    throw new BanGiaoError(error.code, error.message, {
      field: 'after',
      value: after,
      remedy: 'Subscribe with a position that an answer gave; if this is one, again in a moment.',
    });
  }
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
