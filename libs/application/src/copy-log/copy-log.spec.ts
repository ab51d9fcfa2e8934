import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventLog } from '#event-log';
import { rebuild } from '#read-model';
import type { EventLog, RecordedEnvelope } from '../ports/event-log.js';
import { MAX_APPEND_BYTES } from '../ports/event-log.js';
import { canonicalEvent } from './canonical.js';
import { copyLog, type Copied, type CopyProgress } from './copy-log.js';
import { Grouping, withoutPlace, type Group } from './group.js';
import { failingAt } from './testing/faulty-log.js';
import { fillLedger } from './testing/ledger.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open: EventLog[] = [];
afterEach(async () => {
  for (const log of open.splice(0)) await log.close();
});
let files = 0;
const newFile = () => join(folder, `${(files += 1)}.sqlite`);

async function newLog(file = newFile()): Promise<EventLog> {
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  open.push(log);
  return log;
}

async function newLedger(rounds: number): Promise<EventLog> {
  const log = await newLog();
  await fillLedger(log, rounds);
  return log;
}

/** A log that the tests only read. */
const shared = openSqliteEventLog({ file: newFile(), mode: 'read-write' }).then(async (log) => {
  await fillLedger(log, 5);
  return log;
});
afterAll(async () => (await shared).close());

const everything = (log: EventLog) => log.readAll(undefined, { maxCount: 10_000 });
const digestOf = (log: EventLog) => rebuild({ log, file: newFile() });

function completed(copied: Copied): Extract<Copied, { complete: true }> {
  if (!copied.complete) throw new Error('It was stopped.');
  return copied;
}

const grouped = (events: readonly RecordedEnvelope[]): readonly Group[] => {
  const grouping = new Grouping();
  return [...events.map((e) => grouping.add(e)), grouping.end()].filter((g) => g !== undefined);
};

/** The first events of a log, in another. */
async function beginning(events: readonly RecordedEnvelope[]): Promise<EventLog> {
  const log = await newLog();
  for (const event of events) await appendOne(log, event);
  return log;
}

async function appendOne(log: EventLog, event: RecordedEnvelope): Promise<void> {
  const expected = event.revision === 0 ? 'no-stream' : event.revision - 1;
  await log.append(event.stream, [withoutPlace(event)], expected);
}

describe('a copied log', () => {
  it('holds every event with its id, stream, revision, data and metadata, in the same order', async () => {
    const source = await shared;
    const target = await newLog();
    const phases: CopyProgress[] = [];
    const copied = completed(await copyLog(source, target, { onProgress: (told) => phases.push(told) }));
    const events = await everything(source);
    expect(await everything(target)).toEqual(events);
    expect(copied).toMatchObject({
      found: 0,
      written: events.length,
      sourcePosition: await source.head(),
      targetPosition: await target.head(),
      sourceWentOn: false,
    });
    expect(phases.at(-1)).toEqual({ phase: 'verify', seq: events.length });
  });

  it('gives the same read model: seq and recordedAt are kept', async () => {
    const source = await shared;
    const target = await newLog();
    await copyLog(source, target, { pageSize: 7 });
    expect(await digestOf(target)).toEqual(await digestOf(source));
  });

  it('goes back the same way, and the digest of its events tells that it is the same', async () => {
    const source = await shared;
    const [there, back] = [await newLog(), await newLog()];
    const one = completed(await copyLog(source, there));
    const other = completed(await copyLog(there, back));
    expect(other.digest).toBe(one.digest);
    const longer = await newLedger(6);
    expect(completed(await copyLog(longer, there)).digest).not.toBe(one.digest);
  });

  it('is compared and not written again by a second run', async () => {
    const source = await shared;
    const target = await newLog();
    const first = completed(await copyLog(source, target));
    const again = completed(await copyLog(source, target));
    expect(again).toEqual({ ...first, found: first.written, written: 0 });
  });

  it('of an empty log is empty', async () => {
    const copied = completed(await copyLog(await newLog(), await newLog()));
    expect(copied).toMatchObject({ found: 0, written: 0, sourceWentOn: false });
    expect(copied).not.toHaveProperty('sourcePosition');
  });
});

