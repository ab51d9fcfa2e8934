import { afterEach, describe, expect, it } from '@jest/globals';
import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import type { RecordedEnvelope } from '#application';
import type { Instant } from '#domain';
import { follow } from '../follow/follow.js';
import { openProjector } from '../follow/projector.js';
import { openReadModel } from '../read-model.js';
import { digest } from '../rebuild/digest.js';
import { rebuild } from '../rebuild/rebuild.js';
import { holdRebuildLock } from '../storage/locks.js';
import { ArrayLog } from '../testing/array-log.js';
import { LogBuilder } from '../testing/events.js';
import { act } from '../testing/facts.js';
import { closing, newFile, projectAll } from '../testing/files.js';
import { histories } from '../testing/histories.js';
import { adoptSnapshot } from './adopt.js';
import { manifestLine, type SnapshotManifest } from './manifest.js';
import { readManifest } from './snapshot-file.js';
import { takeSnapshot } from './take.js';

/** A history with corrections, long enough to be cut in two. */
const EVENTS = fc
  .sample(histories, { numRuns: 20, seed: 11 })
  .reduce((a, b) => (a.length < b.length ? b : a));
const HALF = Math.floor(EVENTS.length / 2);
const LOG = new ArrayLog([...EVENTS]);

const digestOfAll = (events: readonly RecordedEnvelope[]) => {
  const file = newFile();
  projectAll(file, events);
  return digest({ file });
};

async function snapshotOf(events: readonly RecordedEnvelope[]): Promise<string> {
  const file = newFile();
  projectAll(file, events);
  const out = join(dirname(file), 'snapshot');
  await takeSnapshot({ file, out });
  return out;
}

/** Follows a log into a file until it has caught up. */
async function catchUp(log: ArrayLog, file: string): Promise<void> {
  const projector = openProjector({ file });
  const stop = new AbortController();
  try {
    await follow(log, projector, stop.signal, ({ caughtUp }) => caughtUp && stop.abort());
  } finally {
    projector.close();
  }
}

/** Everything in the folder of a read model, but for what opening it leaves and means nothing. */
const filesBeside = (file: string) =>
  readdirSync(dirname(file)).filter(
    (name) => !['.rebuild.lock', '-wal', '-shm'].includes(name.slice(basename(file).length)),
  );

/** Changes what a snapshot says of itself. */
async function withManifest(path: string, change: Partial<SnapshotManifest>): Promise<void> {
  const manifest = await readManifest(path);
  const bytes = readFileSync(path).subarray(0, manifest.bytes);
  writeFileSync(path, Buffer.concat([bytes, Buffer.from(manifestLine({ ...manifest, ...change }))]));
}

