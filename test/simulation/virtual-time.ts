import { jest } from '@jest/globals';

/** Taken before the clock is replaced: the one real thing that a simulation waits for. */
const realImmediate = globalThis.setImmediate;
/** When every simulated world begins. */
const BEGINNING = Date.UTC(2026, 5, 1);

/** Nothing went on any more, or not in any time that a caller would wait. */
export class Stuck extends Error {}

/**
 * Runs something on a clock that moves only from one timer to the next: no real time passes, and what
 * happens is the same each time.
 * @throws Stuck where it has not ended after so much simulated time.
 */
export async function inVirtualTime(work: () => Promise<void>, limitMs: number): Promise<void> {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'], now: BEGINNING });
  try {
    let ended = false;
    const working = work().finally(() => (ended = true));
    // It is looked at once it has ended.
    working.catch(() => undefined);
    await everyPromise();
    while (!ended) {
      if (jest.getTimerCount() === 0) throw new Stuck('nothing is under way any more');
      if (performance.now() > limitMs) throw new Stuck(`no end after ${limitMs} ms of simulated time`);
      jest.advanceTimersToNextTimer();
      await everyPromise();
    }
    await working;
  } finally {
    jest.useRealTimers();
  }
}

/** Lets all go on that waits for nothing but a promise. */
function everyPromise(): Promise<void> {
  return new Promise((resolve) => realImmediate(resolve));
}