describe('a copy that was cut off', () => {
  it('at any append, before or after its commit, goes on and is whole', async () => {
    const source = await newLedger(2);
    const events = await everything(source);
    let cuts = 0;
    for (const when of ['before', 'after'] as const) {
      for (let append = 1; append < 50; append += 2) {
        const target = await newLog();
        const cut = await copyLog(source, failingAt(target, { append, when })).catch(() => undefined);
        if (cut !== undefined) break;
        cuts += 1;
        const there = await everything(target);
        expect(there).toEqual(events.slice(0, there.length));
        const { found, written } = completed(await copyLog(source, target));
        expect([found, found + written]).toEqual([there.length, events.length]);
        expect(await everything(target)).toEqual(events);
      }
    }
    expect(cuts).toBeGreaterThan(4);
  });

  it('several times in a row, still is', async () => {
    const source = await shared;
    const target = await newLog();
    let runs = 0;
    for (; runs < 50; runs += 1) {
      const fault = { append: 3, when: runs % 2 === 0 ? 'before' : 'after' } as const;
      const copied = await copyLog(source, failingAt(target, fault), { pageSize: 5 }).catch(() => undefined);
      if (copied !== undefined) break;
    }
    expect(runs).toBeGreaterThan(2);
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('by the signal in any phase, says what it has done and goes on', async () => {
    const source = await shared;
    const target = await newLog();
    for (const phase of ['copy', 'verify', 'compare'] as const) {
      const stop = new AbortController();
      const onProgress = (told: CopyProgress) => told.phase === phase && stop.abort();
      const stopped = await copyLog(source, target, { onProgress, signal: stop.signal });
      expect(stopped.complete).toBe(false);
    }
    expect(completed(await copyLog(source, target)).written).toBe(0);
  });
});

describe('a target that holds something else is refused, and keeps it:', () => {
  it.each([
    [
      'eventId',
      (e: RecordedEnvelope) => ({ ...e, eventId: e.eventId.replace(/^./, (c) => (c === '0' ? '1' : '0')) }),
    ],
    ['data', (e: RecordedEnvelope) => ({ ...e, data: { ...e.data, source: 'another' } })],
    ['type', (e: RecordedEnvelope) => ({ ...e, type: 'act.extended' })],
    ['schemaVersion', (e: RecordedEnvelope) => ({ ...e, schemaVersion: 2 })],
    [
      'metadata',
      (e: RecordedEnvelope) => ({ ...e, metadata: { ...e.metadata, recordedAt: '2020-01-01T00:00:00Z' } }),
    ],
    ['stream', (e: RecordedEnvelope) => ({ ...e, stream: 'act-another' })],
  ])('another %s', async (field, change) => {
    const source = await shared;
    const events = await everything(source);
    const place = events.findIndex((e, i) => i > 4 && e.type === 'act.registered');
    const other = events.map((e, i) => (i === place ? (change(e) as RecordedEnvelope) : e));
    const target = await beginning(other.slice(0, place + 1));
    const before = await everything(target);
    await expect(copyLog(source, target)).rejects.toMatchObject({
      code: 'COPY_TARGET_DIFFERS',
      message: expect.stringMatching(
        new RegExp(`^Event ${place + 1} differs in ${field}: .*${events[place]?.eventId}`),
      ),
      value: before[place]?.eventId,
    });
    expect(await everything(target)).toEqual(before);
  });

  it('the same events in another order', async () => {
    const source = await shared;
    const [first, second, ...rest] = await everything(source);
    if (first === undefined || second === undefined) throw new Error('Too short.');
    const target = await beginning([second, first, ...rest]);
    await expect(copyLog(source, target)).rejects.toMatchObject({ code: 'COPY_TARGET_DIFFERS' });
  });

  it('events after the end of the source', async () => {
    const source = await shared;
    const target = await newLog();
    await copyLog(source, target);
    await fillLedger(target, 1, 5);
    const extra = (await everything(target))[(await everything(source)).length];
    await expect(copyLog(source, target)).rejects.toMatchObject({
      code: 'COPY_TARGET_AHEAD',
      value: extra?.eventId,
    });
  });
});

describe('while others write', () => {
  it('to the source, it copies up to the end that it found, says so, and goes on later', async () => {
    const source = await newLedger(3);
    const target = await newLog();
    const before = (await everything(source)).length;
    let grown: Promise<unknown> | undefined;
    const onProgress = ({ phase }: CopyProgress) => {
      if (phase === 'copy') grown ??= fillLedger(source, 2, 3);
    };
    const copied = completed(await copyLog(source, target, { onProgress, pageSize: 2 }));
    await grown;
    expect(copied).toMatchObject({ written: before, sourceWentOn: true });
    const later = completed(await copyLog(source, target));
    expect(later).toMatchObject({ found: before, sourceWentOn: false });
    expect(await everything(target)).toEqual(await everything(source));
  });

  it('to the same stream of the target, it stops and names the stream', async () => {
    const source = await shared;
    const target = await newLog();
    const events = await everything(source);
    const intruding: EventLog = {
      ...failingAt(target, { append: 0, when: 'before' }),
      append: async (stream, group, expected) => {
        const own = events.find((e) => e.stream === 'act-a1');
        if (stream === 'act-a1' && own !== undefined)
          await appendOne(target, { ...own, eventId: '00000000-0000-5000-8000-000000000000' });
        return target.append(stream, group, expected);
      },
    };
    await expect(copyLog(source, intruding)).rejects.toMatchObject({
      code: 'COPY_TARGET_WRITTEN',
      value: 'act-a1',
    });
  });

  it('to another stream of the target, the verification finds it', async () => {
    const source = await shared;
    const [first] = await everything(source);
    if (first === undefined) throw new Error('Too short.');
    const intruder = { ...first, stream: 'act-x', eventId: '00000000-0000-5000-8000-000000000000' };
    const groups = grouped(await everything(source)).length;
    for (const [nth, code] of [
      [3, 'COPY_TARGET_DIFFERS'],
      [groups, 'COPY_TARGET_AHEAD'],
    ] as const) {
      const target = await newLog();
      let appends = 0;
      const intruding: EventLog = {
        ...failingAt(target, { append: 0, when: 'before' }),
        append: async (stream, group, expected) => {
          const result = await target.append(stream, group, expected);
          if ((appends += 1) === nth) await appendOne(target, intruder);
          return result;
        },
      };
      await expect(copyLog(source, intruding)).rejects.toMatchObject({ code });
    }
  });
});

describe('the verification', () => {
  it('finds an event that was acknowledged and is not there', async () => {
    const source = await shared;
    const target = await newLog();
    const forgetful = { ...failingAt(target, { append: 0, when: 'before' }), readAll: async () => [] };
    await expect(copyLog(source, forgetful)).rejects.toMatchObject({
      code: 'COPY_TARGET_DIFFERS',
      message: expect.stringContaining('Event 1, '),
    });
  });
});

describe('groups', () => {
  const event = (stream: string, revision: number, letters = 0) =>
    ({
      stream,
      revision,
      type: 't.t',
      data: 'x'.repeat(letters),
      metadata: {},
    }) as unknown as RecordedEnvelope;
  it('are neighbours of one stream, in log order', () => {
    const events = [event('a-1', 0), event('a-1', 1), event('b-1', 0), event('a-1', 2)];
    expect(grouped(events).map((g) => [g.stream, g.revision, g.events.length])).toEqual([
      ['a-1', 0, 2],
      ['b-1', 0, 1],
      ['a-1', 2, 1],
    ]);
  });

  it('hold no more than one append takes, and a large event alone', () => {
    const sizes = [400_000, 400_000, 400_000, MAX_APPEND_BYTES - 10, 5, 5];
    const events = sizes.map((size, i) => event('a-1', i, size));
    expect(grouped(events).map((g) => g.events.length)).toEqual([2, 1, 1, 2]);
    const many = Array.from({ length: 1_001 }, (_, i) => event('a-1', i));
    expect(grouped(many).map((g) => g.events.length)).toEqual([500, 500, 1]);
  });
});

describe('the canonical text of an event', () => {
  it('does not depend on the order of names, and on everything else but the position', async () => {
    const [event] = await everything(await shared);
    if (event === undefined) throw new Error('Too short.');
    const { metadata, data, ...rest } = event;
    const turned = Object.fromEntries(Object.entries(metadata).reverse());
    const other = { data, metadata: turned, ...rest, position: '9' } as unknown as RecordedEnvelope;
    expect(canonicalEvent(other)).toBe(canonicalEvent(event));
    const without = { ...event, metadata: { ...metadata, source: undefined } } as unknown as RecordedEnvelope;
    expect(canonicalEvent(without)).not.toBe(canonicalEvent(event));
  });
});
