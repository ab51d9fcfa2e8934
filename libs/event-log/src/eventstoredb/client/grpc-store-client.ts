import type { AppendResp, ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { failureOf, StoreFailure } from '../errors.js';
import type { StorePosition } from '../position.js';
import type {
  Placed,
  ProposedEvent,
  ReadAllOptions,
  ReadFrom,
  StoreClient,
  StoredEvent,
  StoreItem,
} from '../store-client.js';
import { NO_ANSWER } from '../limits.js';
import { Connection } from './connection.js';
import type { ConnectionSettings } from './connection-string.js';
import {
  appendRequests,
  endRequest,
  readAllRequest,
  readStreamRequest,
  subscribeRequest,
  type Wanted,
} from './requests.js';
import { placed, storedEvent } from './responses.js';

/** The store behind the client's connection, by the service definitions that the client comes with. */
export class GrpcStoreClient implements StoreClient {
  private readonly connection: Connection;

  constructor(
    settings: ConnectionSettings,
    private readonly wanted: Wanted,
  ) {
    this.connection = new Connection(settings);
  }

  async append(
    stream: string,
    events: readonly ProposedEvent[],
    expected: number,
    signal: AbortSignal,
  ): Promise<Placed> {
    const streams = await this.connection.streams(signal);
    try {
      const requests = appendRequests(this.nameOf(stream), events, expected);
      return placed(await this.send(streams, requests, signal));
    } catch (error) {
      throw this.failure(streams, error, signal);
    }
  }

  async readStream(
    stream: string,
    from: number,
    maxCount: number,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    return this.page(readStreamRequest(this.nameOf(stream), from, maxCount), true, signal);
  }

  async readAll(
    from: ReadFrom,
    options: ReadAllOptions,
    signal: AbortSignal,
  ): Promise<readonly StoredEvent[]> {
    return this.page(readAllRequest(from, options, this.wanted), options.fromLeader, signal);
  }

  async end(signal: AbortSignal): Promise<StorePosition> {
    let end = { commit: 0n, prepare: 0n };
    for await (const message of this.messages(endRequest(), true, signal)) {
      end = storedEvent(message)?.position ?? end;
    }
    return end;
  }

  async *subscribe(after: StorePosition | 'start', signal: AbortSignal): AsyncGenerator<StoreItem> {
    for await (const message of this.messages(subscribeRequest(after, this.wanted), false, signal)) {
      const item = this.item(message);
      if (item !== undefined) yield item;
    }
  }

  close(): Promise<void> {
    return this.connection.close();
  }

  private send(
    streams: StreamsClient,
    requests: ReturnType<typeof appendRequests>,
    signal: AbortSignal,
  ): Promise<AppendResp> {
    return new Promise((resolve, reject) => {
      const cancel = () => call.cancel();
      const call = streams.append(...this.connection.call(true), (error, response) => {
        signal.removeEventListener('abort', cancel);
        if (error === null) resolve(response);
        else reject(error);
      });
      call.on('error', reject);
      signal.addEventListener('abort', cancel, { once: true });
      // At most a megabyte, so that nothing is gained by waiting for the connection to take it.
      for (const request of requests) call.write(request);
      call.end();
    });
  }

  private async page(req: ReadReq, leader: boolean, signal: AbortSignal): Promise<readonly StoredEvent[]> {
    const events: StoredEvent[] = [];
    for await (const message of this.messages(req, leader, signal)) {
      const event = this.eventOf(message);
      if (event !== undefined) events.push(event);
    }
    return events;
  }

  /** The messages of one call; whoever stops taking them cancels it. */
  private async *messages(req: ReadReq, leader: boolean, signal: AbortSignal): AsyncGenerator<ReadResp> {
    const streams = await this.connection.streams(signal);
    const call = streams.read(req, ...this.connection.call(leader));
    // An error may come while nobody waits for the next message.
    call.on('error', () => undefined);
    const cancel = () => call.cancel();
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    try {
      for await (const message of call) yield message as ReadResp;
    } catch (error) {
      throw this.failure(streams, error, signal);
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
  }

  private failure(streams: StreamsClient, error: unknown, signal: AbortSignal): StoreFailure {
    if (signal.aborted) {
      if (signal.reason === NO_ANSWER) this.connection.abandon(streams);
      return new StoreFailure('transient', 'no answer in time', { sent: true });
    }
    if (error instanceof Error) this.connection.failed(streams, error);
    return failureOf(error, { sent: true });
  }

  private item(message: ReadResp): StoreItem | undefined {
    const event = this.eventOf(message);
    if (event !== undefined) return { kind: 'event', event };
    if (message.hasConfirmation()) return { kind: 'confirmed' };
    if (message.hasCaughtUp()) return { kind: 'caught-up' };
    if (message.hasFellBehind()) return { kind: 'fell-behind' };
    return undefined;
  }

  /** An event of this log, by its own name of the stream. */
  private eventOf(message: ReadResp): StoredEvent | undefined {
    const event = storedEvent(message);
    if (event === undefined || event.stream.startsWith('$')) return undefined;
    return { ...event, stream: event.stream.slice(this.wanted.streamPrefix.length) };
  }

  private nameOf(stream: string): string {
    return `${this.wanted.streamPrefix}${stream}`;
  }
}
