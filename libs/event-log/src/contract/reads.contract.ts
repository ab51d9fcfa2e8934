import { describe, expect, it } from '@jest/globals';
import { readEverything, titlesOf } from './collect.js';
import type { Store } from './store.js';
import { envelope, envelopes } from './fixture.js';

const numbered = (count: number, prefix = '') => Array.from({ length: count }, (_, i) => `${prefix}${i}`);

/** Order, pages and places. */
export function describeReads(store: Store): void {
  describe('reading', () => {
    it('finds an empty log empty', async () => {
      const { log } = store();
      expect(await log.head()).toBeUndefined();
      expect(await log.readAll(undefined, { maxCount: 10 })).toEqual([]);
    });

    it('finds nothing in a stream that does not exist, and nothing past the end of one', async () => {
      const { log } = store();
      await log.append('act-a', [envelope()], 'no-stream');
      expect(await log.readStream('act-b', 0, { maxCount: 10 })).toEqual([]);
      expect(await log.readStream('act-a', 1, { maxCount: 10 })).toEqual([]);
    });

    it('gives a stream page by page from a revision on', async () => {
      const { log } = store();
      await log.append('act-a', envelopes(numbered(10)), 'no-stream');
      await log.append('act-b', envelopes(numbered(10, 'b')), 'no-stream');
      expect(titlesOf(await log.readStream('act-a', 0, { maxCount: 4 }))).toEqual(['0', '1', '2', '3']);
      expect(titlesOf(await log.readStream('act-a', 7, { maxCount: 4 }))).toEqual(['7', '8', '9']);
    });

    it('gives all streams in the order of writing, each event once, whatever the page', async () => {
      const { log } = store();
      for (let i = 0; i < 6; i += 1) {
        await log.append(`act-${i % 3}`, envelopes([`${i}a`, `${i}b`]), i < 3 ? 'no-stream' : 1);
      }
      const expected = [0, 1, 2, 3, 4, 5].flatMap((i) => [`${i}a`, `${i}b`]);
      for (const size of [1, 5, 12, 1_000]) {
        expect(titlesOf(await readEverything(log, size))).toEqual(expected);
      }
    });

    it('goes on after a position, without the event there', async () => {
      const { log } = store();
      await log.append('act-a', envelopes(numbered(5)), 'no-stream');
      const all = await readEverything(log);
      expect(titlesOf(await log.readAll(all[1]?.position, { maxCount: 2 }))).toEqual(['2', '3']);
      expect(await log.readAll(all.at(-1)?.position, { maxCount: 2 })).toEqual([]);
    });

    it('refuses what is no position and no page size', async () => {
      const { log } = store();
      await expect(log.readAll('yesterday', { maxCount: 1 })).rejects.toMatchObject({
        code: 'INVALID_POSITION',
        value: 'yesterday',
      });
      await expect(log.readAll(undefined, { maxCount: 0 })).rejects.toMatchObject({
        code: 'INVALID_PAGE_SIZE',
      });
      await expect(log.readStream('act-a', 0, { maxCount: 1e6 })).rejects.toMatchObject({
        code: 'INVALID_PAGE_SIZE',
      });
      await expect(log.readStream('act-a', -1, { maxCount: 1 })).rejects.toMatchObject({
        code: 'INVALID_REVISION',
      });
    });
  });
}
