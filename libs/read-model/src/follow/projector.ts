import { BroadcastChannel } from 'node:worker_threads';
import type { RecordedEnvelope } from '#application';
import { currentGeneration, generationPath, removeOlder } from '../storage/generations.js';
import { channelOf } from './channel.js';
import type { Checkpoint } from './checkpoint.js';
import { lastEvent, type LastEvent } from './last-event.js';
import { ProjectionTarget } from './projection-target.js';

/** The writing side of a read model; one per file at a time. */
export interface Projector {
  /**
   * Projects events in log order, all of them and the checkpoint in one transaction.
   * @throws BanGiaoError `READ_MODEL_POISON` for an event that cannot be projected (those before it are kept),
   * `READ_MODEL_GAP` where an event is missing, `READ_MODEL_NOT_ADVANCING` for events projected before,
   * `READ_MODEL_CHECKPOINT_MOVED` where another process writes to the same file.
   */
  project(events: readonly RecordedEnvelope[]): void;
  checkpoint(): Checkpoint;
  /** The event up to which the log is projected; undefined before the first. */
  lastEvent(): LastEvent | undefined;
  /** Goes over to the file that a rebuild has made current; true where there was one. */
  reopen(): boolean;
  close(): void;
}

export interface ProjectorOptions {
  /** Path of the read model; created where there is none. */
  readonly file: string;
}

/** Opens the read model for writing. */
export function openProjector({ file }: ProjectorOptions): Projector {
  return new SqliteProjector(file);
}

class SqliteProjector implements Projector {
  readonly #channel: BroadcastChannel;
  #generation: number;
  #target: ProjectionTarget;

  constructor(private readonly file: string) {
    this.#generation = currentGeneration(file);
    this.#target = new ProjectionTarget(generationPath(file, this.#generation));
    this.#channel = new BroadcastChannel(channelOf(file));
    this.#channel.unref();
    removeOlder(file, this.#generation);
  }

  checkpoint(): Checkpoint {
    return this.#target.checkpoint;
  }

  lastEvent(): LastEvent | undefined {
    return lastEvent(this.#target.database);
  }

  project(events: readonly RecordedEnvelope[]): void {
    try {
      this.#target.project(events);
    } finally {
      this.#channel.postMessage(this.#target.checkpoint.seq);
    }
  }

  reopen(): boolean {
    const current = currentGeneration(this.file);
    if (current === this.#generation) return false;
    const next = new ProjectionTarget(generationPath(this.file, current));
    this.#target.close();
    this.#target = next;
    this.#generation = current;
    removeOlder(this.file, current);
    return true;
  }

  close(): void {
    this.#channel.close();
    this.#target.close();
  }
}
