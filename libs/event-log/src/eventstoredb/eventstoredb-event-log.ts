import {
  BACKWARDS,
  END,
  EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
  START,
  StreamNotFoundError,
  type AllStreamResolvedEvent,
  type JSONRecordedEvent,
  type Position as StorePosition,
  type ResolvedEvent,
} from '@eventstore/db-client';
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
import { closed } from '../shared/log-errors.js';
import { pageSize, revisionFrom } from '../shared/read-arguments.js';
import { serialise } from '../shared/serialise.js';

/** How a log in EventStoreDB or KurrentDB is opened. */
export interface EventStoreDbEventLogOptions {
  readonly connectionString: string;
}

/** Opens the log of a cluster. */
export function openEventStoreDbEventLog(options: EventStoreDbEventLogOptions): EventLog {
  try {
    return new EventStoreDbEventLog(
      EventStoreDBClient.connectionString(options.connectionString.replace(/^kurrentdb/, 'esdb')),
    );
  } catch {
    // What the client says quotes the connection string, which may hold a password.
    throw new BanGiaoError('INVALID_SETTING', 'The setting EVENTSTORE_URL cannot be used.', {
      field: 'EVENTSTORE_URL',
      value: '(set)',
      remedy: 'Give esdb://host:port or kurrentdb://host:port, as the documentation of the client says.',
    });
  }
}

class EventStoreDbEventLog implements EventLog {
  private open = true;

  constructor(private readonly client: EventStoreDBClient) {}

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    this.requireOpen();
    const serialised = serialise(stream, events);
    const result = await this.client.appendToStream(
      stream,
      serialised.map(({ eventId, type, data, metadata, schemaVersion }) =>
        jsonEvent({
          id: eventId,
          type,
          data: JSON.parse(data) as Record<string, unknown>,
          metadata: { ...(JSON.parse(metadata) as Record<string, unknown>), schemaVersion },
        }),
      ),
      { expectedRevision: expected === 'no-stream' ? NO_STREAM : BigInt(expected), requiresLeader: true },
    );
    return {
      revision: Number(result.nextExpectedRevision),
      position: toPosition(result.position),
      alreadyRecorded: false,
    };
  }

  async readStream(
    stream: string,
    fromRevision: number,
    options: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    this.requireOpen();
    const first = BigInt(revisionFrom(fromRevision));
    const page: RecordedEnvelope[] = [];
    try {
      const read = this.client.readStream(stream, {
        fromRevision: first,
        maxCount: pageSize(options.maxCount),
      });
      for await (const event of read) page.push(toEnvelope(event));
    } catch (error) {
      if (!(error instanceof StreamNotFoundError)) throw error;
    }
    return page;
  }

  async readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    this.requireOpen();
    const count = pageSize(options.maxCount);
    const page: RecordedEnvelope[] = [];
    const read = this.client.readAll({ fromPosition: after === undefined ? START : fromPosition(after) });
    for await (const event of read) {
      if (isOurs(event) && toPosition(event.event?.position) !== after) page.push(toEnvelope(event));
      if (page.length === count) break;
    }
    return page;
  }

  async *subscribe(after: Position | undefined, signal: AbortSignal): AsyncGenerator<SubscriptionItem> {
    let last = after;
    while (!signal.aborted) {
      const page = await this.readAll(last, { maxCount: 1_000 });
      for (const event of page) {
        last = event.position;
        yield { kind: 'event', event };
        if (signal.aborted) return;
      }
      if (page.length === 0) {
        yield { kind: 'caught-up', position: last };
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }

  async head(): Promise<Position | undefined> {
    this.requireOpen();
    for await (const event of this.client.readAll({ direction: BACKWARDS, fromPosition: END })) {
      if (isOurs(event)) return toPosition(event.event?.position);
    }
    return undefined;
  }

  async close(): Promise<void> {
    this.open = false;
    await this.client.dispose();
  }

  private requireOpen(): void {
    if (!this.open) throw closed();
  }
}

function isOurs(event: AllStreamResolvedEvent): boolean {
  return event.event !== undefined && !event.event.type.startsWith('$');
}

function toEnvelope({ event }: ResolvedEvent | AllStreamResolvedEvent): RecordedEnvelope {
  const { streamId, id, type, data, metadata, revision, position } = event as JSONRecordedEvent;
  const { schemaVersion, ...rest } = metadata as Record<string, unknown>;
  return {
    eventId: id,
    type,
    schemaVersion,
    data,
    metadata: rest,
    stream: streamId,
    revision: Number(revision),
    position: toPosition(position),
  } as unknown as RecordedEnvelope;
}

function toPosition(position: StorePosition | undefined): Position {
  if (position === undefined) throw new Error('The server gave no position.');
  return String((position.commit << 64n) | position.prepare);
}

function fromPosition(position: Position): StorePosition {
  if (!/^(0|[1-9]\d{0,38})$/.test(position)) {
    throw new BanGiaoError('INVALID_POSITION', 'This is not a position of the log.', {
      field: 'position',
      value: position,
      remedy: 'Use a position that an answer gave.',
    });
  }
  const both = BigInt(position);
  return { commit: both >> 64n, prepare: both & 0xffff_ffff_ffff_ffffn };
}
