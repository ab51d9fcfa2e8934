import { BroadcastChannel } from 'node:worker_threads';
import { channelOf } from './protocol.js';

/** Longest that a reader waits without looking, in milliseconds: a writer in another process wakes nobody. */
const POLL_MS = 100;

/** Wakes the readers of one log, in every thread of the process, when something was committed. */
export class Wake {
  private readonly channel: BroadcastChannel;
  private readonly sleepers = new Set<() => void>();
  private count = 0;

  constructor(file: string) {
    this.channel = new BroadcastChannel(channelOf(file));
    this.channel.onmessage = () => this.wake();
    this.channel.unref();
  }

  /** How often there was something new; a reader takes it before it looks. */
  get news(): number {
    return this.count;
  }

  /** Resolves when there is something newer than `seen`, at the abort, or after a moment. */
  async newerThan(seen: number, signal: AbortSignal): Promise<void> {
    if (this.count !== seen || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.sleepers.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      this.sleepers.add(done);
      signal.addEventListener('abort', done);
    });
  }

  close(): void {
    this.channel.close();
    this.wake();
  }

  private wake(): void {
    this.count += 1;
    for (const done of [...this.sleepers]) done();
  }
}
