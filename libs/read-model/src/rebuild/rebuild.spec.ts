import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BanGiaoError } from '#domain';
import { openReadModel } from '../read-model.js';
import { generationPath } from '../storage/generations.js';
import { ArrayLog } from '../testing/array-log.js';
import { closing, newFile, projectAll } from '../testing/files.js';
import { histories, longHistory } from '../testing/histories.js';
import { digest } from './digest.js';
import { rebuild } from './rebuild.js';

function codeOf(run: () => void): string {
  try {
    run();
    return 'none';
  } catch (error) {
    return error instanceof BanGiaoError ? error.code : String(error);
  }
}

describe('a rebuild', () => {
  it('gives the digest of the file that was followed', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.integer({ min: 1, max: 9 }), async (events, batchSize) => {
        const file = newFile();
        projectAll(file, events);
        const before = digest({ file });
        const rebuilt = await rebuild({ log: new ArrayLog([...events]), file, batchSize });
        expect(rebuilt).toEqual({ ...before, resumedFrom: 0 });
        expect(digest({ file })).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });

  it('goes on where it was interrupted; meanwhile the old file answers', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events.slice(0, 4));
    const interrupted = new AbortController();
    const first = rebuild({
      log: new ArrayLog([...events]),
      file,
      batchSize: 5,
      signal: interrupted.signal,
      onProgress: ({ seq }) => {
        if (seq === 10) interrupted.abort();
      },
    });
    await expect(first).rejects.toMatchObject({ code: 'REBUILD_INTERRUPTED' });
    expect(digest({ file }).seq).toBe(4);
    const second = await rebuild({ log: new ArrayLog([...events]), file, batchSize: 5 });
    expect(second).toMatchObject({ seq: events.length, resumedFrom: 10 });
    expect(digest({ file })).toMatchObject({ seq: events.length, digest: second.digest });
  });

  it('begins anew where the unfinished file is of another log', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events.slice(0, 4));
    const interrupted = new AbortController();
    const onProgress = () => interrupted.abort();
    const { signal } = interrupted;
    const first = rebuild({ log: new ArrayLog([...events]), file, batchSize: 10, signal, onProgress });
    await expect(first).rejects.toMatchObject({ code: 'REBUILD_INTERRUPTED' });
    const restored = new ArrayLog(events.slice(0, 6));
    expect(await rebuild({ log: restored, file })).toMatchObject({ seq: 6, resumedFrom: 0 });
  });

  it('leaves only the current file behind', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events);
    for (let i = 0; i < 3; i += 1) await rebuild({ log: new ArrayLog([...events]), file });
    const names = readdirSync(dirname(file)).filter((name) => !/-(wal|shm)$|[.]lock$/.test(name));
    expect(names.sort()).toEqual(['read-model.sqlite.current', 'read-model.sqlite.g3']);
  });

  it('takes the place of a file of another release, which is refused for opening', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events);
    const db = new DatabaseSync(file);
    db.exec(`UPDATE projections SET version = 99 WHERE name = 'assignments'`);
    db.close();
    expect(codeOf(() => openReadModel({ file }))).toBe('READ_MODEL_VERSION');
    expect(codeOf(() => projectAll(file, []))).toBe('READ_MODEL_VERSION');
    await rebuild({ log: new ArrayLog([...events]), file });
    expect(closing(openReadModel({ file })).status().seq).toBe(events.length);
  });

  it('of another release does not take the answers from a reader of this one', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events);
    const model = closing(openReadModel({ file }));
    await rebuild({ log: new ArrayLog([...events]), file });
    const db = new DatabaseSync(generationPath(file, 1));
    db.exec(`UPDATE projections SET version = 99 WHERE name = 'assignments'`);
    db.close();
    for (let i = 0; i < 30; i += 1) {
      await setTimeout(10);
      expect(model.status().seq).toBe(events.length);
      expect(model.event(1)?.seq).toBe(1);
    }
  });

  it('takes the place of a file that is none', async () => {
    const events = longHistory();
    const file = newFile();
    writeFileSync(file, 'no database at all, but long enough to be looked at as one '.repeat(20));
    expect(codeOf(() => openReadModel({ file }))).toBe('READ_MODEL_UNREADABLE');
    await rebuild({ log: new ArrayLog([...events]), file });
    expect(closing(openReadModel({ file })).status().seq).toBe(events.length);
  });

  it('does not switch where the log cannot be projected', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events);
    const spoilt = events.map((e, i) => (i === 7 ? { ...e, schemaVersion: 2 } : e));
    await expect(rebuild({ log: new ArrayLog([...spoilt]), file })).rejects.toMatchObject({
      code: 'READ_MODEL_POISON',
    });
    expect(existsSync(`${file}.current`)).toBe(false);
    expect(closing(openReadModel({ file })).status().seq).toBe(events.length);
  });

  it('is refused while another one builds the same file', async () => {
    const events = longHistory();
    const file = newFile();
    projectAll(file, events);
    const log = new ArrayLog([...events]);
    let second: Promise<unknown> | undefined;
    await rebuild({
      log,
      file,
      onProgress: ({ phase }) => {
        if (phase === 'replay') second ??= rebuild({ log, file }).catch((error: unknown) => error);
      },
    });
    expect(await second).toMatchObject({ code: 'REBUILD_RUNNING' });
    expect(existsSync(generationPath(file, 2))).toBe(false);
  });
});
