import { existsSync, realpathSync } from 'node:fs';
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
import { closed, readOnly } from '../shared/log-errors.js';
import { serialise } from '../shared/serialise.js';
import { mapped } from './errors.js';
import { Reader } from './reader.js';
import { subscription } from './subscription.js';
import { Wake } from './wake.js';
import { WriterClient } from './writer-client.js';

/** How an embedded log is opened. */
export interface SqliteEventLogOptions {
  readonly file: string;
  /** One process writes; any number read. */
  readonly mode: 'read-write' | 'read-only';
}

/**
 * Opens the embedded log: one SQLite file, every acknowledged event on disk.
 * @throws BanGiaoError `LOG_LOCKED`, `LOG_VERSION_UNSUPPORTED`, `LOG_CORRUPT`, `LOG_FULL_DISK` or `LOG_UNAVAILABLE`.
 */
export async function openSqliteEventLog(options: SqliteEventLogOptions): Promise<EventLog> {
  // The lock and the wake-up go by the name of the file, so that all must call it the same.
  const file = existsSync(options.file) ? realpathSync(options.file) : resolve(options.file);
  const writer = options.mode === 'read-write' ? await openWriter(file) : undefined;
  try {
    return new SqliteEventLog(new Reader(file), new Wake(file), writer);
  } catch (error) {
    await writer?.close();
    throw mapped(error);
  }
}

async function openWriter(file: string): Promise<WriterClient> {
  try {
    return await WriterClient.open({ file });
  } catch (error) {
    throw mapped(error);
  }
}

class SqliteEventLog implements EventLog {
  private closing: Promise<void> | undefined;

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
    this.requireOpen();
    if (this.writer === undefined) throw readOnly();
    return this.writer.append(stream, serialise(stream, events), expected);
  }

  async readStream(
    stream: string,
    fromRevision: number,
    options: ReadOptions,
  ): Promise<readonly RecordedEnvelope[]> {
    this.requireOpen();
    return this.reader.stream(stream, fromRevision, options);
  }

  async readAll(after: Position | undefined, options: ReadOptions): Promise<readonly RecordedEnvelope[]> {
    this.requireOpen();
    return this.reader.all(after, options);
  }

  subscribe(after: Position | undefined, signal: AbortSignal): AsyncIterable<SubscriptionItem> {
    return subscription(this.reader, this.wake, after, signal);
  }

  async head(): Promise<Position | undefined> {
    this.requireOpen();
    return this.reader.head();
  }

  close(): Promise<void> {
    this.closing ??= this.end();
    return this.closing;
  }

  private async end(): Promise<void> {
    await this.writer?.close();
    this.reader.close();
    this.wake.close();
  }

  private requireOpen(): void {
    if (this.closing !== undefined) throw closed();
  }
}
