import { describe, expect, it } from '@jest/globals';
import type { AppendResult, EventLog } from '#application';
import { readEverything, titlesOf } from './collect.js';
import type { Store } from './store.js';
import { envelope } from './fixture.js';

const CALLERS = 64;
const STREAMS = 10_000;

/** Many callers at once, and many streams. */
export function describeConcurrency(store: Store): void {
  describe('callers at once', () => {
    it('all find what they were told is written, each stream in its order', async () => {
      const { log } = store();
      const each = 10;
      const results = await Promise.all(
        Array.from({ length: CALLERS }, (_, caller) => appendOneByOne(log, `act-${caller}`, each)),
      );
      const all = await readEverything(log);
      expect(all).toHaveLength(CALLERS * each);
      expect(new Set(all.map((e) => e.position)).size).toBe(CALLERS * each);
      const place = new Map(all.map((e) => [`${e.stream}@${e.revision}`, e.position]));
      for (const [caller, told] of results.entries()) {
        expect(told.map((r) => r.position)).toEqual(
          told.map((r) => place.get(`act-${caller}@${r.revision}`)),
        );
        expect(titlesOf(all.filter((e) => e.stream === `act-${caller}`))).toEqual(
          Array.from({ length: each }, (_, i) => `act-${caller} ${i}`),
        );
      }
    });

    it('win once where they expect the same revision, and the others are told', async () => {
      const { log } = store();
      const settled = await Promise.allSettled(
        Array.from({ length: 20 }, (_, i) => log.append('act-a', [envelope(`${i}`)], 'no-stream')),
      );
      const refusals = settled.flatMap((s) => (s.status === 'rejected' ? [s.reason as unknown] : []));
      expect(refusals).toHaveLength(19);
      for (const refusal of refusals) expect(refusal).toMatchObject({ code: 'LOG_CONFLICT', value: '0' });
      expect(await readEverything(log)).toHaveLength(1);
    });

    it('are not touched by the refusal of another', async () => {
      const { log } = store();
      await log.append('act-taken', [envelope()], 'no-stream');
      const settled = await Promise.allSettled(
        Array.from({ length: 30 }, (_, i) =>
          log.append(i % 3 === 0 ? 'act-taken' : `act-${i}`, [envelope()], 'no-stream'),
        ),
      );
      expect(settled.map((s) => s.status)).toEqual(
        settled.map((_, i) => (i % 3 === 0 ? 'rejected' : 'fulfilled')),
      );
      expect(await readEverything(log)).toHaveLength(21);
    });

    it('write a retry once though both are under way', async () => {
      const { log } = store();
      const event = envelope();
      const [first, second] = await Promise.all([
        log.append('act-a', [event], 'no-stream'),
        log.append('act-a', [event], 'no-stream'),
      ]);
      expect(second).toEqual({ ...first, alreadyRecorded: true });
      expect(await readEverything(log)).toHaveLength(1);
    });
  });

  describe('10,000 streams', () => {
    it('are written and each is found', async () => {
      const { log } = store();
      let next = 0;
      await Promise.all(
        Array.from({ length: CALLERS }, async () => {
          while (next < STREAMS) {
            const stream = `cluster-${next++}`;
            await log.append(stream, [envelope(stream)], 'no-stream');
          }
        }),
      );
      const all = await readEverything(log);
      expect(all).toHaveLength(STREAMS);
      expect(new Set(all.map((e) => e.stream)).size).toBe(STREAMS);
      for (const stream of ['cluster-0', 'cluster-4711', `cluster-${STREAMS - 1}`]) {
        expect(titlesOf(await log.readStream(stream, 0, { maxCount: 2 }))).toEqual([stream]);
        expect(await log.append(stream, [envelope()], 0)).toMatchObject({ revision: 1 });
      }
    });
  });
}

async function appendOneByOne(
  log: EventLog,
  stream: string,
  count: number,
): Promise<readonly AppendResult[]> {
  const results: AppendResult[] = [];
  for (let i = 0; i < count; i += 1) {
    results.push(await log.append(stream, [envelope(`${stream} ${i}`)], i === 0 ? 'no-stream' : i - 1));
  }
  return results;
}
