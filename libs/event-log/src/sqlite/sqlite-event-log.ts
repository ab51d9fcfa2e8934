import { resolve } from 'node:path';
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
import { closed, mapped } from './errors.js';
import type { FormatOptions } from './format.js';
import { Reader } from './reader.js';
import { serialise } from './serialise.js';
import { Wake } from './wake.js';
import { WriterClient } from './writer-client.js';

/** How an embedded log is opened. */
export interface SqliteEventLogOptions extends FormatOptions {
  readonly file: string;
  /** One process writes; any number read. */
  readonly mode: 'read-write' | 'read-only';
}

const SUBSCRIPTION_PAGE = 1_000;

/**
 * Opens the embedded log: one SQLite file, every acknowledged event on disk.
 * @throws BanGiaoError `LOG_LOCKED`, `LOG_VERSION_UNSUPPORTED`, `LOG_CORRUPT` or `LOG_UNAVAILABLE`.
 */
export async function openSqliteEventLog(options: SqliteEventLogOptions): Promise<EventLog> {
  const file = resolve(options.file);
  const wake = new Wake(file);
  try {
    const writer =
      options.mode === 'read-write'
        ? await WriterClient.open({ ...options, file }, () => wake.committed())
        : undefined;
    return new SqliteEventLog(new Reader(file), wake, writer);
  } catch (error) {
    wake.close();
    throw mapped(error);
  }
}

class SqliteEventLog implements EventLog {
  private isClosed = false;

  constructor(
    private readonly reader: Reader,
    private readonly wake: Wake,
    private readonly writer: WriterClient | undefined,
  ) {}

  async append(
    stream: string,
    events: readonly EventEnvelope[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    if (this.isClosed) throw closed();
    if (this.writer === undefined) throw readOnly();
    return this.writer.append(stream, serialise(stream, events), expected);
  }

  async readStream(
    stream: string,
    fromRevision: number,
    options: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    return this.reader.stream(stream, fromRevision, options.maxCount);
  }

  async readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    return this.reader.all(after, options.maxCount);
  }

  async *subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem> {
    let last = after;
    let told = false;
    while (!signal.aborted && !this.isClosed) {
      const page = this.reader.all(last, SUBSCRIPTION_PAGE);
      for (const event of page) {
        if (signal.aborted) return;
        last = event.position;
        yield { kind: 'event', event };
      }
      if (page.length > 0) told = false;
      if (page.length === SUBSCRIPTION_PAGE) continue;
      // Armed before the last look, so that a commit in between is not slept through.
      const next = this.wake.next(signal);
      if (!told) {
        told = true;
        yield { kind: 'caught-up', position: last };
      }
      if (this.isClosed || this.reader.head() !== last) continue;
      await next;
    }
  }

  async head(): Promise<Position | undefined> {
    return this.reader.head();
  }

  async close(): Promise<void> {
    if (this.isClosed) return;
    this.isClosed = true;
    await this.writer?.close();
    this.wake.close();
    this.reader.close();
  }
}

function readOnly(): BanGiaoError {
  return new BanGiaoError('LOG_UNAVAILABLE', 'This log was opened for reading.', {
    field: 'mode',
    value: 'read-only',
    remedy: 'Open it for writing.',
  });
}
