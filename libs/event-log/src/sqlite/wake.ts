import { BroadcastChannel } from 'node:worker_threads';

/** Longest that a reader waits without looking: a writer in another process wakes nobody. */
const POLL_MS = 100;

/** Tells all readers of one log, in every thread of the process, that something was committed. */
export class Wake {
  private readonly channel: BroadcastChannel;
  private waiting = new Set<() => void>();

  constructor(file: string) {
    this.channel = new BroadcastChannel(`ban-giao-log:${file}`);
    this.channel.onmessage = () => this.wake();
    this.channel.unref();
  }

  /** Something was committed here. */
  committed(): void {
    this.channel.postMessage('committed');
    this.wake();
  }

  /** Resolves at the next commit, at the abort, or after a moment; `looked` tells whether to wait at all. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, POLL_MS);
      this.waiting.add(done);
      signal.addEventListener('abort', done);
      if (signal.aborted) done();
    });
  }

  close(): void {
    this.wake();
    this.channel.close();
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = new Set();
    for (const done of waiting) done();
  }
}
