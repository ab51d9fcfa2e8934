import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import { envelopes } from '../contract/fixture.js';
import { serialise } from '../shared/serialise.js';
import { openForWriting } from './format.js';
import { Reader } from './reader.js';
import { seeded } from './testing/seeded.js';
import { temporaryDirectory } from './testing/sqlite-store.js';
import { Writer } from './writer.js';

const CASES = Number(process.env['DAMAGE_CASES'] ?? 80);
const SEED = Number(process.env['DAMAGE_SEED'] ?? Date.now() % 1_000_000_007);
const COMMITS = 60;

/** A log whose commits are all still in the write-ahead log, as a kill leaves it. */
describe(`a write-ahead log with random damage (${CASES} cases each, seed ${SEED})`, () => {
  const directory = temporaryDirectory();
  const file = join(directory.path, 'log.sqlite');
  const left = join(directory.path, 'left.sqlite');
  let wal: Buffer;
  let events: readonly RecordedEnvelope[];
  /** How many events there were after each commit. */
  const ends: number[] = [0];

  beforeAll(() => {
    const db = openForWriting(file);
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
    const writer = new Writer(db);
    for (let i = 0; i < COMMITS; i += 1) {
      const made = envelopes(Array.from({ length: 1 + (i % 4) }, (_, n) => `${i}.${n}`));
      const stream = `act-${i}`;
      writer.write([{ id: i, stream, expected: 'no-stream', events: serialise(stream, made) }]);
      ends.push((ends.at(-1) ?? 0) + made.length);
    }
    copyFileSync(file, left);
    wal = readFileSync(`${file}-wal`);
    db.close();
    const reader = new Reader(file);
    events = reader.all(undefined, { maxCount: 1_000 });
    reader.close();
  });
  afterAll(() => directory.remove());

  function lay(bytes: Buffer): void {
    copyFileSync(left, file);
    rmSync(`${file}-shm`, { force: true });
    writeFileSync(`${file}-wal`, bytes);
  }

  /** How many events are there, where they are the first of the history and end with a commit. */
  function beginning(): number {
    const reader = new Reader(file);
    try {
      const read = reader.all(undefined, { maxCount: 1_000 });
      expect(read).toEqual(events.slice(0, read.length));
      expect(ends).toContain(read.length);
      expect(reader.head()).toBe(events[read.length - 1]?.position);
      return read.length;
    } finally {
      reader.close();
    }
  }

  /** False where it refuses, by name. */
  function opensForWriting(): boolean {
    try {
      openForWriting(file).close();
      return true;
    } catch (error) {
      expect(error).toBeInstanceOf(BanGiaoError);
      expect(error).toMatchObject({ code: 'LOG_CORRUPT', field: 'file', value: `${file}-wal` });
      return false;
    }
  }

  it('is read up to a commit and no further where its end is lost, as in a power cut that took what was not yet on disk', () => {
    const random = seeded(SEED);
    for (let i = 0; i < CASES; i += 1) {
      const length = Math.floor(random() * wal.length);
      lay(wal.subarray(0, length));
      const read = beginning();
      expect(opensForWriting()).toBe(true);
      expect(beginning()).toBe(read);
    }
  });

  it('is refused for a wrong byte in any commit but the last two, and never read past it', () => {
    const random = seeded(SEED + 1);
    let refused = 0;
    for (let i = 0; i < CASES; i += 1) {
      const bytes = Buffer.from(wal);
      const at = Math.floor(random() * bytes.length);
      bytes.writeUInt8(bytes.readUInt8(at) ^ (1 + Math.floor(random() * 255)), at);
      lay(bytes);
      if (!opensForWriting()) refused += 1;
      else expect(beginning()).toBeGreaterThanOrEqual(ends[COMMITS - 2] ?? 0);
      lay(bytes);
      beginning();
    }
    expect(refused).toBeGreaterThan(0.8 * CASES);
  });

  it('is sound as every kill leaves it', () => {
    lay(wal);
    expect(opensForWriting()).toBe(true);
    expect(beginning()).toBe(events.length);
  });
});
