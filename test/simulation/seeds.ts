import type { Run, Variant } from './simulate.js';

/** The first seed: given by `SIMULATION_SEED`, else always the same, so that a run on one machine is one on all. */
export function firstSeed(): number {
  return Number(process.env['SIMULATION_SEED'] ?? 1);
}

/** How many seeds, one after the other: given by `SIMULATION_SEEDS`, else as many as every `npm test` affords. */
export function seeds(usual: number): number {
  return Number(process.env['SIMULATION_SEEDS'] ?? usual);
}

/** What was found, how it came to it, and how it comes again. */
export function describeRun(variant: Variant, seed: number, { findings, tail, hash }: Run): string {
  return [
    `${variant}, seed ${seed}, trace ${hash}:`,
    ...findings.slice(0, 10),
    `the last ${tail.length} things that happened:`,
    ...tail,
    `alone: npm run simulate -- --seed ${seed} --seeds 1`,
  ].join('\n');
}
