import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { openSqliteEventLog } from '#event-log';
import { rebuild } from '#read-model';
import { startChild, type Child } from './child.js';
import { newFolder, type Folder } from './folder.js';
import { report } from './report.js';
import { kills, Seeded, seedOfThisRun } from './seeded.js';
import { makeSource, type Source } from './source.js';

const KILLS = kills(40);
/** Far above what it takes, for a machine that is busy with other things. */
const LIMIT_MS = 300_000 + KILLS * 5_000;
const PAGE = 10_000;
const NO_HITS = { compare: 0, copy: 0, verify: 0, opening: 0 };

let source: Source;
let recorded: readonly RecordedEnvelope[];
const folders: Folder[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
beforeAll(async () => {
  source = await makeSource();
  folders.push(source.folder);
  recorded = await eventsOf(source.folder.log);
}, 300_000);
afterAll(() => folders.forEach((made) => made.remove()));

async function eventsOf(file: string): Promise<readonly RecordedEnvelope[]> {
  const log = await openSqliteEventLog({ file, mode: 'read-only' });
  try {
    return await log.readAll(undefined, { maxCount: PAGE });
  } finally {
    await log.close();
  }
}

describe(`a copy of the log, killed ${KILLS} times at random moments`, () => {
  const seed = seedOfThisRun();

  it(
    'is at every moment a beginning of the source, and in the end the whole of it with the same digest',
    async () => {
      const random = new Seeded(seed);
      const hit = { ...NO_HITS };
      let finished = 0;
      let target = folder();
      let before = 0;
      for (let killed = 0; killed < KILLS;) {
        const child = startChild('copy', [source.folder.log, target.log]);
        const wasKilled = await killSomewhere(child, random);
        const copied = existsSync(target.log) ? await eventsOf(target.log) : [];
        expect(copied).toEqual(recorded.slice(0, copied.length));
        expect(copied.length).toBeGreaterThanOrEqual(before);
        before = copied.length;
        if (wasKilled) {
          killed += 1;
          hit[phaseOf(child)] += 1;
          continue;
        }
        expect(copied).toHaveLength(recorded.length);
        finished += 1;
        target = folder();
        before = 0;
      }
      report(
        `copying, seed ${seed}: ${hit.compare} kills while comparing, ${hit.copy} while writing, ` +
          `${hit.verify} while reading again, ${hit.opening} before; the end reached ${finished} times in between`,
      );
      expect(hit.copy).toBeGreaterThan(KILLS / 4);
      await startChild('copy', [source.folder.log, target.log]).ended();
      await expectWhole(target);
    },
    LIMIT_MS,
  );
});

/** Event by event the same, and the read model made of it too. */
async function expectWhole(target: Folder): Promise<void> {
  expect(await eventsOf(target.log)).toEqual(recorded);
  const log = await openSqliteEventLog({ file: target.log, mode: 'read-only' });
  try {
    const { digest } = await rebuild({ log, file: join(target.path, 'read-model.sqlite') });
    expect(digest).toBe(source.digest);
  } finally {
    await log.close();
  }
}

/** Kills a child somewhere in one of its phases, mostly while it writes; false where it was done before. */
async function killSomewhere(child: Child, random: Seeded): Promise<boolean> {
  await child.said('loaded');
  const which = random.next();
  if (which < 0.75) await child.said('copy', 1 + random.below(8));
  else if (which < 0.81) await child.said('verify', 1 + random.below(100));
  else if (which < 0.92) await child.said('compare', random.below(20));
  await wait(random.next() * 20);
  await child.kill();
  return !(await child.ended());
}

/** What a killed copy was doing, by what it had said last. */
function phaseOf(child: Child): keyof typeof NO_HITS {
  const last = child.told.at(-1)?.at;
  return last === 'compare' || last === 'copy' || last === 'verify' ? last : 'opening';
}
