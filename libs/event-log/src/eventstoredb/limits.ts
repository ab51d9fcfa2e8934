/** How long this adapter waits, in milliseconds. */
export interface Limits {
  /** For one answer; then the node counts as hanging and another connection is made. */
  readonly attempt: number;
  /** An append with less than this left is not sent once more: given up in the middle, its outcome would be unknown. */
  readonly leastToSend: number;
  /** For an append with everything that is repeated on its way. */
  readonly append: number;
  /** For a read with everything that is repeated on its way. */
  readonly read: number;
  /** For the head, which tells whether the log is there. */
  readonly head: number;
  /** For the first sign of a new subscription. */
  readonly confirmation: number;
  /** Before the first repetition; it doubles with each. */
  readonly firstDelay: number;
  /** The most before a repetition. */
  readonly maxDelay: number;
  /** Without another event, before a subscription says that it is at the end again. */
  readonly quiet: number;
}

export const LIMITS: Limits = {
  attempt: 5_000,
  leastToSend: 250,
  append: 15_000,
  read: 10_000,
  head: 3_000,
  confirmation: 10_000,
  firstDelay: 25,
  maxDelay: 1_000,
  quiet: 5,
};

/** Why a call was given up: its node does not answer. */
export const NO_ANSWER = new Error('No answer in time.');

/** Runs a call that has to be answered in time; its signal aborts then, and it rejects by that. */
export async function within<T>(milliseconds: number, call: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(NO_ANSWER), milliseconds);
  try {
    return await call(abort.signal);
  } finally {
    clearTimeout(timer);
  }
}

/** Time that is given once and runs out. */
export class Allowance {
  private readonly end: number;

  constructor(milliseconds: number) {
    this.end = performance.now() + milliseconds;
  }

  get left(): number {
    return Math.max(0, this.end - performance.now());
  }
}

/** Waits between repetitions: twice as long each time, up to a cap. */
export class Backoff {
  private next: number;

  constructor(private readonly limits: Limits) {
    this.next = limits.firstDelay;
  }

  /** Something worked: the next wait is short again. */
  reset(): void {
    this.next = this.limits.firstDelay;
  }

  /** Ends early at the abort. */
  async wait(signal?: AbortSignal): Promise<void> {
    const milliseconds = this.next;
    this.next = Math.min(this.next * 2, this.limits.maxDelay);
    await pause(milliseconds, signal);
  }
}

/** Resolves after a while, or at the abort. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted === true) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal?.addEventListener('abort', done);
  });
}
