import { setTimeout as wait } from 'node:timers/promises';

/** Asks until the answer is as wanted; fails with the last answer. */
export async function until<T>(
  ask: () => Promise<T>,
  wanted: (answer: T) => boolean,
  limitMs = 30_000,
): Promise<T> {
  const end = performance.now() + limitMs;
  for (;;) {
    const answer = await ask();
    if (wanted(answer)) return answer;
    if (performance.now() > end) throw new Error(`Not as wanted in time: ${JSON.stringify(answer)}`);
    await wait(50);
  }
}