describe('a replica that begins with a snapshot', () => {
  it('has the digest of one that replayed everything, over random histories with corrections', async () => {
    await fc.assert(
      fc.asyncProperty(histories, fc.nat(), async (events, at) => {
        const taken = await snapshotOf(events.slice(0, 1 + (at % events.length)));
        const file = newFile();
        const log = new ArrayLog([...events]);
        await adoptSnapshot({ log, file, snapshot: taken });
        await catchUp(log, file);
        expect(digest({ file })).toEqual(digestOfAll(events));
      }),
      { numRuns: 8 },
    );
  });

  it('does not ask the log for what the snapshot holds', async () => {
    const asked: (string | undefined)[] = [];
    const log = new ArrayLog([...EVENTS]);
    log.subscribe = (after, signal) => {
      asked.push(after);
      return ArrayLog.prototype.subscribe.call(log, after, signal);
    };
    const file = newFile();
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const { seq, position } = await adoptSnapshot({ log, file, snapshot });
    expect(seq).toBe(HALF);
    await catchUp(log, file);
    expect(asked).toEqual([position]);
  });

  it('goes over to it where an older read model is there, and so do its open readers', async () => {
    const file = newFile();
    projectAll(file, EVENTS.slice(0, 2));
    const reader = closing(openReadModel({ file }));
    expect(reader.status().seq).toBe(2);
    await adoptSnapshot({ log: LOG, file, snapshot: await snapshotOf(EVENTS.slice(0, HALF)) });
    // A reader looks for another file ten times a second, and answers from its own until the other is read.
    for (let i = 0; i < 500 && reader.status().seq !== HALF; i += 1) await setTimeout(10);
    expect(reader.status().seq).toBe(HALF);
    expect(filesBeside(file).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('takes one of a read model that was itself built from a snapshot', async () => {
    const file = newFile();
    await adoptSnapshot({ log: LOG, file, snapshot: await snapshotOf(EVENTS.slice(0, HALF)) });
    await catchUp(LOG, file);
    const out = join(dirname(file), 'again');
    const { seq, digest: sha256 } = await takeSnapshot({ file, out });
    expect({ seq, digest: sha256 }).toEqual(digestOfAll(EVENTS));
  });
});

describe('a snapshot taken while the replica follows on', () => {
  const many = () => {
    const log = new LogBuilder();
    for (let i = 0; i < 1_500; i += 1) log.add(`act-a${i}`, act(`a${i}`));
    return log.events;
  };

  it('is of one moment, whatever is written meanwhile, and does not hold the writer up', async () => {
    const events = many();
    const file = newFile();
    projectAll(file, events.slice(0, 1_000));
    const projector = openProjector({ file });
    const out = join(dirname(file), 'snapshot');
    let next = 1_000;
    const phases = new Set<string>();
    const manifest = await takeSnapshot({
      file,
      out,
      onProgress: ({ phase }) => {
        phases.add(phase);
        if (next < events.length) projector.project(events.slice(next, (next += 100)));
      },
    });
    projector.close();
    expect(next).toBeGreaterThan(1_000);
    expect([...phases].sort()).toEqual(['digest', 'seal']);
    expect(digest({ file }).seq).toBe(next);
    expect({ seq: manifest.seq, digest: manifest.digest }).toEqual(digestOfAll(events.slice(0, 1_000)));

    const elsewhere = newFile();
    const log = new ArrayLog([...events]);
    await adoptSnapshot({ log, file: elsewhere, snapshot: out });
    expect(digest({ file: elsewhere })).toEqual({ seq: 1_000, digest: manifest.digest });
  });

  it('stopped, leaves nothing behind', async () => {
    const file = newFile();
    projectAll(file, many());
    const out = join(dirname(file), 'snapshot');
    const before = filesBeside(file);
    const stop = new AbortController();
    const taking = takeSnapshot({ file, out, signal: stop.signal, onProgress: () => stop.abort() });
    await expect(taking).rejects.toMatchObject({ code: 'SNAPSHOT_INTERRUPTED' });
    expect(filesBeside(file)).toEqual(before);
  });
});

describe('a snapshot is refused, and nothing changes,', () => {
  const file = newFile();
  projectAll(file, EVENTS.slice(0, 3));
  const before = digest({ file });
  const unchanged = filesBeside(file);

  const refused = async (snapshot: string, log = LOG) => {
    const error = await adoptSnapshot({ log, file, snapshot }).then(
      () => undefined,
      (e: unknown) => e as { code: string; field: string; value: string; remedy: string },
    );
    const rebuilding = rebuild({ log, file, fromSnapshot: snapshot });
    await expect(rebuilding).rejects.toMatchObject({ code: error?.code });
    expect(error).toMatchObject({
      field: expect.any(String),
      value: expect.any(String),
      remedy: expect.any(String),
    });
    return error;
  };

  afterEach(() => {
    expect(digest({ file })).toEqual(before);
    expect(filesBeside(file)).toEqual(unchanged);
  });

  it('where one bit of it is another, wherever that is', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const whole = readFileSync(snapshot);
    const { bytes } = await readManifest(snapshot);
    const places = [
      0,
      16,
      100,
      5_000,
      ...Array.from({ length: 8 }, (_, i) => Math.floor((bytes * i) / 8) + 999),
    ];
    for (const place of [...places, bytes - 1, bytes, bytes + 20, whole.length - 1]) {
      const flipped = Buffer.from(whole);
      flipped[place] = (flipped[place] ?? 0) ^ 1;
      writeFileSync(snapshot, flipped);
      expect(await refused(snapshot)).toMatchObject({ code: 'SNAPSHOT_DAMAGED', value: snapshot });
    }
  });

  it('where any word of what it says of itself is another', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const manifest = await readManifest(snapshot);
    const copy = `${snapshot}-changed`;
    for (const change of [
      { seq: manifest.seq + 1 },
      { digest: manifest.digest.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { sha256: manifest.sha256.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
    ]) {
      copyFileSync(snapshot, copy);
      await withManifest(copy, change);
      expect(await refused(copy)).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    }
    // Another event of the same log passes as its position, until the copy is looked into.
    const other = EVENTS[HALF];
    if (other === undefined) throw new Error('The history is too short.');
    const { position, eventId, stream, revision } = other;
    const { recordedAt } = other.metadata;
    await withManifest(copy, { ...manifest, position, eventId, stream, revision, recordedAt });
    expect(await refused(copy)).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
  });

  it('where it was cut short, or goes on', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const whole = readFileSync(snapshot);
    for (const content of [
      whole.subarray(0, whole.length - 1),
      whole.subarray(0, whole.length >> 1),
      Buffer.alloc(0),
      Buffer.concat([whole, Buffer.from('\n')]),
      Buffer.concat([Buffer.from('\n'), whole]),
    ]) {
      writeFileSync(snapshot, content);
      expect(await refused(snapshot)).toMatchObject({ code: 'SNAPSHOT_DAMAGED' });
    }
  });

  it('where there is none', async () => {
    expect(await refused(join(dirname(file), 'nowhere'))).toMatchObject({ code: 'FILE_UNREADABLE' });
  });

  it('where another release took it', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const { projections } = await readManifest(snapshot);
    await withManifest(snapshot, { projections: { ...projections, events: 99 } });
    expect(await refused(snapshot)).toMatchObject({
      code: 'SNAPSHOT_VERSION',
      field: 'projections.events',
      value: '99',
    });
    await withManifest(snapshot, { projections: { ...projections, forecasts: 1 } });
    expect(await refused(snapshot)).toMatchObject({
      code: 'SNAPSHOT_VERSION',
      field: 'projections.forecasts',
    });
    await withManifest(snapshot, { projections, format: 2 });
    expect(await refused(snapshot)).toMatchObject({ code: 'SNAPSHOT_FORMAT_UNSUPPORTED' });
  });

  it('where it is of another log, or of one that has lost its end', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const { position } = await readManifest(snapshot);
    const otherId = EVENTS.map((e, i) => (i === HALF - 1 ? { ...e, eventId: `0${e.eventId.slice(1)}` } : e));
    const otherPlace = EVENTS.map((e) => ({ ...e, position: `${e.position}0` }));
    const recordedAt = '2001-01-01T00:00:00.000Z' as Instant;
    const otherTime = EVENTS.map((e) => ({ ...e, metadata: { ...e.metadata, recordedAt } }));
    for (const events of [otherId, otherPlace, otherTime, EVENTS.slice(0, HALF - 1), []])
      expect(await refused(snapshot, new ArrayLog(events))).toMatchObject({
        code: 'SNAPSHOT_OTHER_LOG',
        field: 'position',
        value: position,
      });
  });

  it('where it is not ahead of what is there', async () => {
    for (const seq of [2, 3])
      expect(await refused(await snapshotOf(EVENTS.slice(0, seq)))).toMatchObject({
        code: 'SNAPSHOT_BEHIND',
        field: 'seq',
        value: String(seq),
      });
  });

  it('while a rebuild is running', async () => {
    const lock = holdRebuildLock(file);
    try {
      expect(await refused(await snapshotOf(EVENTS.slice(0, HALF)))).toMatchObject({
        code: 'REBUILD_RUNNING',
      });
    } finally {
      lock.release();
    }
  });

  it('where it is stopped while it is copied or looked at', async () => {
    const snapshot = await snapshotOf(EVENTS.slice(0, HALF));
    for (const phase of ['copy', 'verify']) {
      const stop = new AbortController();
      const stopped = adoptSnapshot({
        log: LOG,
        file,
        snapshot,
        signal: stop.signal,
        onProgress: (told) => told.phase === phase && stop.abort(),
      });
      await expect(stopped).rejects.toMatchObject({ code: 'SNAPSHOT_INTERRUPTED' });
    }
  });
});

