import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { listen, readEverything, timesCaughtUp, titlesOf } from '../contract/collect.js';
import { envelopes } from '../contract/fixture.js';
import { openSqliteEventLog, type SqliteEventLogOptions } from './sqlite-event-log.js';
import { runDirectly, temporaryDirectory } from './testing/sqlite-store.js';

const TITLES = Array.from({ length: 40 }, (_, i) => `Nghị quyết về sắp xếp số ${i};`);
const MODES: readonly SqliteEventLogOptions['mode'][] = ['read-write', 'read-only'];

describe('a log file that is not as it was written', () => {
  let directory: ReturnType<typeof temporaryDirectory>;
  let file: string;
  beforeEach(async () => {
    directory = temporaryDirectory();
    file = join(directory.path, 'log.sqlite');
    const log = await openSqliteEventLog({ file, mode: 'read-write' });
    await log.append('act-a', envelopes(TITLES), 'no-stream');
    await log.close();
  });
  afterEach(() => directory.remove());

  /** Opens the log, does something with it, and closes it. */
  const withLog = async <T>(use: (log: Awaited<ReturnType<typeof openSqliteEventLog>>) => Promise<T>) => {
    const log = await openSqliteEventLog({ file, mode: 'read-only' });
    try {
      return await use(log);
    } finally {
      await log.close();
    }
  };
  const alter = (change: (bytes: Buffer) => void) => {
    const bytes = readFileSync(file);
    change(bytes);
    writeFileSync(file, bytes);
  };

  it('names the event of a flipped bit, serves what is before and nothing of it', async () => {
    alter((bytes) => {
      const at = bytes.indexOf('số 20;');
      bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    });
    await withLog(async (log) => {
      const error = { code: 'LOG_CORRUPT', field: 'position', value: '21', remedy: expect.any(String) };
      expect(titlesOf(await log.readAll(undefined, { maxCount: 20 }))).toEqual(TITLES.slice(0, 20));
      await expect(log.readAll(undefined, { maxCount: 21 })).rejects.toMatchObject(error);
      await expect(log.readStream('act-a', 20, { maxCount: 1 })).rejects.toMatchObject(error);
      const listening = listen(log);
      const caughtUp = listening.until((items) => timesCaughtUp(items) > 0);
      await expect(caughtUp).rejects.toMatchObject(error);
    });
  });

  it.each([
    ['data', `'{"title":"Nghị quyết"}'`],
    ['metadata', `replace(metadata, 'official-17', 'official-18')`],
    ['type', `'act.ended'`],
    ['schema_version', '2'],
    ['event_id', `'5f0c0c2e-51c5-5f0e-9b6c-0b1f1f1a7a25'`],
    ['stream', `'act-b'`],
  ])('finds a changed %s though the file is sound', async (column, value) => {
    runDirectly(
      file,
      `DROP TRIGGER events_are_never_updated; UPDATE events SET ${column} = ${value} WHERE position = 5`,
    );
    await withLog((log) =>
      expect(readEverything(log)).rejects.toMatchObject({ code: 'LOG_CORRUPT', value: '5' }),
    );
  });

  it('names damage where a number is larger than any that was written', async () => {
    runDirectly(
      file,
      'DROP TRIGGER events_are_never_updated; UPDATE events SET checksum = 8872694225363432037 WHERE position = 5',
    );
    await withLog((log) => expect(readEverything(log)).rejects.toMatchObject({ code: 'LOG_CORRUPT' }));
  });

  it('finds an event that is missing, in the log and in its stream', async () => {
    runDirectly(file, 'DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE position = 5');
    await withLog(async (log) => {
      const error = { code: 'LOG_CORRUPT', value: '6' };
      await expect(readEverything(log)).rejects.toMatchObject(error);
      await expect(log.readStream('act-a', 0, { maxCount: 10 })).rejects.toMatchObject(error);
      expect(titlesOf(await log.readAll('5', { maxCount: 2 }))).toEqual(TITLES.slice(5, 7));
    });
  });

  it('finds that its last event is missing, whoever asks', async () => {
    runDirectly(file, 'DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE position = 40');
    await withLog(async (log) => {
      const end = { code: 'LOG_CORRUPT', field: 'position', value: '40' };
      await expect(readEverything(log)).rejects.toMatchObject(end);
      await expect(log.head()).rejects.toMatchObject(end);
      const stream = { code: 'LOG_CORRUPT', field: 'stream', value: 'act-a' };
      await expect(log.readStream('act-a', 0, { maxCount: 100 })).rejects.toMatchObject(stream);
      expect(titlesOf(await log.readStream('act-a', 0, { maxCount: 39 }))).toEqual(TITLES.slice(0, 39));
    });
    await expect(openSqliteEventLog({ file, mode: 'read-write' })).rejects.toMatchObject({
      code: 'LOG_CORRUPT',
      value: '40',
    });
  });

  it('finds that it ends before a position that was given out', async () => {
    await withLog(async (log) => {
      expect(await log.readAll('40', { maxCount: 10 })).toEqual([]);
      await expect(log.readAll('41', { maxCount: 10 })).rejects.toMatchObject({
        code: 'LOG_CORRUPT',
        value: '41',
      });
    });
  });

  it('of format 1, which noted no ends, is read as it is and given them by the first who writes', async () => {
    runDirectly(file, 'DROP TABLE heads; PRAGMA user_version = 1');
    await withLog(async (log) => {
      expect(titlesOf(await readEverything(log))).toEqual(TITLES);
      expect(await log.readStream('act-a', 38, { maxCount: 10 })).toHaveLength(2);
      expect(await log.head()).toBe('40');
    });
    const log = await openSqliteEventLog({ file, mode: 'read-write' });
    expect(await log.append('act-a', envelopes(['one more']), 39)).toMatchObject({ position: '41' });
    await log.close();
    runDirectly(file, 'DROP TRIGGER events_are_never_deleted; DELETE FROM events WHERE position = 41');
    await withLog((again) =>
      expect(again.head()).rejects.toMatchObject({ code: 'LOG_CORRUPT', value: '41' }),
    );
  });

  it('finds a torn page', async () => {
    alter((bytes) => {
      const page = Math.floor(bytes.indexOf('số 20;') / 4_096) * 4_096;
      bytes.fill(0, page, page + 4_096);
    });
    await withLog((log) => expect(readEverything(log)).rejects.toMatchObject({ code: 'LOG_CORRUPT' }));
  });

  it('finds a file that was cut off', async () => {
    truncateSync(file, readFileSync(file).length - 8_192);
    const reading = withLog((log) => readEverything(log));
    await expect(reading).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
  });

  it.each(MODES)('is told from a log by its first bytes (%s)', async (mode) => {
    writeFileSync(file, 'Đây không phải là sổ cái. '.repeat(400));
    await expect(openSqliteEventLog({ file, mode })).rejects.toMatchObject({ code: 'LOG_CORRUPT' });
  });

  it.each(MODES)('of another version is refused with both versions named (%s)', async (mode) => {
    runDirectly(file, 'PRAGMA user_version = 7');
    await expect(openSqliteEventLog({ file, mode })).rejects.toMatchObject({
      code: 'LOG_VERSION_UNSUPPORTED',
      message: 'The file is a log of format 7; this version reads formats 1 and 2.',
      field: 'file',
      value: file,
    });
    runDirectly(file, 'PRAGMA user_version = 2');
    expect(await withLog((log) => readEverything(log))).toHaveLength(TITLES.length);
  });

  it.each(MODES)('of another program is refused and stays as it is (%s)', async (mode) => {
    const other = join(directory.path, 'other.sqlite');
    const db = new DatabaseSync(other);
    db.exec('CREATE TABLE clusters (id TEXT)');
    db.close();
    const before = readFileSync(other);
    await expect(openSqliteEventLog({ file: other, mode })).rejects.toMatchObject({
      code: 'LOG_VERSION_UNSUPPORTED',
    });
    expect(readFileSync(other).equals(before)).toBe(true);
  });

  it('that is not there is not made by a reader', async () => {
    const missing = join(directory.path, 'missing.sqlite');
    await expect(openSqliteEventLog({ file: missing, mode: 'read-only' })).rejects.toMatchObject({
      code: 'LOG_UNAVAILABLE',
      value: missing,
    });
  });

  it('in a directory that does not exist is not mistaken for a locked one', async () => {
    const nowhere = join(directory.path, 'nowhere', 'log.sqlite');
    await expect(openSqliteEventLog({ file: nowhere, mode: 'read-write' })).rejects.toMatchObject({
      code: 'LOG_UNAVAILABLE',
    });
  });
});
