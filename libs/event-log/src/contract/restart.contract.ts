import { describe, expect, it } from '@jest/globals';
import { listen, readEverything, timesCaughtUp, titlesOf } from './collect.js';
import type { Store } from './store.js';
import { envelope, envelopes } from './fixture.js';

/** What outlives a restart, and what a closed log says. */
export function describeRestart(store: Store): void {
  describe('after a restart', () => {
    it('everything is there as before and goes on', async () => {
      const { log } = store();
      const { position } = await log.append('act-a', envelopes(['Nghị định', 'Quyết định']), 'no-stream');
      await log.append('act-b', [envelope('Nghị quyết')], 'no-stream');
      const before = await readEverything(log);
      const again = await store().restart();
      expect(await readEverything(again)).toEqual(before);
      expect(await again.head()).toBe(before.at(-1)?.position);
      expect(await again.append('act-a', [envelope('Thông tư')], 1)).toMatchObject({ revision: 2 });
      expect(titlesOf(await again.readAll(position, { maxCount: 10 }))).toEqual(['Nghị quyết', 'Thông tư']);
    });

    it('a retry is still recognised and a conflict still told', async () => {
      const events = envelopes(['a', 'b']);
      const first = await store().log.append('act-a', events, 'no-stream');
      const again = await store().restart();
      expect(await again.append('act-a', events, 'no-stream')).toEqual({ ...first, alreadyRecorded: true });
      await expect(again.append('act-a', [envelope()], 'no-stream')).rejects.toMatchObject({
        code: 'LOG_CONFLICT',
        value: '1',
      });
    });

    it('a reader goes on from the position it had', async () => {
      const { position } = await store().log.append('act-a', envelopes(['a', 'b']), 'no-stream');
      await store().log.append('act-a', [envelope('c')], 1);
      const again = await store().restart();
      const listening = listen(again, position);
      await listening.until((items) => timesCaughtUp(items) === 1);
      await again.append('act-a', [envelope('d')], 2);
      await listening.until((items) => timesCaughtUp(items) === 2);
      expect(listening.titles()).toEqual(['c', 'd']);
      await listening.stop();
    });
  });

  describe('closing', () => {
    it('writes what was given before, and refuses what comes after', async () => {
      const { log } = store();
      const under = Array.from({ length: 50 }, (_, i) => log.append(`act-${i}`, [envelope()], 'no-stream'));
      const closing = log.close();
      const late = log.append('act-late', [envelope()], 'no-stream');
      await expect(late).rejects.toMatchObject({ code: 'LOG_CLOSED' });
      await closing;
      expect((await Promise.all(under)).map((r) => r.revision)).toEqual(under.map(() => 0));
      await log.close();
      await expect(log.readAll(undefined, { maxCount: 1 })).rejects.toMatchObject({ code: 'LOG_CLOSED' });
      await expect(log.readStream('act-1', 0, { maxCount: 1 })).rejects.toMatchObject({ code: 'LOG_CLOSED' });
      await expect(log.head()).rejects.toMatchObject({ code: 'LOG_CLOSED' });
      expect(await readEverything(await store().restart())).toHaveLength(50);
    });

    it('ends a waiting subscription with an error, so that it is not taken for the end of the log', async () => {
      const { log } = store();
      const listening = listen(log);
      await listening.until((items) => timesCaughtUp(items) === 1);
      const ended = listening.until((items) => items.length > 1);
      await Promise.all([expect(ended).rejects.toMatchObject({ code: 'LOG_CLOSED' }), log.close()]);
    });
  });
}
