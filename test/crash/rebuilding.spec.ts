import { readdirSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openReadModel } from '#read-model';
import { startChild, type Child } from './child.js';
import type { Folder } from './folder.js';
import { report } from './report.js';
import { kills, Seeded, seedOfThisRun } from './seeded.js';
import { answersFrom, answersOf, copyOf, holds, makeSource, type Source } from './source.js';

const REBUILDS = kills(30);
const FOLLOWS = kills(30);
/** Far above what it takes, for a machine that is busy with other things. */
const LIMIT_MS = 300_000 + REBUILDS * 5_000;
const seed = seedOfThisRun();

let source: Source;
const folders: Folder[] = [];
const copy = (withReadModel: boolean) => {
  const folder = copyOf(source, withReadModel);
  folders.push(folder);
  return folder;
};
const whole = () => ({ events: source.events, digest: source.digest });
beforeAll(async () => {
  source = await makeSource();
  folders.push(source.folder);
}, 120_000);
afterAll(() => folders.forEach((folder) => folder.remove()));

/** The furthest that a child said it had come, 0 where it said nothing. */
function reached(child: Child): number {
  return Math.max(0, ...child.told.map((t) => (t.at === 'replay' ? t.seq : 0)));
}

/** Kills a child some batches on, and some milliseconds; false where it was done before. */
async function killSomewhere(child: Child, random: Seeded): Promise<boolean> {
  await child.said('loaded');
  await child.said('replay', random.below(20));
  await wait(random.next() * 15);
  await child.kill();
  return !(await child.ended());
}

describe(`a rebuild, killed ${REBUILDS} times at random moments`, () => {
  it(
    'leaves the old read model answering, goes on where it was, and ends with the same digest',
    async () => {
      const random = new Seeded(seed);
      let folder = copy(true);
      const hit = { replay: 0, digest: 0, before: 0, finished: 0 };
      for (let killed = 0, known = 0; killed < REBUILDS;) {
        const child = startChild('rebuild', [folder.path]);
        const wasKilled = await killSomewhere(child, random);
        expect(answersOf(folder.readModel)).toEqual(source.answers);
        const built = child.told.find((t) => t.at === 'built');
        if (built?.at === 'built') expect(built.resumedFrom).toBeGreaterThanOrEqual(known);
        const switched = child.told.some((t) => t.at === 'switched');
        known = switched ? 0 : Math.max(known, reached(child));
        if (wasKilled) {
          killed += 1;
          hit[phaseOf(child)] += 1;
        }
        if (!switched) continue;
        expect(holds(folder.readModel)).toEqual(whole());
        hit.finished += 1;
        folder = copy(true);
      }
      report(
        `rebuilding, seed ${seed}: ${hit.replay} kills in the replay, ${hit.digest} in the digest and the switch, ` +
          `${hit.before} before the first batch; ${hit.finished} rebuilds came to their end in between`,
      );
      expect(hit.replay + hit.digest).toBeGreaterThan(REBUILDS / 2);
      await finishes(folder);
    },
    LIMIT_MS,
  );

  it(
    'also where it is killed before and after every operation on files, from the switch to the last removal',
    async () => {
      let moment = 0;
      for (let done = false; !done; moment += 1) {
        const folder = copy(true);
        const reader = openReadModel({ file: folder.readModel });
        expect(answersFrom(reader)).toEqual(source.answers);
        done = await startChild('rebuild', [folder.path, String(moment)]).ended();
        expect(answersFrom(reader)).toEqual(source.answers);
        expect(answersOf(folder.readModel)).toEqual(source.answers);
        await finishes(folder);
        expect(answersFrom(reader)).toEqual(source.answers);
        reader.close();
      }
      report(`rebuilding: killed at each of ${moment - 1} moments of the switch`);
      // Writing the pointer, renaming it, and removing a database of three files.
      expect(moment).toBeGreaterThan(2 * 5);
    },
    LIMIT_MS,
  );

  /** The next rebuild comes to its end, and nothing is left of those before. */
  async function finishes(folder: Folder): Promise<void> {
    await startChild('rebuild', [folder.path]).ended();
    expect(holds(folder.readModel)).toEqual(whole());
    expect(answersOf(folder.readModel)).toEqual(source.answers);
    const generations = readdirSync(folder.path)
      .filter((name) => /^read-model\.sqlite(\.g\d+)?(-wal|-shm)?$/.test(name))
      .map((name) => name.replace(/-(wal|shm)$/, ''));
    expect([...new Set(generations)]).toHaveLength(1);
  }
});

describe(`following the log, killed ${FOLLOWS} times at random moments`, () => {
  function seqOf(folder: Folder): number {
    return (answersOf(folder.readModel) as { readonly seq: number }).seq;
  }

  it(
    'goes on from what was committed, and ends with the same digest',
    async () => {
      const random = new Seeded(seed);
      let folder = copy(false);
      let before = 0;
      let finished = 0;
      for (let killed = 0; killed < FOLLOWS;) {
        const child = startChild('follow', [folder.path]);
        if (await killSomewhere(child, random)) killed += 1;
        const now = seqOf(folder);
        expect(now).toBeGreaterThanOrEqual(Math.max(before, reached(child)));
        before = now;
        if (now < source.events) continue;
        expect(holds(folder.readModel)).toEqual(whole());
        finished += 1;
        folder = copy(false);
        before = 0;
      }
      report(`following, seed ${seed}: ${FOLLOWS} kills, the end reached ${finished} times in between`);
      await startChild('follow', [folder.path]).ended();
      expect(holds(folder.readModel)).toEqual(whole());
    },
    LIMIT_MS,
  );
});

/** What a killed rebuild was doing, by what it had said. */
function phaseOf(child: Child): 'replay' | 'digest' | 'before' {
  if (child.told.some((t) => t.at === 'digest')) return 'digest';
  return child.told.some((t) => t.at === 'replay') ? 'replay' : 'before';
}
