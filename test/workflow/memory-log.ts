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

/** A log in memory that keeps the rules of the stores: expected revisions, and events that it knows again. */
export class MemoryLog implements EventLog {
  readonly events: RecordedEnvelope[] = [];
  readonly #streams = new Map<string, RecordedEnvelope[]>();

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    const there = this.#streams.get(stream) ?? [];
    const next = expected === 'no-stream' ? 0 : expected + 1;
    const again = events.every((event, i) => there[next + i]?.eventId === event.eventId);
    if (!again && next !== there.length) throw conflict(stream, next, there.length);
    if (!again) this.#write(stream, events, there);
    const last = this.#streams.get(stream)?.[next + events.length - 1];
    if (last === undefined) throw new Error(`Nothing was appended to ${stream}.`);
    return { revision: last.revision, position: last.position, alreadyRecorded: again };
  }

  async readStream(
    stream: string,
    from: number,
    { maxCount }: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    return (this.#streams.get(stream) ?? []).slice(from, from + maxCount);
  }

  async readAll(
    after: Position | undefined,
    { maxCount }: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    const start = Number(after ?? 0);
    return this.events.slice(start, start + maxCount);
  }

  async *subscribe(): AsyncIterable<SubscriptionItem> {
    throw new Error('Read it instead.');
  }

  async head(): Promise<Position | undefined> {
    return this.events.at(-1)?.position;
  }

  async close(): Promise<void> {
    // Nothing is open.
  }

  #write(stream: string, events: readonly EventEnvelope[], there: readonly RecordedEnvelope[]): void {
    const recorded = events.map((event, i) => ({
      ...event,
      stream,
      revision: there.length + i,
      position: String(this.events.length + i + 1),
    })) as RecordedEnvelope[];
    this.events.push(...recorded);
    this.#streams.set(stream, [...there, ...recorded]);
  }
}

function conflict(stream: string, expected: number, revision: number): BanGiaoError {
  return new BanGiaoError('LOG_CONFLICT', `${stream} goes on with ${revision}, not with ${expected}.`);
}
