import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { copyLog, type EventLog, type RecordedEnvelope } from '#application';
import type { StoreFactory, StoreUnderTest } from '../../contract/store.js';
import { openSqliteEventLog } from '../../sqlite/sqlite-event-log.js';
import { temporaryDirectory } from '../../sqlite/testing/sqlite-store.js';

/** The recorded log of the sample: the national units, acts, duties and clusters, and decisions with corrections. */
const HISTORY = join(process.cwd(), 'test/histories/0.1.0/events.ndjson.gz');
const PAGE = 10_000;
/** The streams of the units: nine tenths of the log, all of one kind. */
const UNITS = 'boundary-';
/** Appends after which a run is cut off, each by itself. */
const CUTS = [1, 3, 20, 100];

interface CopyLogOptions {
  readonly units: 'with units' | 'without units';
  /** Builds a read model of a log in a file, and gives how much it has seen and its digest. */
  readonly digestOf: (
    log: EventLog,
    file: string,
  ) => Promise<{ readonly seq: number; readonly digest: string }>;
}

/** The log of the sample goes from the embedded log into the store and back, cut off on the way. */
export function describeCopyLog(
  name: string,
  makeStore: StoreFactory,
  { units, digestOf }: CopyLogOptions,
): void {
  describe(`${name}: the log of the sample ${units}, copied there and back`, () => {
    const directory = temporaryDirectory();
    const file = (of: string) => join(directory.path, of);
    const open: EventLog[] = [];
    let store: StoreUnderTest;
    let embedded: EventLog;
    let back: EventLog;
    let count = 0;
    const newLog = async (of: string) => {
      const log = await openSqliteEventLog({ file: file(of), mode: 'read-write' });
      open.push(log);
      return log;
    };

    beforeAll(async () => {
      store = await makeStore();
      embedded = await newLog('embedded.sqlite');
      back = await newLog('back.sqlite');
      count = await fillFromHistory(embedded, units === 'with units');
    });
    afterAll(async () => {
      await store.dispose();
      for (const log of open) await log.close();
      directory.remove();
    });

    it('is in the store after several cuts, every event compared', async () => {
      for (const cut of CUTS) await cutOff(embedded, store.log, cut);
      const copied = await copyLog(embedded, store.log);
      if (!copied.complete) throw new Error('It was stopped.');
      expect(copied.found).toBeGreaterThan(0);
      expect(copied.found + copied.written).toBe(count);
      expect(copied).toMatchObject({ sourcePosition: String(count), targetPosition: await store.log.head() });
    });

    it('comes back the same', async () => {
      await cutOff(store.log, back, 50);
      const copied = await copyLog(store.log, back);
      const compared = await copyLog(embedded, back);
      expect(compared).toMatchObject({ complete: true, found: count, written: 0 });
      if (!copied.complete || !compared.complete) throw new Error('It was stopped.');
      expect(copied.digest).toBe(compared.digest);
    });

    it('gives the same read model in the store as where it came from', async () => {
      const there = await digestOf(store.log, file('there-read-model.sqlite'));
      const here = await digestOf(embedded, file('here-read-model.sqlite'));
      expect([there.seq, there.digest]).toEqual([count, here.digest]);
    });
  });
}

/** A run that ends right after so many appends. */
async function cutOff(source: EventLog, target: EventLog, appends: number): Promise<void> {
  let done = 0;
  const run = copyLog(source, target, {
    onProgress: ({ phase }) => {
      if (phase === 'copy' && (done += 1) === appends) throw new Error('Cut off.');
    },
  });
  await expect(run).rejects.toThrow('Cut off.');
}

async function fillFromHistory(log: EventLog, withUnits: boolean): Promise<number> {
  const lines = gunzipSync(readFileSync(HISTORY)).toString('utf8').trim().split('\n');
  const events = lines
    .map((line) => JSON.parse(line) as RecordedEnvelope)
    .filter(({ stream }) => withUnits || !stream.startsWith(UNITS))
    .map((event, i) => ({ ...event, position: String(i + 1) }));
  await copyLog(given(events), log);
  return events.length;
}

/** Events as a log that is only read from its beginning to its end. */
function given(events: readonly RecordedEnvelope[]): EventLog {
  const never = (): never => {
    throw new Error('It is only read.');
  };
  return {
    append: never,
    readStream: never,
    subscribe: never,
    readAll: async (after = '0', { maxCount }) =>
      events.slice(Number(after), Number(after) + Math.min(maxCount, PAGE)),
    head: async () => events.at(-1)?.position,
    close: async () => undefined,
  };
}
