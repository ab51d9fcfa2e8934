import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { localDate, originUnitId, type DomainEvent } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { MAX_APPEND_BYTES, type EventLog, type RecordedEnvelope } from '../ports/event-log.js';
import { appendFacts } from './append-facts.js';
import { importStreams, type ImportProgress, type StreamBatch } from './import-streams.js';

const folder = mkdtempSync(join(tmpdir(), 'ban-giao-import-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: EventLog[] = [];
afterEach(async () => {
  for (const log of open.splice(0)) await log.close();
});
let files = 0;
const newFile = () => join(folder, `log-${(files += 1)}.sqlite`);
async function openLog(file = newFile()): Promise<EventLog> {
  const log = await openSqliteEventLog({ file, mode: 'read-write' });
  open.push(log);
  return log;
}
async function closeLog(log: EventLog): Promise<void> {
  open.splice(open.indexOf(log), 1);
  await log.close();
}

const EFFECTIVE = localDate('2025-07-01');
const listed = (n: number, name = 'Xã Thọ Hải'): DomainEvent => ({
  type: 'unit.listed',
  data: { unitId: originUnitId(String(n)), name, level: 'COMMUNE', kind: 'XA', source: 'spec' },
});
const abolished = (n: number): DomainEvent => ({
  type: 'unit.abolished',
  data: { unitId: originUnitId(String(n)), effectiveFrom: EFFECTIVE, actId: 'act' },
});
const listedIn = (stream: string, count: number): StreamBatch => ({
  stream,
  events: Array.from({ length: count }, (_, i) => listed(i)),
});
const options = (clockAt = '2026-01-01T00:00:00Z') => ({
  importId: 'spec-1',
  actor: { id: 'import', office: 'bangiao', role: 'import' },
  clock: { now: () => new Date(clockAt) },
});

async function everything(log: EventLog): Promise<readonly RecordedEnvelope[]> {
  const all: RecordedEnvelope[] = [];
  for (;;) {
    const page = await log.readAll(all.at(-1)?.position, { maxCount: 1_000 });
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** What a log holds by stream, whatever the order between streams and the time of record. */
async function contentOf(log: EventLog): Promise<readonly string[]> {
  return (await everything(log))
    .map(({ stream, revision, eventId, type, data }) =>
      JSON.stringify([stream, revision, eventId, type, data]),
    )
    .sort();
}

class Killed extends Error {}

/** The log as a process sees it that ends once its n-th append is written, before it is told; 0: before the first. */
function endingAfter(log: EventLog, n: number): EventLog & { appends: number } {
  const ending = Object.create(log) as EventLog & { appends: number };
  ending.appends = 0;
  ending.append = async (stream, events, expected) => {
    ending.appends += 1;
    if (ending.appends > n) throw new Killed();
    const result = await log.append(stream, events, expected);
    if (ending.appends === n) throw new Killed();
    return result;
  };
  return ending;
}

describe('an import of many streams', () => {
  const batches = [listedIn('boundary-a', 2_500), listedIn('boundary-b', 3), listedIn('boundary-c', 4_100)];
  const total = 6_603;

  it('writes every fact once, in the order of its stream', async () => {
    const log = await openLog();
    expect(await importStreams(log, batches, options())).toEqual({ written: total, found: 0, total });
    const all = await everything(log);
    expect(all).toHaveLength(total);
    for (const { stream, events } of batches) {
      const recorded = all.filter((event) => event.stream === stream);
      expect(recorded.map(({ revision }) => revision)).toEqual(events.map((_, i) => i));
      expect(recorded.map(({ type, data }) => ({ type, data }))).toEqual(events);
    }
    expect(all[0]?.metadata).toMatchObject({
      actor: options().actor,
      recordedAt: '2026-01-01T00:00:00.000Z',
    });
  });

  it('keeps the given order between streams, whatever an append takes, and writes nothing behind a gap', async () => {
    const several = ['a', 'b', 'c', 'd'].map((name) => listedIn(`boundary-${name}`, 2));
    const slow = await openLog();
    const late = Object.create(slow) as EventLog;
    late.append = async (stream, events, expected) => {
      if (stream === 'boundary-a') await wait(30);
      return slow.append(stream, events, expected);
    };
    await importStreams(late, several, options());
    const inOrder = several.flatMap(({ stream, events }) => events.map(() => stream));
    expect((await everything(slow)).map(({ stream }) => stream)).toEqual(inOrder);
    const failing = await openLog();
    await expect(importStreams(endingAfter(failing, 2), several, options())).rejects.toThrow(Killed);
    await wait(30);
    expect((await everything(failing)).map(({ stream }) => stream)).toEqual(inOrder.slice(0, 4));
  });

  it('finds everything when it is run again later, and writes nothing', async () => {
    const log = await openLog();
    await importStreams(log, batches, options());
    const head = await log.head();
    expect(await importStreams(log, batches, options('2027-01-01T00:00:00Z'))).toEqual({
      written: 0,
      found: total,
      total,
    });
    expect(await log.head()).toBe(head);
  });

  it('finds its facts where others were recorded behind them', async () => {
    const log = await openLog();
    await importStreams(log, batches, options());
    const behind = { ...options(), importId: 'other' };
    await appendFacts(log, [{ stream: 'boundary-b', events: [abolished(1)] }], behind);
    expect(await importStreams(log, batches, options())).toMatchObject({ written: 0, found: total });
  });

  it('goes on where it was interrupted, at whichever append', async () => {
    // So long that an append holds two: many appends of few facts.
    const long = 'Thọ Hải '.repeat(30_000);
    const several = [
      { stream: 'boundary-a', events: [1, 2, 3, 4, 5].map((n) => listed(n, long)) },
      { stream: 'boundary-b', events: [1, 2, 3].map((n) => listed(n)) },
      { stream: 'boundary-c', events: [...[1, 2, 3].map((n) => listed(n, long)), abolished(1)] },
    ];
    const whole = await openLog();
    const counted = endingAfter(whole, Infinity);
    await importStreams(counted, several, options());
    const expected = await contentOf(whole);
    expect(counted.appends).toBe(6);

    for (let n = 0; n <= counted.appends; n += 1) {
      const file = newFile();
      const first = await openLog(file);
      await expect(importStreams(endingAfter(first, n), several, options())).rejects.toThrow(Killed);
      // What was on its way when it ended may be written or not.
      await closeLog(first);
      const second = await openLog(file);
      const found = (await everything(second)).length;
      const result = await importStreams(second, several, options('2026-06-01T00:00:00Z'));
      expect(result).toEqual({ written: 12 - found, found, total: 12 });
      expect(await contentOf(second)).toEqual(expected);
      await closeLog(second);
    }
  });

  it('stops between two appends when it is told to, and says how far it came', async () => {
    const log = await openLog();
    const stop = new AbortController();
    const told: ImportProgress[] = [];
    const stopped = await importStreams(log, [listedIn('boundary-a', 9_000)], {
      ...options(),
      signal: stop.signal,
      onProgress: (progress) => {
        told.push(progress);
        if (told.length === 2) stop.abort();
      },
    });
    expect(told).toHaveLength(2);
    expect(stopped).toEqual(told[1]);
    expect(stopped.written).toBeLessThan(9_000);
    expect(await everything(log)).toHaveLength(stopped.written);
  });

  it('says where another wrote to a stream of its own, and leaves that alone', async () => {
    const log = await openLog();
    const foreign = { stream: 'boundary-a', events: [abolished(7)] };
    await appendFacts(log, [foreign], { ...options(), importId: 'other' });
    await expect(importStreams(log, [listedIn('boundary-a', 2)], options())).rejects.toMatchObject({
      code: 'LOG_CONFLICT',
    });
    expect(await everything(log)).toHaveLength(1);
  });

  it('keeps an append within its limit, however long the texts are', async () => {
    const log = await openLog();
    const sizes: number[] = [];
    const measured = Object.create(log) as EventLog;
    measured.append = (stream, events, expected) => {
      sizes.push(
        events.reduce(
          (sum, { data, metadata }) =>
            sum + Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)),
          0,
        ),
      );
      return log.append(stream, events, expected);
    };
    const long = Array.from({ length: 40 }, (_, i) => listed(i, 'Đặng '.repeat(9_000)));
    const batch = { stream: 'boundary-a', events: long };
    expect(await importStreams(measured, [batch], options())).toMatchObject({ written: 40 });
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(MAX_APPEND_BYTES);
    expect(Math.max(...sizes)).toBeGreaterThan(MAX_APPEND_BYTES / 2);
  });

  it('refuses a fact that no append can hold, with nothing of its append written', async () => {
    const log = await openLog();
    const events = [listed(1), listed(2, 'x'.repeat(MAX_APPEND_BYTES))];
    await expect(importStreams(log, [{ stream: 'boundary-a', events }], options())).rejects.toMatchObject({
      code: 'LOG_APPEND_TOO_LARGE',
    });
    expect(await everything(log)).toHaveLength(1);
  });

  it('leaves nothing behind where there is nothing to import', async () => {
    const log = await openLog();
    const none = [{ stream: 'boundary-a', events: [] }];
    expect(await importStreams(log, none, options())).toEqual({ written: 0, found: 0, total: 0 });
    expect(await log.head()).toBeUndefined();
  });
});

describe('facts appended behind others', () => {
  it('say where they were read, and fit into appends under a long file name', async () => {
    const log = await openLog();
    const file = `${'Danh mục đơn vị hành chính cấp xã năm 2025 '.repeat(5)}.csv`;
    const source = { system: 'bangiao import units', file, record: 'units.0123456789abcdef' };
    const batch = { stream: 'boundary-a', events: Array.from({ length: 5_000 }, (_, i) => abolished(i)) };
    expect(await appendFacts(log, [batch], { ...options(), source })).toEqual({
      written: 5_000,
      complete: true,
    });
    const all = await everything(log);
    expect(all.at(-1)?.metadata.source).toEqual({ ...source, recordedAt: '2026-01-01T00:00:00.000Z' });
  });
});
