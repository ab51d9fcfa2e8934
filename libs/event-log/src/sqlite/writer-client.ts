import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { AppendResult, ExpectedRevision } from '#application';
import { BanGiaoError } from '#domain/errors';
import { closed, outcomeUnknown } from '../shared/log-errors.js';
import type { SerialisedEvent } from '../shared/serialise.js';
import { fromMessage } from './errors.js';
import type { AppendAnswer, AppendRequest, FromWriter, ToWriter, WriterOptions } from './protocol.js';

interface Pending {
  resolve(result: AppendResult): void;
  reject(error: Error): void;
}

/** Most appends, and most events, that share one commit: they bound the time and memory of a group. */
const MOST_APPENDS = 512;
const MOST_EVENTS = 5_000;
/** While one group is on its way to the disk, the next is made ready: neither thread waits for the other. */
const MOST_GROUPS_UNDER_WAY = 2;

/** The calling side of the writing thread: appends that come while others are written share a commit. */
export class WriterClient {
  private readonly pending = new Map<number, Pending>();
  private waiting: AppendRequest[] = [];
  private nextId = 1;
  private groupsUnderWay = 0;
  private sending: NodeJS.Immediate | undefined;
  private ended: BanGiaoError | undefined;
  private onIdle: (() => void) | undefined;

  private constructor(private readonly worker: Worker) {
    worker.on('message', (message: FromWriter) => {
      if (message.kind === 'answers') this.settle(message.answers);
    });
    worker.on('error', (cause: Error) => this.fail(cause));
    worker.on('exit', () => this.fail());
  }

  /** @throws BanGiaoError `LOG_LOCKED`, `LOG_VERSION_UNSUPPORTED`, `LOG_CORRUPT` or `LOG_UNAVAILABLE`. */
  static async open(options: WriterOptions): Promise<WriterClient> {
    const worker = new Worker(createRequire(import.meta.url).resolve('#event-log/writer-worker'), {
      workerData: options,
    });
    // Listened for from the start: the last message and the exit may come in one turn, before anything awaited.
    const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
    const first = await new Promise<FromWriter>((resolve, reject) => {
      worker.once('error', reject);
      worker.once('message', (message: FromWriter) => {
        worker.off('error', reject);
        resolve(message);
      });
      void exited.then(() => reject(outcomeUnknown()));
    });
    if (first.kind !== 'failed') return new WriterClient(worker);
    await exited;
    throw fromMessage(first.error);
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
      this.sendSoon();
    });
  }

  /** Lets what was given be answered, then ends the thread; the caller gives nothing more. */
  async close(): Promise<void> {
    if (this.pending.size > 0) await new Promise<void>((resolve) => (this.onIdle = resolve));
    if (this.ended !== undefined) return;
    this.ended = closed();
    const exited = new Promise((resolve) => this.worker.once('exit', resolve));
    this.worker.postMessage({ kind: 'close' } satisfies ToWriter);
    await exited;
  }

  /** After all callers of this turn, so that what they append goes in one group. */
  private sendSoon(): void {
    if (this.waiting.length === 0 || this.groupsUnderWay >= MOST_GROUPS_UNDER_WAY) return;
    this.sending ??= setImmediate(() => {
      this.sending = undefined;
      this.send();
    });
  }

  private send(): void {
    const size = groupSize(this.waiting);
    const requests = this.waiting.slice(0, size);
    this.waiting = this.waiting.slice(size);
    this.groupsUnderWay += 1;
    this.worker.postMessage({ kind: 'append', requests } satisfies ToWriter);
    this.sendSoon();
  }

  private settle(answers: readonly AppendAnswer[]): void {
    this.groupsUnderWay -= 1;
    for (const answer of answers) {
      const pending = this.pending.get(answer.id);
      this.pending.delete(answer.id);
      if (answer.ok) pending?.resolve(answer.result);
      else pending?.reject(fromMessage(answer.error));
    }
    this.sendSoon();
    if (this.pending.size === 0) this.onIdle?.();
  }

  /** The thread is gone: what was under way may be written, what comes later cannot be. */
  private fail(cause?: Error): void {
    for (const pending of this.pending.values()) pending.reject(outcomeUnknown(cause));
    this.pending.clear();
    this.waiting = [];
    this.ended ??= writerGone(cause);
    this.onIdle?.();
  }
}

function groupSize(waiting: readonly AppendRequest[]): number {
  let events = 0;
  const end = waiting.findIndex((request, i) => {
    events += request.events.length;
    return i > 0 && (i >= MOST_APPENDS || events > MOST_EVENTS);
  });
  return end < 0 ? waiting.length : end;
}

function writerGone(cause: Error | undefined): BanGiaoError {
  return new BanGiaoError(
    'LOG_UNAVAILABLE',
    'The thread that writes the log has ended.',
    { field: 'DATA_DIR', value: cause?.message ?? 'no reason given', remedy: 'Start the service again.' },
    { cause },
  );
}
