import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { atOnce, inSlices } from './slices.js';

const STEP_MS = 3;
const STEPS = 20;

/** Steps that take a while each, and what is done when they are left. */
function work(): { readonly steps: Generator<void, void>; done: number; left: boolean } {
  const counted = { done: 0, left: false, steps: undefined as unknown as Generator<void, void> };
  counted.steps = (function* () {
    try {
      for (; counted.done < STEPS; counted.done += 1) {
        const end = performance.now() + STEP_MS;
        while (performance.now() < end);
        yield;
      }
    } finally {
      counted.left = true;
    }
  })();
  return counted;
}

describe('work in slices', () => {
  it('lets others have their turn, which work at once does not', async () => {
    let turns = 0;
    let over = false;
    const others = (async () => {
      for (; !over; turns += 1) await setImmediate();
    })();
    const at = work();
    atOnce(at.steps);
    expect([at.done, turns]).toEqual([STEPS, 0]);
    const sliced = work();
    expect(await inSlices(sliced.steps, () => false)).toBe(true);
    over = true;
    await others;
    expect(sliced.done).toBe(STEPS);
    expect(turns).toBeGreaterThan(2);
  });

  it('ends early where it is given up, and leaves nothing open', async () => {
    const given = work();
    expect(await inSlices(given.steps, () => given.done > 2)).toBe(false);
    expect(given.done).toBeLessThan(STEPS);
    expect(given.left).toBe(true);
  });
});
