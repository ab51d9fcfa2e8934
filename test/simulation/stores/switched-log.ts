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
import { BanGiaoError } from '#domain';

/** The log of a process that is started again now and then: in between nobody answers. */
export class SwitchedLog implements EventLog {
  current: EventLog | undefined;

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    return this.#open().append(stream, events, expected);
  }

  async readStream(stream: string, from: number, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.#open().readStream(stream, from, options);
  }

  async readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.#open().readAll(after, options);
  }

  subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem> {
    return this.#open().subscribe(after, signal);
  }

  async head(): Promise<Position | undefined> {
    return this.#open().head();
  }

  async close(): Promise<void> {
    await this.current?.close();
  }

  #open(): EventLog {
    if (this.current === undefined) throw unavailable();
    return this.current;
  }
}

/** Nobody is there for the moment. */
export function unavailable(): BanGiaoError {
  return new BanGiaoError('LOG_UNAVAILABLE', 'The simulated process is down.', { remedy: 'Ask again.' });
}
