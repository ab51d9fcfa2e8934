import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '#application';
import { listen, timesCaughtUp } from '../contract/collect.js';
import { envelope } from '../contract/fixture.js';
import { openSqliteEventLog } from './sqlite-event-log.js';
import { temporaryDirectory } from './testing/sqlite-store.js';

describe('a reader beside the writer', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let writing: EventLog;
  let reading: EventLog;
  beforeEach(async () => {
    directory = temporaryDirectory();
    const file = join(directory.path, 'log.sqlite');
    writing = await openSqliteEventLog({ file, mode: 'read-write' });
    reading = await openSqliteEventLog({ file, mode: 'read-only' });
  });
  afterEach(async () => {
    await reading.close();
    await writing.close();
    directory.remove();
  });

  it('is woken by a commit and does not wait for its next look', async () => {
    const rounds = 20;
    const listening = listen(reading);
    await listening.until((items) => timesCaughtUp(items) === 1);
    const begin = performance.now();
    for (let i = 0; i < rounds; i += 1) {
      await writing.append('act-a', [envelope()], i === 0 ? 'no-stream' : i - 1);
      await listening.until((items) => timesCaughtUp(items) === 2 + i);
    }
    // Looking every 100 ms alone would take 2,000 ms, for each append comes just after a look.
    expect(performance.now() - begin).toBeLessThan(1_200);
    await listening.stop();
  });

  it('lets the thread do other things while it catches up', async () => {
    for (let i = 0; i < 5; i += 1) {
      const events = Array.from({ length: 1_000 }, () => envelope());
      await writing.append(`act-${i}`, events, 'no-stream');
    }
    let turns = 0;
    const ticking = setInterval(() => (turns += 1), 0);
    const listening = listen(reading);
    await listening.until((items) => timesCaughtUp(items) === 1);
    clearInterval(ticking);
    await listening.stop();
    expect(turns).toBeGreaterThan(2);
  });

  it('is refused a second writer in the same process', async () => {
    const file = join(directory.path, 'log.sqlite');
    await expect(openSqliteEventLog({ file, mode: 'read-write' })).rejects.toMatchObject({
      code: 'LOG_LOCKED',
    });
    await expect(writing.append('act-a', [envelope()], 'no-stream')).resolves.toMatchObject({ revision: 0 });
  });
});
