import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { eventsOf, listen, readEverything } from '../contract/collect.js';
import { envelope } from '../contract/fixture.js';
import { openSqliteEventLog } from './sqlite-event-log.js';
import { startAppending, type AppendingProcess } from './testing/child-process.js';
import { temporaryDirectory } from './testing/sqlite-store.js';

const ROUNDS = 5;

describe('processes on one embedded log', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  const started: AppendingProcess[] = [];
  const start = (name: string) => {
    const child = startAppending(file, name);
    started.push(child);
    return child;
  };
  beforeEach(() => {
    directory = temporaryDirectory();
    file = join(directory.path, 'log.sqlite');
  });
  afterEach(async () => {
    for (const child of started.splice(0)) await child.kill();
    directory.remove();
  });

  it('only one writes, the next is told so and can when the first is gone, however it went', async () => {
    const child = start('first');
    await child.until(1);
    await expect(openSqliteEventLog({ file, mode: 'read-write' })).rejects.toMatchObject({
      code: 'LOG_LOCKED',
      field: 'DATA_DIR',
      value: file,
      remedy: 'Stop the other process, or use another data directory.',
    });
    await child.until(child.acknowledged.length + 1);
    await child.kill();
    const log = await openSqliteEventLog({ file, mode: 'read-write' });
    expect(await log.append('act-after', [envelope()], 'no-stream')).toMatchObject({ revision: 0 });
    await log.close();
  });

  it('another reads and follows while one writes', async () => {
    const child = start('writing');
    await child.until(1);
    const log = await openSqliteEventLog({ file, mode: 'read-only' });
    const listening = listen(log);
    await listening.until((items) => eventsOf(items).length > 0);
    const seen = eventsOf(listening.items).length;
    await listening.until((items) => eventsOf(items).length > seen + 20);
    await expect(log.append('act-a', [envelope()], 'no-stream')).rejects.toMatchObject({
      code: 'LOG_READ_ONLY',
    });
    await child.kill();
    await listening.until((items) => eventsOf(items).length >= child.acknowledged.length);
    await listening.stop();
    await log.close();
  });

  it(`a killed one loses nothing that it acknowledged (${ROUNDS} rounds)`, async () => {
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const child = start(`round-${round}`);
      await child.until(40 + 97 * round);
      await child.kill();
      acknowledged.push(...child.acknowledged);
      const log = await openSqliteEventLog({ file, mode: round % 2 === 0 ? 'read-only' : 'read-write' });
      const events = await readEverything(log);
      await log.close();
      expect(revisionsAreGapless(events)).toBe(true);
      const found = new Set(events.map((e) => `${e.stream} ${e.revision} ${e.position} ${e.eventId}`));
      expect(acknowledged.filter((line) => !found.has(line))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * 40);
  });
});

function revisionsAreGapless(events: readonly RecordedEnvelope[]): boolean {
  const next = new Map<string, number>();
  return events.every(({ stream, revision }) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, expected + 1);
    return revision === expected;
  });
}
