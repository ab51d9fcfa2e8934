import { EventStoreDBClient, UnavailableError, type SingleNodeOptions } from '@eventstore/db-client';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { failureOf, StoreFailure } from '../errors.js';
import type { ConnectionSettings } from './connection-string.js';

/** What a call to the store is sent with. */
type CallArguments =
  Parameters<StreamsClient['append']> extends [infer Metadata, infer Options, unknown]
    ? [Metadata, Options]
    : never;

/** The parts of the client that its own operations are made of; its types keep them to itself. */
interface ClientParts {
  getGRPCClient(service: typeof StreamsClient, name: string): Promise<StreamsClient>;
  callArguments(
    options: { readonly requiresLeader: boolean },
    call: { readonly deadline: number },
  ): CallArguments;
  handleError(service: StreamsClient, error: Error): Promise<void>;
}

/**
 * The client's connection: it finds the cluster's nodes, proves who we are and connects again after an error.
 * Its own operations are not used for what docs/decisions/0012 says of them.
 */
export class Connection {
  private readonly client: EventStoreDBClient;
  private readonly parts: ClientParts;
  private last: StreamsClient | undefined;

  constructor({ nodes, channel, credentials }: ConnectionSettings) {
    // Its three overloads take one kind of settings each; they are kept apart by their fields at run time.
    this.client = new EventStoreDBClient(nodes as SingleNodeOptions, channel, credentials);
    this.parts = this.client as unknown as ClientParts;
  }

  /**
   * A channel to a node, found again where the last one failed.
   * @throws StoreFailure with nothing sent.
   */
  async streams(signal: AbortSignal): Promise<StreamsClient> {
    const found = this.parts.getGRPCClient(streamsGrpc.StreamsClient, 'event log');
    try {
      const streams = await beforeAbort(found, signal);
      this.last = streams;
      return streams;
    } catch (error) {
      throw failureOf(error, { sent: false });
    }
  }

  /** Arguments of a call that ends when it is cancelled, not by the client's own deadline. */
  call(requiresLeader: boolean): CallArguments {
    return this.parts.callArguments({ requiresLeader }, { deadline: Infinity });
  }

  /** Lets the client see an error of a channel: it may have to look for another node. */
  failed(streams: StreamsClient, error: Error): void {
    // It rejects where the next connection fails meanwhile; nobody else would take that.
    this.parts.handleError(streams, error).catch(() => undefined);
  }

  /** Gives up a channel on which nothing is answered. */
  abandon(streams: StreamsClient): void {
    this.failed(streams, new UnavailableError(undefined, 'No answer in time.'));
  }

  async close(): Promise<void> {
    await this.client.dispose();
    this.last?.getChannel().close();
  }
}

/** Rejects at the abort; the promise itself goes on and is nobody's then. */
function beforeAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(new StoreFailure('transient', 'no node found in time', { sent: false }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
