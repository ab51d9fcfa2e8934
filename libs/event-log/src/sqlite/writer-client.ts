import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { AppendResult, ExpectedRevision } from '#application';
import { BanGiaoError } from '#domain';
import { closed, fromMessage } from './errors.js';
import type { AppendRequest, FromWriter, ToWriter, WriterOptions } from './protocol.js';
import type { SerialisedEvent } from './rows.js';

interface Pending {
  resolve(result: AppendResult): void;
  reject(error: Error): void;
}

/** Most appends that share one commit: it bounds the time and memory of a group. */
const MAX_GROUP = 512;

/**
 * The calling side of the writing thread.
 * While one group is on its way to the disk, further appends gather for the next: group commit.
 */
export class WriterClient {
  private readonly pending = new Map<number, Pending>();
  private waiting: AppendRequest[] = [];
  private nextId = 1;
  private busy = false;
  private ended: BanGiaoError | undefined;

  private constructor(
    private readonly worker: Worker,
    private readonly onCommitted: () => void,
  ) {
    worker.on('message', (message: FromWriter) => {
      if (message.kind === 'answers') this.settle(message);
    });
    worker.on('error', (cause: Error) => this.fail(outcomeUnknown(cause)));
    worker.on('exit', () => this.fail(this.ended ?? outcomeUnknown()));
  }

  /** @throws BanGiaoError `LOG_LOCKED`, `LOG_VERSION_UNSUPPORTED`, `LOG_CORRUPT` or `LOG_UNAVAILABLE`. */
  static async open(options: WriterOptions, onCommitted: () => void): Promise<WriterClient> {
    const worker = new Worker(createRequire(import.meta.url).resolve('#event-log/writer-worker'), {
      workerData: options,
    });
    await new Promise<void>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromWriter) => {
        worker.off('error', reject);
        if (message.kind === 'failed') reject(fromMessage(message.error));
        else resolve();
      });
    });
    return new WriterClient(worker, onCommitted);
  }

  append(
    stream: string,
    events: readonly SerialisedEvent[],
    expected: ExpectedRevision,
  ): Promise<AppendResult> {
    if (this.ended !== undefined) return Promise.reject(this.ended);
    return new Promise((resolve, reject) => {
      const id = this.nextId++;
      this.pending.set(id, { resolve, reject });
      this.waiting.push({ id, stream, expected, events });
      if (!this.busy) queueMicrotask(() => this.send());
    });
  }

  /** Lets what was sent be answered, then ends the thread. */
  async close(): Promise<void> {
    if (this.ended !== undefined) return;
    while (this.pending.size > 0) await new Promise((resolve) => setTimeout(resolve, 1));
    this.ended = closed();
    const exited = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.postMessage({ kind: 'close' } satisfies ToWriter);
    await exited;
  }

  private send(): void {
    if (this.busy || this.waiting.length === 0) return;
    this.busy = true;
    const requests = this.waiting.slice(0, MAX_GROUP);
    this.waiting = this.waiting.slice(MAX_GROUP);
    this.worker.postMessage({ kind: 'append', requests } satisfies ToWriter);
  }

  private settle({ answers }: Extract<FromWriter, { kind: 'answers' }>): void {
    this.busy = false;
    this.onCommitted();
    for (const answer of answers) {
      const pending = this.pending.get(answer.id);
      this.pending.delete(answer.id);
      if (answer.ok) pending?.resolve(answer.result);
      else pending?.reject(fromMessage(answer.error));
    }
    // After the callers above had their turn, so that what they append next joins the group.
    setImmediate(() => this.send());
  }

  private fail(error: BanGiaoError): void {
    this.ended ??= error;
    for (const pending of this.pending.values()) pending.reject(error);
    this.pending.clear();
  }
}

function outcomeUnknown(cause?: Error): BanGiaoError {
  return new BanGiaoError(
    'LOG_OUTCOME_UNKNOWN',
    'The writing thread ended; what was on its way may or may not be written.',
    { remedy: 'Start the service again and retry with the same command ids.' },
    { cause },
  );
}
