import { setImmediate as othersTurn } from 'node:timers/promises';

/** Short beside an answer of a few milliseconds. */
const SLICE_MS = 4;

/** Work that may be left for a moment wherever it yields. */
export type Sliceable = Generator<void, void>;

/** Does all of it at once. */
export function atOnce(work: Sliceable): void {
  while (work.next().done !== true);
}

/** Does it in short slices, so that others get their turn; resolves to false where it was told to give up. */
export async function inSlices(work: Sliceable, givenUp: () => boolean): Promise<boolean> {
  try {
    for (let until = performance.now() + SLICE_MS; !givenUp();) {
      if (work.next().done === true) return true;
      if (performance.now() < until) continue;
      await othersTurn();
      until = performance.now() + SLICE_MS;
    }
    return false;
  } finally {
    work.return();
  }
}
