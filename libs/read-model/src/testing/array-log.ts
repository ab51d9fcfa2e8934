import { setTimeout as sleep } from 'node:timers/promises';
import type {
  AppendResult,
  EventLog,
  Position,
  ReadOptions,
  RecordedEnvelope,
  SubscriptionItem,
} from '#application';

/** A log in memory for tests of following and rebuilding; what is pushed to its array is what was appended. */
export class ArrayLog implements EventLog {
  constructor(readonly events: RecordedEnvelope[]) {}

  append(): Promise<AppendResult> {
    throw new Error('Push to the array instead.');
  }

  async readStream(
    stream: string,
    from: number,
    { maxCount }: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    return this.events.filter((e) => e.stream === stream && e.revision >= from).slice(0, maxCount);
  }

  async readAll(
    after: Position | undefined,
    { maxCount }: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    const start = this.#indexAfter(after);
    return this.events.slice(start, start + maxCount);
  }

  async *subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem> {
    let next = this.#indexAfter(after);
    let told = false;
    while (!signal.aborted) {
      const event = this.events[next];
      if (event !== undefined) {
        next += 1;
        told = false;
        yield { kind: 'event', event };
      } else if (!told) {
        told = true;
        yield { kind: 'caught-up', position: this.events.at(-1)?.position };
      } else {
        await sleep(2);
      }
    }
  }

  async head(): Promise<Position | undefined> {
    return this.events.at(-1)?.position;
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #indexAfter(position: Position | undefined): number {
    return position === undefined ? 0 : this.events.findIndex((e) => e.position === position) + 1;
  }
}
