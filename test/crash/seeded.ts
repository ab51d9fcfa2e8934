export { Seeded } from '../random/seeded.js';

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
