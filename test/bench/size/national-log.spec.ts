import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventEnvelope } from '#application';
import { openSqliteEventLog } from '#event-log';
import { appendSubjects } from './append.js';
import { appendsOf, correctedBy, eventsOf, Stamps, subjectsFor } from './national-log.js';

const dir = mkdtempSync(join(tmpdir(), 'ban-giao-size-'));
const file = join(dir, 'log.sqlite');
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe('the log of the benchmark at size', () => {
  beforeAll(async () => {
    await appendSubjects(file, 0, 3);
    await appendSubjects(file, 3, 5);
  });

  it('goes on where it ended, and has as many events as it says', async () => {
    const log = await openSqliteEventLog({ file, mode: 'read-only' });
    expect(await log.head()).toBe(String(eventsOf(5)));
    await log.close();
    expect(subjectsFor(eventsOf(5))).toBe(5);
  });

  it('corrects each subject at most once, and only those recorded long before', () => {
    const subjects = Array.from({ length: 40_000 }, (_, subject) => subject);
    const distant = subjects.filter((subject) => correctedBy(subject) !== subject);
    expect(distant.length).toBeGreaterThan(9_000);
    expect(new Set(distant.map(correctedBy)).size).toBe(distant.length);
    for (const subject of distant) expect(correctedBy(subject)).toBeLessThan(subject / 2);
  });

  it('expects of a corrected stream what was written to it', () => {
    const expected = (subject: number) => [...appendsOf(subject, new Stamps(0))].at(-1)?.expected;
    const written = (subject: number) => ownEvents(subject).length - 1;
    for (let subject = 4_096; subject < 4_200; subject += 4)
      expect(expected(subject)).toBe(written(correctedBy(subject)));
  });
});

/** Events that a subject writes to its own stream. */
function ownEvents(subject: number): readonly EventEnvelope[] {
  const appends = [...appendsOf(subject, new Stamps(0))];
  return appends.filter(({ stream }) => stream === appends[0]?.stream).flatMap(({ events }) => events);
}
