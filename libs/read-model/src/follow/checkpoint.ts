import type { Position, ReadModelStatus } from '#application';
import type { Instant } from '#domain';
import type { Database } from '../storage/database.js';

/** How far the log has been projected. */
export interface Checkpoint {
  /** Number of events projected. */
  readonly seq: number;
  /** Position of the last one; absent before the first. */
  readonly position?: Position;
  /** Running maximum of `recordedAt`. */
  readonly recordedAt?: Instant;
}

interface StoredCheckpoint {
  readonly seq: number;
  readonly position: string | null;
  readonly recorded_at: string | null;
}

export function readCheckpoint(db: Database): Checkpoint {
  const row = db.get<StoredCheckpoint>('SELECT seq, position, recorded_at FROM checkpoint');
  return {
    seq: row?.seq ?? 0,
    ...(row?.position == null ? {} : { position: row.position }),
    ...(row?.recorded_at == null ? {} : { recordedAt: row.recorded_at as Instant }),
  };
}

export function writeCheckpoint(db: Database, { seq, position, recordedAt }: Checkpoint): void {
  db.run(
    'UPDATE checkpoint SET seq = ?, position = ?, recorded_at = ?',
    seq,
    position ?? null,
    recordedAt ?? null,
  );
}

/** The checkpoint and, where following has stopped, the event it stopped at. */
export function readStatus(db: Database): ReadModelStatus {
  const poison = db.get<{ seq: number; message: string }>('SELECT seq, message FROM poison');
  const checkpoint = readCheckpoint(db);
  return poison === undefined
    ? checkpoint
    : { ...checkpoint, poison: { seq: poison.seq, message: poison.message } };
}
