import { describe, expect, it, jest } from '@jest/globals';
import { timersPromises, workerThreads } from './threads.js';

// Threads, channels and the one timer that comes as a promise are the simulation's, before anything is loaded.
jest.unstable_mockModule('node:worker_threads', () => workerThreads);
jest.unstable_mockModule('node:timers/promises', () => timersPromises);
const { simulate, VARIANTS } = await import('./simulate.js');
const { PLANTED } = await import('./bugs/index.js');
const { describeRun, firstSeed, seeds } = await import('./seeds.js');

const SEEDS = seeds(5);
const LIMIT_MS = 60_000 + SEEDS * 10_000;
/** A bug that so many worlds do not show is one that the simulation does not find. */
const TRIES = 12;

/** What has not happened has not been tested. */
const EXPECTED = {
  embedded: [
    'the writing thread dies',
    'the disk is full',
    'told LOG_OUTCOME_UNKNOWN',
    'the log is open again',
    'a subscription is dropped',
  ],
  clustered: [
    'the cluster is away',
    'repeated',
    'append answer lost',
    'append written late',
    'subscription cut',
    'told LOG_OUTCOME_UNKNOWN',
  ],
} as const;
const EVERYWHERE = [
  'acknowledged',
  'told LOG_UNAVAILABLE',
  'a clock jumps',
  'a replica crashes',
  'a rebuild ends',
  'a rebuild is cut short',
];

describe.each(VARIANTS)('the whole core on the %s log, with all that goes wrong,', (variant) => {
  it(
    `loses nothing, writes nothing twice, has one order and answers by the definition, ${SEEDS} times`,
    async () => {
      const wrong: string[] = [];
      const happened = new Set<string>();
      for (let seed = firstSeed(); seed < firstSeed() + SEEDS; seed += 1) {
        const run = await simulate(variant, seed);
        for (const what of run.counts.keys()) happened.add(what);
        if (run.findings.length > 0) wrong.push(describeRun(variant, seed, run));
      }
      expect(wrong.join('\n\n')).toBe('');
      const missing = [...EXPECTED[variant], ...EVERYWHERE].filter((what) => !happened.has(what));
      if (SEEDS > 1) expect(missing).toEqual([]);
    },
    LIMIT_MS,
  );
});

describe.each(VARIANTS)('a simulation on the %s log', (variant) => {
  it('is the same again from its seed', async () => {
    const [first, again] = [await simulate(variant, 1), await simulate(variant, 1)];
    expect(first.lines).toBeGreaterThan(100);
    expect({ hash: again.hash, tail: again.tail }).toEqual({ hash: first.hash, tail: first.tail });
  }, 60_000);
});

describe.each(PLANTED)('a planted bug, $bug,', ({ plant, on, finding }) => {
  it(`is found on the ${on} log`, async () => {
    const found: string[] = [];
    for (let seed = 1; seed <= TRIES && !found.some((f) => finding.test(f)); seed += 1) {
      const { findings } = await simulate(on, seed, plant());
      found.push(...findings);
    }
    expect(found.filter((f) => finding.test(f))).not.toEqual([]);
  }, 120_000);
});
