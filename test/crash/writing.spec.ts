import { afterAll, describe, expect, it } from '@jest/globals';
import { openSqliteEventLog } from '#event-log';
import { digest, rebuild } from '#read-model';
import { join } from 'node:path';
import { newFolder, type Folder } from './folder.js';
import { report } from './report.js';
import { kills, Seeded, seedOfThisRun } from './seeded.js';
import { finishWriting, killWhileWriting, writeUndisturbed } from './writing.js';

/** Two processes are killed beside each other: there are two cores. */
const BESIDE = 2;
const KILLS = kills(100);
/** Far above what it takes, for a machine that is busy with other things. */
const LIMIT_MS = 300_000 + KILLS * 5_000;

const folders: Folder[] = [];
const folder = () => {
  const made = newFolder();
  folders.push(made);
  return made;
};
afterAll(() => folders.forEach((made) => made.remove()));

describe(`a process that writes, killed ${KILLS} times at random moments`, () => {
  const seed = seedOfThisRun();

  it(
    'has lost nothing that it acknowledged and written nothing twice, and its read model equals a rebuilt one',
    async () => {
      const runs = Array.from({ length: BESIDE }, (_, i) => surviving(new Seeded(seed + i), KILLS / BESIDE));
      const [first] = await Promise.all(runs);
      // Each command did once, killed or not, what it does when nobody is killed.
      const undisturbed = await writeUndisturbed(folder(), first?.end ?? 0);
      expect(first?.streams).toEqual(undisturbed.streams());
    },
    LIMIT_MS,
  );

  /** Kills a process many times in a directory of its own and checks what is left. */
  async function surviving(random: Seeded, times: number) {
    const dir = folder();
    const { ledger, whileOpening, whileWriting } = await killWhileWriting(dir, random, times);
    report(
      `writing, seed ${random.seed}: ${whileWriting} kills while writing, ${whileOpening} while opening; ` +
        `${ledger.acknowledged} commands acknowledged, ${ledger.answersLost} answers lost, ${ledger.events} events`,
    );
    expect(ledger.findings).toEqual([]);
    expect(whileWriting).toBeGreaterThan(times / 2);
    expect(ledger.answersLost).toBeGreaterThan(0);
    const end = await finishWriting(dir, ledger);
    const log = await openSqliteEventLog({ file: dir.log, mode: 'read-only' });
    try {
      const again = await ledger.checkFromTheStart(log);
      expect(again.findings).toEqual([]);
      expect(again.events).toBe(ledger.events);
      const { digest: rebuilt } = await rebuild({ log, file: join(dir.path, 'rebuilt.sqlite') });
      expect(digest({ file: dir.readModel })).toEqual({ seq: ledger.events, digest: rebuilt });
    } finally {
      await log.close();
    }
    return { end, streams: ledger.streams() };
  }

  it(
    'is found out where it acknowledges before it has written',
    async () => {
      const { ledger } = await killWhileWriting(folder(), new Seeded(seed), 50, {
        fault: 'early',
        until: 'lost',
      });
      expect(ledger.findings.join('\n')).toMatch(
        /^lost: command [0-9a-f-]{36} \(caller \d, round \d+, step 4\)/m,
      );
    },
    LIMIT_MS,
  );
});
