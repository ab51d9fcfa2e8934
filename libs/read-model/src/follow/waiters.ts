import { BroadcastChannel } from 'node:worker_threads';
import type { Position, ReadModelStatus } from '#application';
import { BanGiaoError } from '#domain';
import { channelOf } from './channel.js';
import { parsePosition } from './positions.js';

const POLL_MS = 10;

interface Waiter {
  readonly position: bigint;
  readonly deadline: number;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/**
 * Those who wait for a position. A projector in this process tells when it has gone on; for one in another process
 * the file is looked at every few milliseconds. Nothing runs while nobody waits.
 */
export class Waiters {
  readonly #waiting = new Set<Waiter>();
  #channel: BroadcastChannel | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly file: string,
    private readonly status: () => ReadModelStatus,
  ) {}

  /** See `ReadModel.waitFor`. */
  async wait(position: Position, timeoutMs: number): Promise<void> {
    const wanted = parsePosition(position);
    if (hasReached(this.status(), wanted)) return;
    await new Promise<void>((resolve, reject) => {
      this.#waiting.add({ position: wanted, deadline: performance.now() + timeoutMs, resolve, reject });
      this.#start();
    });
  }

  close(): void {
    for (const waiter of this.#waiting) {
      waiter.reject(
        new BanGiaoError('READ_MODEL_CLOSED', 'The read model was closed while somebody waited for it.'),
      );
    }
    this.#waiting.clear();
    this.#stop();
    this.#channel?.close();
    this.#channel = undefined;
  }

  #start(): void {
    this.#timer ??= setInterval(() => this.#check(), POLL_MS);
    if (this.#channel !== undefined) return;
    this.#channel = new BroadcastChannel(channelOf(this.file));
    this.#channel.onmessage = () => {
      if (this.#waiting.size > 0) this.#check();
    };
    this.#channel.unref();
  }

  #check(): void {
    try {
      this.#settle(this.status());
    } catch (error) {
      for (const waiter of this.#waiting)
        waiter.reject(error instanceof Error ? error : new Error(String(error)));
      this.#waiting.clear();
    }
    if (this.#waiting.size === 0) this.#stop();
  }

  #settle(status: ReadModelStatus): void {
    const now = performance.now();
    for (const waiter of this.#waiting) {
      if (hasReached(status, waiter.position)) waiter.resolve();
      else if (status.poison !== undefined || now >= waiter.deadline)
        waiter.reject(behind(status, waiter.position));
      else continue;
      this.#waiting.delete(waiter);
    }
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}

function hasReached({ position }: ReadModelStatus, wanted: bigint): boolean {
  return position !== undefined && BigInt(position) >= wanted;
}

function behind(status: ReadModelStatus, wanted: bigint): BanGiaoError {
  const stopped = status.poison === undefined ? '' : ` It has stopped: ${status.poison.message}`;
  return new BanGiaoError(
    'READ_MODEL_BEHIND',
    `The read model stands at position ${status.position ?? 'none'}, not yet at ${wanted}.${stopped}`,
    { field: 'position', value: String(wanted), remedy: 'Ask again in a moment, or without a position.' },
  );
}
