import type { RecordedEnvelope } from '#application';
import { BanGiaoError, CURRENT_SHAPES, toCurrent, type EventShapes } from '#domain';
import type { ProjectionWriter } from '../projections/projection.js';
import { PROJECTIONS } from '../schema.js';
import type { Database } from '../storage/database.js';
import { openForWriting } from '../storage/open.js';
import { readCheckpoint, writeCheckpoint, type Checkpoint } from './checkpoint.js';
import { isOfTheEvent, poisonError, recordPoison } from './poison.js';
import { isAfter } from './positions.js';

export interface TargetOptions {
  /** In which versions the projections read events; absent: those of this release. */
  readonly shapes?: EventShapes;
}

/** One file and the projections that write to it. */
export class ProjectionTarget {
  readonly database: Database;
  readonly #shapes: EventShapes;
  readonly #writers: readonly ProjectionWriter[];
  #checkpoint: Checkpoint;

  constructor(
    readonly path: string,
    options: TargetOptions = {},
  ) {
    this.database = openForWriting(path);
    this.#shapes = options.shapes ?? CURRENT_SHAPES;
    this.#writers = PROJECTIONS.map((projection) => projection.writer(this.database));
    this.#checkpoint = readCheckpoint(this.database);
  }

  get checkpoint(): Checkpoint {
    return this.#checkpoint;
  }

  /** See `Projector.project`. */
  project(events: readonly RecordedEnvelope[]): void {
    if (events.length === 0) return;
    try {
      this.#transact(events);
    } catch (error) {
      if (!isOfTheEvent(error)) throw error;
      this.#stopAtPoison(events, error);
    }
  }

  close(): void {
    this.database.close();
  }

  /** Projects one event at a time up to the one that cannot be. */
  #stopAtPoison(events: readonly RecordedEnvelope[], error: unknown): never {
    for (const event of events) {
      try {
        this.#transact([event]);
      } catch (cause) {
        if (!isOfTheEvent(cause)) throw cause;
        const seq = this.#checkpoint.seq + 1;
        recordPoison(this.database, seq, event, cause);
        throw poisonError(seq, event, cause);
      }
    }
    throw error;
  }

  #transact(events: readonly RecordedEnvelope[]): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      const next = this.#apply(events);
      this.database.exec('COMMIT');
      this.#checkpoint = next;
    } catch (error) {
      this.#rollBack();
      throw error;
    }
  }

  #apply(events: readonly RecordedEnvelope[]): Checkpoint {
    this.#requireOwnCheckpoint();
    let { seq, position, recordedAt } = this.#checkpoint;
    for (const event of events) {
      requireLater(event, position);
      const current = toCurrent(event, this.#shapes);
      seq += 1;
      for (const writer of this.#writers) writer.apply(current, seq, event);
      position = event.position;
      const stamped = event.metadata.recordedAt;
      if (recordedAt === undefined || recordedAt < stamped) recordedAt = stamped;
    }
    for (const writer of this.#writers) writer.flush();
    const next: Checkpoint = { seq, ...(position && { position }), ...(recordedAt && { recordedAt }) };
    writeCheckpoint(this.database, next);
    this.database.run('DELETE FROM poison');
    return next;
  }

  #rollBack(): void {
    for (const writer of this.#writers) writer.clear();
    try {
      this.database.exec('ROLLBACK');
    } catch {
      // After a full disk or a failed read SQLite has rolled back by itself; the first error is the one that counts.
    }
  }

  #requireOwnCheckpoint(): void {
    const { seq } = readCheckpoint(this.database);
    if (seq === this.#checkpoint.seq) return;
    throw new BanGiaoError(
      'READ_MODEL_CHECKPOINT_MOVED',
      `Another process writes to the read model ${this.path}.`,
      {
        field: 'file',
        value: this.path,
        remedy: 'Give each process a DATA_DIR of its own.',
      },
    );
  }
}

function requireLater({ position }: RecordedEnvelope, last: string | undefined): void {
  if (last === undefined || isAfter(position, last)) return;
  throw new BanGiaoError('READ_MODEL_NOT_ADVANCING', `Position ${position} does not come after ${last}.`, {
    field: 'position',
    value: position,
    remedy: 'Follow the log from the checkpoint of the read model, in log order.',
  });
}
