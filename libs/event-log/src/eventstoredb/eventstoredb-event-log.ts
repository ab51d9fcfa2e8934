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
import { closed } from '../shared/log-errors.js';
import { serialise } from '../shared/serialise.js';
import { Appender } from './appender.js';
import { readConnectionString } from './client/connection-string.js';
import { GrpcStoreClient } from './client/grpc-store-client.js';
import { LIMITS, type Limits } from './limits.js';
import { Reader } from './reader.js';
import type { StoreClient } from './store-client.js';
import { subscription } from './subscription.js';

/** How a log in EventStoreDB or KurrentDB is opened. */
export interface EventStoreDbEventLogOptions {
  /** `esdb://…`, `esdb+discover://…`, `kurrentdb://…` or `kurrentdb+discover://…`. */
  readonly connectionString: string;
  /** Before the name of every stream in the store, so that several logs share it; none if nothing is said. */
  readonly streamPrefix?: string;
  readonly limits?: Partial<Limits>;
}

/**
 * Opens the log of a cluster, without connecting: it may be opened while the cluster is away.
 * Until the cluster is there, its calls reject with `LOG_UNAVAILABLE` and its subscriptions wait.
 * @throws BanGiaoError `INVALID_SETTING` for a connection string that cannot be used.
 */
export function openEventStoreDbEventLog(options: EventStoreDbEventLogOptions): EventLog {
  const settings = readConnectionString(options.connectionString);
  const store = new GrpcStoreClient(settings, { streamPrefix: options.streamPrefix ?? '' });
  return eventLogOn(store, options.limits);
}

/** The log on a store, however that is reached. */
export function eventLogOn(store: StoreClient, limits: Partial<Limits> = {}): EventLog {
  return new EventStoreDbEventLog(store, { ...LIMITS, ...limits });
}

class EventStoreDbEventLog implements EventLog {
  private readonly reader: Reader;
  private readonly appender: Appender;
  private readonly closing = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();
  private closed: Promise<void> | undefined;

  constructor(
    private readonly store: StoreClient,
    private readonly limits: Limits,
  ) {
    this.reader = new Reader(store, limits);
    this.appender = new Appender(store, limits);
  }

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    return this.during(() => this.appender.append(stream, serialise(stream, events), expected));
  }

  async readStream(
    stream: string,
    fromRevision: number,
    options: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    return this.during(() => this.reader.stream(stream, fromRevision, options));
  }

  async readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.during(() => this.reader.all(after, options));
  }

  subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem> {
    const { store, reader, limits } = this;
    return subscription({ store, reader, limits, closing: this.closing.signal }, after, signal);
  }

  async head(): Promise<Position | undefined> {
    return this.during(() => this.reader.head());
  }

  close(): Promise<void> {
    this.closed ??= this.end();
    return this.closed;
  }

  /** What was given before is answered; subscriptions end at once. */
  private async end(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
    await this.store.close();
  }

  private async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.closing.signal.aborted) throw closed();
    const working = work();
    this.underWay.add(working);
    try {
      return await working;
    } finally {
      this.underWay.delete(working);
    }
  }
}
