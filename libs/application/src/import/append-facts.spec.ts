import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DomainEvent } from '#domain';
import { openSqliteEventLog } from '#event-log';
import { systemClock } from '../ports/clock.js';
import type { EventLog } from '../ports/event-log.js';
import { appendFacts, type AppendFactsOptions } from './append-facts.js';

const STREAM = 'boundary-nq-1';
const OPTIONS: AppendFactsOptions = {
  importId: 'units.1',
  actor: { id: 'import', office: 'bangiao', role: 'import' },
  clock: systemClock,
  source: { system: 'test', file: 'units.csv', record: 'units.1' },
};
const aliases = (from: number, to: number): readonly DomainEvent[] =>
  Array.from({ length: to - from }, (_, i) => ({
    type: 'unit.alias-recorded',
    data: { unitId: '15520@origin', alias: `Thọ Hải ${from + i}`, source: 'danh mục' },
  }));

describe('facts at the end of their streams', () => {
  let folder: string;
  let log: EventLog;
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'append-facts-'));
    log = await openSqliteEventLog({ file: join(folder, 'log.sqlite'), mode: 'read-write' });
  });
  afterEach(async () => {
    await log.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const recorded = async (): Promise<readonly unknown[]> => {
    const found: unknown[] = [];
    for (;;) {
      const page = await log.readStream(STREAM, found.length, { maxCount: 1_000 });
      if (page.length === 0) return found;
      found.push(...page.map((event) => event.data));
    }
  };

  it('follow what others wrote, also where the stream comes twice', async () => {
    const all = aliases(0, 5);
    await appendFacts(log, [{ stream: STREAM, events: all.slice(0, 2) }], OPTIONS);
    const batches = [
      { stream: STREAM, events: all.slice(2, 3) },
      { stream: 'boundary-nq-2', events: aliases(9, 10) },
      { stream: STREAM, events: all.slice(3) },
    ];
    expect(await appendFacts(log, batches, { ...OPTIONS, importId: 'units.2' })).toEqual({
      written: 4,
      complete: true,
    });
    expect(await recorded()).toEqual(all.map((event) => event.data));
    const [first] = await log.readStream(STREAM, 0, { maxCount: 1 });
    expect(first?.metadata.source).toMatchObject({
      file: 'units.csv',
      recordedAt: first?.metadata.recordedAt,
    });
  });

  it('stop between two appends and go on with what is missing', async () => {
    const all = aliases(0, 3_000);
    const stop = new AbortController();
    const stopped = await appendFacts(log, [{ stream: STREAM, events: all }], {
      ...OPTIONS,
      signal: stop.signal,
      onProgress: () => stop.abort(),
    });
    expect(stopped.complete).toBe(false);
    expect(stopped.written).toBeGreaterThan(0);
    expect(stopped.written).toBeLessThan(all.length);
    expect(await recorded()).toHaveLength(stopped.written);
    await appendFacts(log, [{ stream: STREAM, events: all.slice(stopped.written) }], OPTIONS);
    expect(await recorded()).toEqual(all.map((event) => event.data));
  });
});
