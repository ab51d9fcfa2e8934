import {
  StoreFailure,
  type Placed,
  type ProposedEvent,
  type ReadAllOptions,
  type ReadFrom,
  type StoreClient,
  type StoredEvent,
  type StoreItem,
  type StorePosition,
} from '../../../libs/event-log/src/testing/index.js';
import type { World } from '../world.js';
import { LATEST_MS, type Cluster, type NodeName } from './cluster.js';

/** What becomes of an append. */
const APPENDS = {
  answered: 80,
  refused: 3,
  'not leader': 3,
  'lost on the way': 3,
  'answer lost': 5,
  'no answer': 2,
  'written without an answer': 2,
  'written late': 2,
} as const;
/** What becomes of it while nobody seems to be there. */
const APPENDS_AWAY = { refused: 6, 'lost on the way': 3, 'answer lost': 1 } as const;
/** What becomes of a read. */
const READS = { answered: 94, refused: 3, 'no answer': 1, broken: 2 } as const;
/** What becomes of a subscription before its first event. */
const SUBSCRIPTIONS = { confirmed: 92, refused: 5, 'no answer': 3 } as const;

const DROPPED = 0.02;
const SLOW = 0.05;
const FELL_BEHIND = 0.02;
const EARLY_END = 0.02;
/** As the server: a reader that lets more than this wait is dropped. */
const LIVE_BUFFER = 32;

const failed = (summary: string, sent = true) => new StoreFailure('transient', summary, { sent });

/** One process's connection to the cluster, with everything that can happen to a call on its way. */
export class Connection implements StoreClient {
  constructor(
    private readonly world: World,
    private readonly cluster: Cluster,
  ) {}

  async append(
    stream: string,
    events: readonly ProposedEvent[],
    expected: number,
    signal: AbortSignal,
  ): Promise<Placed> {
    const write = () => this.cluster.append(stream, events, expected);
    const fate = this.cluster.isAway
      ? this.world.random.weighed(APPENDS_AWAY)
      : this.#fate(APPENDS, 'answered');
    if (fate !== 'answered') this.world.note(`append ${fate}`, stream);
    await this.#hop(signal);
    switch (fate) {
      case 'answered': {
        const placed = write();
        await this.#hop(signal);
        return placed;
      }
      case 'refused':
        throw failed(fate, false);
      case 'not leader':
      case 'lost on the way':
        throw failed(fate);
      case 'answer lost':
        write();
        await this.#hop(signal);
        throw failed(fate);
      case 'no answer':
        return aborted(signal);
      case 'written without an answer':
        write();
        return aborted(signal);
      case 'written late':
        setTimeout(() => ignoring(write), this.world.random.between(1, LATEST_MS));
        return aborted(signal);
    }
  }

  async readStream(
    stream: string,
    from: number,
    maxCount: number,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    return this.#read(signal, () => this.cluster.readStream(stream, from, maxCount));
  }

  async readAll(
    from: ReadFrom,
    options: ReadAllOptions,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    const node = options.fromLeader ? 'leader' : this.#anyNode();
    return this.#read(signal, () => this.cluster.readAll(from, options, node));
  }

  async end(signal: AbortSignal): Promise<StorePosition> {
    return this.#read(signal, () => this.cluster.end());
  }

  async *subscribe(after: StorePosition | 'start', signal: AbortSignal): AsyncGenerator<StoreItem> {
    const fate = this.#fate(SUBSCRIPTIONS, 'confirmed');
    const node = this.#anyNode();
    this.world.note(`subscription ${fate}`, node);
    await this.#hop(signal);
    if (fate === 'refused') throw failed(fate);
    if (fate === 'no answer') return aborted(signal);
    yield { kind: 'confirmed' };
    yield* this.#items(this.cluster.indexAfter(after, node), node, signal);
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  async *#items(start: number, node: NodeName, signal: AbortSignal): AsyncGenerator<StoreItem> {
    let live = false;
    for (let index = start; !signal.aborted;) {
      const event = this.cluster.at(index, node);
      if (event === undefined) {
        if (!live) yield { kind: 'caught-up' };
        live = true;
        await this.#change(signal);
        continue;
      }
      index += 1;
      if (event !== null) yield { kind: 'event', event };
      yield* this.#trouble();
      if (this.world.mischief(SLOW)) await this.world.pause(60);
      if (this.cluster.isAway || this.world.mischief(DROPPED)) throw this.#dropped('cut');
      if (live && this.cluster.ahead(index, node) > LIVE_BUFFER) throw this.#dropped('too slow');
    }
    throw failed('aborted');
  }

  /** What a server may say at any time. */
  *#trouble(): Generator<StoreItem> {
    if (this.world.mischief(FELL_BEHIND)) yield { kind: 'fell-behind' };
    if (this.world.mischief(EARLY_END)) yield { kind: 'caught-up' };
  }

  #dropped(why: string): StoreFailure {
    this.world.note(`subscription ${why}`);
    return failed(why);
  }

  async #read<T>(signal: AbortSignal, read: () => T): Promise<T> {
    const fate = this.#fate(READS, 'answered');
    await this.#hop(signal);
    switch (fate) {
      case 'answered': {
        const found = read();
        await this.#hop(signal);
        return found;
      }
      case 'refused':
        throw failed(fate, false);
      case 'no answer':
        return aborted(signal);
      case 'broken':
        throw new StoreFailure('exception', fate, { sent: true });
    }
  }

  #fate<T extends string>(fates: Readonly<Record<T, number>>, usual: NoInfer<T>): T | 'refused' {
    if (this.cluster.isAway) return 'refused';
    return this.world.unruly ? this.world.random.weighed(fates) : usual;
  }

  #anyNode(): NodeName {
    return this.world.mischief(0.3) ? 'follower' : 'leader';
  }

  /** The way there, or back. */
  async #hop(signal: AbortSignal): Promise<void> {
    await unlessAborted(signal, this.world.pause(12));
  }

  /** Resolves at the next change, or rejects at the abort. */
  async #change(signal: AbortSignal): Promise<void> {
    let unwatch = () => undefined as unknown;
    const changed = new Promise<void>((resolve) => (unwatch = this.cluster.watch(resolve)));
    try {
      await unlessAborted(signal, changed);
      await this.world.pause(3);
    } finally {
      unwatch();
    }
  }
}

/** Nobody answers: only the caller's own patience ends it. */
function aborted(signal: AbortSignal): Promise<never> {
  return unlessAborted(signal, new Promise<never>(() => undefined));
}

async function unlessAborted<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  let forget = () => undefined as unknown;
  const abort = new Promise<never>((_, reject) => {
    const fail = () => reject(failed('no answer in time'));
    if (signal.aborted) return fail();
    signal.addEventListener('abort', fail, { once: true });
    forget = () => signal.removeEventListener('abort', fail);
  });
  try {
    return await Promise.race([work, abort]);
  } finally {
    forget();
  }
}

/** A write whose caller is long gone: nobody hears what becomes of it. */
function ignoring(write: () => unknown): void {
  try {
    write();
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
  }
}
