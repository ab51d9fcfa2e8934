import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { BanGiaoError } from '#domain';
import type { EventLogLocation } from '#event-log';
import type { FollowerData, FromFollower, ToFollower } from './follower-messages.js';

/** Whether the read model is being kept up with the log. */
export type Following =
  | { readonly state: 'running' }
  /** It ended by itself and is started again in a moment. */
  | { readonly state: 'restarting'; readonly code: string }
  /** Starting again would not help. */
  | { readonly state: 'stopped'; readonly code: string };

/** The thread that keeps the read model up with the log. */
export interface Follower {
  following(): Following;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

export interface FollowerOptions {
  readonly log: EventLogLocation;
  /** Path of the read model. */
  readonly readModel: string;
  /** Told when it has ended by itself. */
  readonly onFailure: (error: BanGiaoError, following: Following) => void;
  /** First pause before it is started again. */
  readonly firstPauseMs?: number;
}

/** What stays as it is, however often one tries: an event, or a file that has to be replaced. */
const PERMANENT: readonly string[] = [
  'READ_MODEL_POISON',
  'READ_MODEL_UNREADABLE',
  'READ_MODEL_VERSION',
  'LOG_CORRUPT',
  'LOG_VERSION_UNSUPPORTED',
];
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
/** A thread that ran so long has done its work before it ended. */
const GOOD_RUN_MS = 60_000;

/**
 * Starts following; resolves once the read model's file is there and open.
 * A thread that ends by itself later is started again, for ever, unless the reason for its end stays.
 */
export async function startFollower(options: FollowerOptions): Promise<Follower> {
  const first = new FollowerThread(options);
  await first.ready;
  return new SupervisedFollower(options, first);
}

class SupervisedFollower implements Follower {
  #following: Following = { state: 'running' };
  #thread: FollowerThread;
  #pause: number;
  #timer: NodeJS.Timeout | undefined;
  #stopping = false;

  constructor(
    private readonly options: FollowerOptions,
    first: FollowerThread,
  ) {
    this.#pause = options.firstPauseMs ?? FIRST_PAUSE_MS;
    this.#thread = first;
    this.#supervise(first);
  }

  following(): Following {
    return this.#following;
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#timer);
    this.#thread.stop();
    await this.#thread.ended;
  }

  #supervise(thread: FollowerThread): void {
    const startedAt = performance.now();
    void thread.ready.then(
      () => (this.#following = { state: 'running' }),
      () => undefined,
    );
    void thread.ended.then((failure) => {
      if (this.#stopping) return;
      if (performance.now() - startedAt > GOOD_RUN_MS)
        this.#pause = this.options.firstPauseMs ?? FIRST_PAUSE_MS;
      this.#onEnd(failure ?? endedByItself());
    });
  }

  #onEnd(failure: BanGiaoError): void {
    const { code } = failure;
    const again = !PERMANENT.includes(code);
    this.#following = { state: again ? 'restarting' : 'stopped', code };
    this.options.onFailure(failure, this.#following);
    if (!again) return;
    this.#timer = setTimeout(() => {
      this.#thread = new FollowerThread(this.options);
      this.#supervise(this.#thread);
    }, this.#pause);
    this.#pause = Math.min(2 * this.#pause, LONGEST_PAUSE_MS);
  }
}

/** One run of the thread. */
class FollowerThread {
  /** Resolves when the read model is open; rejects where the thread ended before. */
  readonly ready: Promise<void>;
  /** Resolves when the thread has ended, with the reason where nobody asked it to. */
  readonly ended: Promise<BanGiaoError | undefined>;
  readonly #worker: Worker;

  constructor({ log, readModel }: FollowerOptions) {
    const workerData: FollowerData = { readModel };
    this.#worker = new Worker(createRequire(import.meta.url).resolve('#follower-worker'), { workerData });
    let failure: BanGiaoError | undefined;
    this.ended = new Promise((resolve) => this.#worker.once('exit', () => resolve(failure)));
    this.ready = new Promise((resolve, reject) => {
      this.#worker.on('message', (message: FromFollower) => {
        if (message.kind === 'ready') return resolve();
        failure = new BanGiaoError(message.code, message.message, message);
      });
      void this.ended.then(() => reject(failure ?? endedByItself()));
    });
    this.ready.catch(() => undefined);
    this.#worker.on('error', (cause) => (failure = endedByItself(cause)));
    this.#tell({ kind: 'follow', log });
  }

  stop(): void {
    this.#tell({ kind: 'stop' });
  }

  #tell(message: ToFollower): void {
    this.#worker.postMessage(message);
  }
}

function endedByItself(cause?: unknown): BanGiaoError {
  const why = cause instanceof Error ? `: ${cause.message}` : '';
  return new BanGiaoError(
    'FOLLOWING_FAILED',
    `The thread that follows the log has ended${why}.`,
    { remedy: 'It is started again; look at the disk of DATA_DIR if it goes on ending.' },
    { cause },
  );
}
