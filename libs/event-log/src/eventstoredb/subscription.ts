import type { Position, SubscriptionItem } from '#application';
import { BanGiaoError } from '#domain';
import { closed } from '../shared/log-errors.js';
import { toRecorded } from './envelope.js';
import { StoreFailure } from './errors.js';
import { Backoff, NO_ANSWER, pause, type Limits } from './limits.js';
import { fromPosition, isBehind, toPosition, type StorePosition } from './position.js';
import type { Reader } from './reader.js';
import type { StoreClient, StoreItem } from './store-client.js';

/** What a subscription is made of. */
export interface Source {
  readonly store: StoreClient;
  readonly reader: Reader;
  readonly limits: Limits;
  /** Aborts when the log is closed. */
  readonly closing: AbortSignal;
}

/**
 * Events after a position, then live ones, for as long as it takes: the store drops a subscription at every
 * fail-over, and whenever a reader is slower than a burst, and each time the next one goes on where it was.
 * @throws BanGiaoError `INVALID_POSITION`, or `LOG_CLOSED` where the log is closed before the abort.
 */
export async function* subscription(
  source: Source,
  after: Position | undefined,
  signal: AbortSignal,
): AsyncGenerator<SubscriptionItem, void, undefined> {
  const { closing, limits, reader } = source;
  const ended = AbortSignal.any([signal, closing]);
  const progress = new Progress(after);
  const backoff = new Backoff(limits);
  if (after !== undefined) await untilReadable(() => reader.requirePosition(after), backoff, ended);
  while (!ended.aborted) {
    for await (const item of once(source, progress, ended)) {
      backoff.reset();
      yield item;
      if (signal.aborted) return;
    }
    await backoff.wait(ended);
  }
  if (!signal.aborted) throw closed();
}

/** How far a subscription is, over all that the store drops of it. */
class Progress {
  last: StorePosition | undefined;
  /** Whether the reader knows that it has everything up to here. */
  toldEnd = false;

  constructor(after: Position | undefined) {
    this.last = after === undefined ? undefined : fromPosition(after);
  }

  /** The end is reached, and the reader does not know yet. */
  *end(): Generator<SubscriptionItem> {
    if (this.toldEnd) return;
    this.toldEnd = true;
    yield { kind: 'caught-up', position: this.last === undefined ? undefined : toPosition(this.last) };
  }

  /** False for an event that was there already: a node that lags behind may begin before our place. */
  advance(position: StorePosition): boolean {
    if (this.last !== undefined && !isBehind(position, this.last)) return false;
    this.last = position;
    this.toldEnd = false;
    return true;
  }
}

/** What one subscription of the store gives until it is dropped; that is no error. */
async function* once(
  source: Source,
  progress: Progress,
  ended: AbortSignal,
): AsyncGenerator<SubscriptionItem> {
  const { store, limits } = source;
  const stop = new AbortController();
  const items = store
    .subscribe(progress.last ?? 'start', AbortSignal.any([ended, stop.signal]))
    [Symbol.asyncIterator]();
  const take = () => {
    const next = nextOf(items);
    // It may fail while the reader is busy with the item before; it is looked at after that.
    next.catch(() => undefined);
    return next;
  };
  const silence = setTimeout(() => stop.abort(NO_ANSWER), limits.confirmation);
  try {
    let live = false;
    for (let next = take(); ;) {
      if (live && !progress.toldEnd && (await isQuiet(next, limits.quiet))) yield* progress.end();
      const item = await next;
      clearTimeout(silence);
      if (item === undefined || ended.aborted) return;
      next = take();
      switch (item.kind) {
        case 'event':
          if (progress.advance(item.event.position)) yield { kind: 'event', event: toRecorded(item.event) };
          break;
        case 'caught-up':
          live = true;
          yield* progress.end();
          break;
        case 'fell-behind':
          live = false;
          break;
        case 'confirmed':
          break;
      }
    }
  } finally {
    clearTimeout(silence);
    stop.abort();
  }
}

/** The next item; undefined where the store dropped the subscription, in whatever way. */
async function nextOf(items: AsyncIterator<StoreItem>): Promise<StoreItem | undefined> {
  try {
    const result = await items.next();
    return result.done === true ? undefined : result.value;
  } catch (failure) {
    if (failure instanceof StoreFailure) return undefined;
    throw failure;
  }
}

/** Whether nothing comes for a while. */
async function isQuiet(next: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const waited = new AbortController();
  try {
    return await Promise.race([pause(milliseconds, waited.signal).then(() => true), next.then(() => false)]);
  } finally {
    waited.abort();
  }
}

/** Repeats a check while the log is away. */
async function untilReadable(
  check: () => Promise<void>,
  backoff: Backoff,
  ended: AbortSignal,
): Promise<void> {
  while (!ended.aborted) {
    try {
      return await check();
    } catch (error) {
      if (!(error instanceof BanGiaoError) || error.code === 'INVALID_POSITION') throw error;
    }
    await backoff.wait(ended);
  }
}