describe('a rebuild from a snapshot', () => {
  it('replays only what comes after it, and goes on where it was interrupted', async () => {
    const file = newFile();
    const fromSnapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const stop = new AbortController();
    const options = { log: LOG, file, fromSnapshot, batchSize: 1 };
    const seqs: number[] = [];
    const interrupted = rebuild({
      ...options,
      signal: stop.signal,
      onProgress: ({ seq }) => {
        seqs.push(seq);
        if (seqs.length === 2) stop.abort();
      },
    });
    await expect(interrupted).rejects.toMatchObject({ code: 'REBUILD_INTERRUPTED' });
    expect(seqs).toEqual([HALF + 1, HALF + 2]);
    const { resumedFrom, ...taken } = await rebuild(options);
    expect(resumedFrom).toBe(HALF + 2);
    expect(taken).toEqual(digestOfAll(EVENTS));
    expect(digest({ file })).toEqual(taken);
  });

  it('leaves an unfinished one that is behind the snapshot', async () => {
    const file = newFile();
    const stop = new AbortController();
    const unfinished = rebuild({
      log: LOG,
      file,
      batchSize: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    await expect(unfinished).rejects.toMatchObject({ code: 'REBUILD_INTERRUPTED' });
    const fromSnapshot = await snapshotOf(EVENTS.slice(0, HALF));
    const { resumedFrom, ...taken } = await rebuild({ log: LOG, file, fromSnapshot });
    expect(resumedFrom).toBe(HALF);
    expect(taken).toEqual(digestOfAll(EVENTS));
  });
});

describe('where a snapshot is written', () => {
  const file = newFile();
  projectAll(file, EVENTS);

  it('may stand an older one, but nothing else', async () => {
    const out = join(dirname(file), 'snapshot');
    await takeSnapshot({ file, out });
    const again = await takeSnapshot({ file, out });
    expect(await readManifest(out)).toEqual(again);
    for (const name of [file, join(dirname(file), 'notes.txt')]) {
      if (!existsSync(name)) writeFileSync(name, 'Notes.\n');
      const content = readFileSync(name);
      await expect(takeSnapshot({ file, out: name })).rejects.toMatchObject({
        code: 'OUTPUT_UNWRITABLE',
        field: '--out',
        value: name,
      });
      expect(readFileSync(name).equals(content)).toBe(true);
    }
  });

  it('must be a folder', async () => {
    const out = join(dirname(file), 'nowhere', 'snapshot');
    await expect(takeSnapshot({ file, out })).rejects.toMatchObject({
      code: 'OUTPUT_UNWRITABLE',
      value: out,
    });
  });

  it('is told where there is nothing to take', async () => {
    const empty = newFile();
    projectAll(empty, []);
    const out = join(dirname(empty), 'snapshot');
    await expect(takeSnapshot({ file: empty, out })).rejects.toMatchObject({ code: 'SNAPSHOT_EMPTY' });
    await expect(takeSnapshot({ file: newFile(), out })).rejects.toMatchObject({
      code: 'READ_MODEL_UNREADABLE',
    });
  });
});
