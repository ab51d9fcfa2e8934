import type {
  AppendResult,
  EventEnvelope,
  EventLog,
  ExpectedRevision,
  Position,
  ReadOptions,
  RecordedEnvelope,
  SubscriptionItem,
} from '#application';
import type { Append } from './bugs/bug.js';
import { unavailable } from './stores/switched-log.js';
import type { World } from './world.js';

const SLOW_ITEMS = 0.1;
const DROPPED = 0.01;

/** A log as a process of a busy machine uses it: every call takes a while, and a subscription may end. */
export class UnsteadyLog implements EventLog {
  #subscriptions = 0;

  constructor(
    private readonly world: World,
    private readonly log: EventLog,
  ) {}

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    const append = this.world.bug.append ?? plainAppend;
    return this.#slowly(() => append(this.log, stream, events, expected));
  }

  readStream(stream: string, from: number, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.#slowly(() => this.log.readStream(stream, from, options));
  }

  readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.#slowly(() => this.log.readAll(after, options));
  }

  async *subscribe(
    after: Position | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<SubscriptionItem, void, undefined> {
    const resumed = this.#subscriptions > 0;
    this.#subscriptions += 1;
    const items = this.log.subscribe(after, signal);
    for await (const item of this.world.bug.items?.(items, resumed) ?? items) {
      if (this.world.mischief(SLOW_ITEMS)) await this.world.pause(20);
      yield item;
      if (!this.world.mischief(DROPPED)) continue;
      this.world.note('a subscription is dropped');
      if (this.world.random.chance(0.5)) return;
      throw unavailable();
    }
  }

  head(): Promise<Position | undefined> {
    return this.#slowly(() => this.log.head());
  }

  close(): Promise<void> {
    return this.log.close();
  }

  async #slowly<T>(call: () => Promise<T>): Promise<T> {
    await this.world.pause(20);
    const result = await call();
    await this.world.pause(20);
    return result;
  }
}

const plainAppend: Append = (log, stream, events, expected) => log.append(stream, events, expected);
