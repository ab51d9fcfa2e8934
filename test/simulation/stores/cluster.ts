import {
  NoRecordBoundary,
  ServerModel,
  StoreFailure,
  type ModelEvent,
  type Placed,
  type ProposedEvent,
  type ReadAllOptions,
  type ReadFrom,
  type StoredEvent,
  type StorePosition,
} from '../../../libs/event-log/src/testing/index.js';
import type { World } from '../world.js';

export type NodeName = 'leader' | 'follower';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const LAG_MS = 400;
/** Longest that a request, once sent, is on its way. */
export const LATEST_MS = 20_000;

/**
 * A cluster: what its leader has is the model of the tests' server; a follower has the same a while later,
 * and events of the server's own are among both.
 */
export class Cluster {
  readonly #model = new ServerModel();
  readonly #watchers = new Set<() => void>();
  /** How much of the log the follower has. */
  #replicated = 0;
  #away: Promise<void> | undefined;

  constructor(private readonly world: World) {
    this.#model.log.onAppend(() => {
      this.#tell();
      setTimeout(() => this.#replicate(), world.random.between(1, world.unruly ? LAG_MS : 5));
    });
  }

  /** Whether nobody can be reached. */
  get isAway(): boolean {
    return this.#away !== undefined;
  }

  goAway(): void {
    this.#away ??= this.#beAway().finally(() => (this.#away = undefined));
    this.#tell();
  }

  /** Resolves when it is there, and everything that was on its way has come. */
  async settled(): Promise<void> {
    await this.#away;
    await this.world.pause(LATEST_MS, LATEST_MS);
  }

  async #beAway(): Promise<void> {
    this.world.note('the cluster is away');
    // Longer, now and then, than anybody goes on trying.
    await this.world.pause(this.world.random.pick([300, 3_000, 30_000]), 50);
    this.world.note('the cluster is back');
  }

  /** Writes on the leader. @throws StoreFailure where the stream is not as expected. */
  append(stream: string, events: readonly ProposedEvent[], expected: number): Placed {
    const proposed = events.map(({ id, type, data, metadata }) => ({
      id,
      type,
      isJson: true,
      data: encoder.encode(data),
      metadata: encoder.encode(metadata),
    }));
    const outcome = this.#model.append(stream, proposed, expected < 0 ? 'no_stream' : expected);
    this.world.note(outcome.kind, stream);
    switch (outcome.kind) {
      case 'written':
      case 'repeated':
        return { revision: outcome.revision ?? -1, position: both(outcome.position ?? 0n) };
      case 'wrong-expected-version':
        throw new StoreFailure('conflict', 'simulated', { sent: true, actual: outcome.current ?? -1 });
      case 'stream-deleted':
        throw new StoreFailure('stream-deleted', 'simulated', { sent: true });
      case 'too-large':
        throw new StoreFailure('too-large', 'simulated', { sent: true });
    }
  }

  readStream(stream: string, from: number, maxCount: number): readonly StoredEvent[] {
    const read = this.#model.readStream(stream, { from, backwards: false, maxCount });
    return read.kind === 'events' ? read.events.map(stored) : [];
  }

  readAll(from: ReadFrom, { backwards, maxCount }: ReadAllOptions, node: NodeName): readonly StoredEvent[] {
    const end = this.#endOf(node);
    const isThere = (event: ModelEvent) =>
      isOfUsers(event) && this.#model.log.indexOf(both(event.position)) < end;
    try {
      return this.#model.log.read({ from, backwards, maxCount }, isThere).map(stored);
    } catch (error) {
      if (error instanceof NoRecordBoundary) throw new StoreFailure('exception', 'simulated', { sent: true });
      throw error;
    }
  }

  end(): StorePosition {
    return both(this.#model.log.events.at(-1)?.position ?? 0n);
  }

  /** The place after a position, as far as a node has it: one that lags begins at its own end. */
  indexAfter(position: StorePosition | 'start', node: NodeName): number {
    const index = position === 'start' ? 0 : this.#model.log.indexAfter(position);
    return Math.min(index, this.#endOf(node));
  }

  /** The event at a place; undefined at the end of what a node has, null for one of the server's own. */
  at(index: number, node: NodeName): StoredEvent | null | undefined {
    const event = index < this.#endOf(node) ? this.#model.log.events[index] : undefined;
    if (event === undefined) return undefined;
    return isOfUsers(event) ? stored(event) : null;
  }

  /** How many events a node has from a place on. */
  ahead(index: number, node: NodeName): number {
    return this.#endOf(node) - index;
  }

  /** Called whenever something changes. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  #endOf(node: NodeName): number {
    return node === 'leader' ? this.#model.log.length : this.#replicated;
  }

  #replicate(): void {
    const left = this.#model.log.length - this.#replicated;
    this.#replicated += this.world.unruly ? this.world.random.between(0, left) : left;
    this.#tell();
    if (this.#replicated < this.#model.log.length) {
      setTimeout(() => this.#replicate(), this.world.random.between(1, LAG_MS));
    }
  }

  #tell(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }
}

function both(position: bigint): StorePosition {
  return { commit: position, prepare: position };
}

function isOfUsers({ stream }: ModelEvent): boolean {
  return !stream.startsWith('$');
}

function stored({ id, type, stream, revision, position, data, metadata }: ModelEvent): StoredEvent {
  const place = { stream, revision, position: both(position) };
  return { id, type, ...place, data: decoder.decode(data), metadata: decoder.decode(metadata) };
}
