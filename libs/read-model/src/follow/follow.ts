import type { EventLog, RecordedEnvelope, SubscriptionItem } from '#application';
import { BanGiaoError } from '#domain';
import type { Checkpoint } from './checkpoint.js';
import { requireOfLog } from './last-event.js';
import type { Projector } from './projector.js';

/** Told after each batch, and when the end of the log is reached. */
export type FollowProgress = Checkpoint & { readonly caughtUp: boolean };
export interface FollowOptions {
  /** Most events in one transaction. */
  readonly batchSize?: number;
}

const BATCH_SIZE = 1_000;
const GENERATION_CHECK_MS = 250;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/**
 * Follows the log into the read model until the signal aborts: from the checkpoint, in batches, for ever.
 * A log that is not available is asked again. One that does not hold what is projected and an event that cannot be
 * projected stop it, as everything else does that following on would hide: it rejects with the error.
 * Goes over to a rebuilt file when there is one.
 */
export async function follow(
  log: EventLog,
  projector: Projector,
  signal: AbortSignal,
  onProgress: (progress: FollowProgress) => void = () => undefined,
  options: FollowOptions = {},
): Promise<void> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const before = projector.checkpoint().seq;
    try {
      const end = await followOnce(log, projector, signal, onProgress, options.batchSize ?? BATCH_SIZE);
      pause = FIRST_PAUSE_MS;
      if (end === 'dropped') await sleep(pause, signal);
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      pause = projector.checkpoint().seq > before ? FIRST_PAUSE_MS : Math.min(2 * pause, LONGEST_PAUSE_MS);
      await sleep(pause, signal);
    }
  }
}

/** One subscription, until the signal aborts, a rebuilt file takes over, or the log drops it. */
async function followOnce(
  log: EventLog,
  projector: Projector,
  signal: AbortSignal,
  onProgress: (progress: FollowProgress) => void,
  batchSize: number,
): Promise<'aborted' | 'switched' | 'dropped'> {
  await requireOfLog(projector.lastEvent(), log);
  const ended = new AbortController();
  const both = AbortSignal.any([signal, ended.signal]);
  const batch = new Batch(projector, batchSize, onProgress, () => ended.abort());
  const generations = setInterval(() => {
    batch.guard(() => {
      if (!projector.reopen()) return;
      batch.drop();
      ended.abort();
    });
  }, GENERATION_CHECK_MS);
  try {
    await consume(log.subscribe(projector.checkpoint().position, both), batch, both);
    if (!ended.signal.aborted) batch.flush();
  } finally {
    clearInterval(generations);
    batch.drop();
  }
  // eslint-disable-next-line @typescript-eslint/only-throw-error -- thrown on as it came
  if (batch.failure !== undefined) throw batch.failure;
  if (signal.aborted) return 'aborted';
  return ended.signal.aborted ? 'switched' : 'dropped';
}

async function consume(
  items: AsyncIterable<SubscriptionItem>,
  batch: Batch,
  signal: AbortSignal,
): Promise<void> {
  try {
    for await (const item of items) {
      if (signal.aborted) return;
      batch.take(item);
    }
  } catch (error) {
    // An aborted subscription may end with an error of its own.
    if (!signal.aborted) throw error;
  }
}

/** Collects events until there are many, or until the source has no more at the moment. */
class Batch {
  #events: RecordedEnvelope[] = [];
  #scheduled: NodeJS.Immediate | undefined;
  failure: unknown;

  constructor(
    private readonly projector: Projector,
    private readonly size: number,
    private readonly onProgress: (progress: FollowProgress) => void,
    private readonly onFailure: () => void,
  ) {}

  take(item: SubscriptionItem): void {
    if (item.kind === 'caught-up') {
      this.flush();
      this.onProgress({ ...this.projector.checkpoint(), caughtUp: true });
      return;
    }
    this.#events.push(item.event);
    if (this.#events.length >= this.size) this.flush();
    else this.#scheduled ??= setImmediate(() => this.guard(() => this.flush()));
  }

  flush(): void {
    const events = this.#events;
    this.drop();
    if (events.length === 0) return;
    this.projector.project(events);
    this.onProgress({ ...this.projector.checkpoint(), caughtUp: false });
  }

  /** Forgets what is not projected; it is read again from the checkpoint. */
  drop(): void {
    if (this.#scheduled !== undefined) clearImmediate(this.#scheduled);
    this.#scheduled = undefined;
    this.#events = [];
  }

  /** Runs something outside the loop and hands its error to the loop. */
  guard(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.failure = error;
      this.onFailure();
    }
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof BanGiaoError && error.code === 'LOG_UNAVAILABLE';
}

async function sleep(milliseconds: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
