/** Random numbers that come again from their seed. */
export class Seeded {
  #state: number;

  constructor(readonly seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 up to 1, without it. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0 up to a limit, without it. */
  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }
}

/** The seed of this run: given by `CRASH_SEED`, else another each time; it is printed with every result. */
export function seedOfThisRun(): number {
  const given = process.env['CRASH_SEED'];
  return given === undefined ? Date.now() % 1_000_000_007 : Number(given);
}

/** How many kills: given by `CRASH_KILLS` for a long run, else as many as every `npm test` affords. */
export function kills(usual: number): number {
  const given = process.env['CRASH_KILLS'];
  return given === undefined ? usual : Number(given);
}
