import { describe, expect, it } from '@jest/globals';
import { eventsOf, listen, readEverything, timesCaughtUp } from './collect.js';
import type { Store } from './store.js';
import { envelope, envelopes } from './fixture.js';

const numbered = (count: number) => Array.from({ length: count }, (_, i) => String(i));

/** Catching up, going on live, and ending. */
export function describeSubscriptions(store: Store): void {
  describe('a subscription', () => {
    it('gives what is there, says that it caught up, and goes on live', async () => {
      const { log } = store();
      const { position } = await log.append('act-a', envelopes(['a', 'b']), 'no-stream');
      const listening = listen(log);
      await listening.until((items) => timesCaughtUp(items) === 1);
      expect(listening.items.at(-1)).toEqual({ kind: 'caught-up', position });
      expect(listening.titles()).toEqual(['a', 'b']);
      const live = await log.append('act-b', [envelope('c')], 'no-stream');
      await listening.until((items) => timesCaughtUp(items) === 2);
      expect(listening.titles()).toEqual(['a', 'b', 'c']);
      expect(listening.items.at(-1)).toEqual({ kind: 'caught-up', position: live.position });
      await listening.stop();
      expect(eventsOf(listening.items)).toEqual(await readEverything(log));
    });

    it('says on an empty log at once that it caught up', async () => {
      const { log } = store();
      const listening = listen(log);
      await listening.until((items) => items.length === 1);
      expect(listening.items).toEqual([{ kind: 'caught-up', position: undefined }]);
      await log.append('act-a', [envelope('first')], 'no-stream');
      await listening.until((items) => eventsOf(items).length === 1);
      expect(listening.titles()).toEqual(['first']);
      await listening.stop();
    });

    it('starts after a position, without the event there', async () => {
      const { log } = store();
      await log.append('act-a', envelopes(numbered(5)), 'no-stream');
      const all = await readEverything(log);
      const listening = listen(log, all[2]?.position);
      await listening.until((items) => timesCaughtUp(items) === 1);
      expect(listening.titles()).toEqual(['3', '4']);
      await listening.stop();
      const atEnd = listen(log, all.at(-1)?.position);
      await atEnd.until((items) => timesCaughtUp(items) === 1);
      expect(atEnd.titles()).toEqual([]);
      await atEnd.stop();
    });

    it('misses nothing and repeats nothing while many write', async () => {
      const { log } = store();
      await log.append('act-before', envelopes(numbered(1_500)), 'no-stream');
      const listening = listen(log);
      const total = 1_500 + 40 * 50;
      await Promise.all(
        Array.from({ length: 40 }, (_, i) => log.append(`act-${i}`, envelopes(numbered(50)), 'no-stream')),
      );
      await listening.until((items) => eventsOf(items).length >= total);
      await listening.stop();
      expect(eventsOf(listening.items)).toEqual(await readEverything(log));
    });

    it('gives a slow reader everything, at its pace', async () => {
      const { log } = store();
      const abort = new AbortController();
      const taken: string[] = [];
      await log.append('act-a', envelopes(numbered(10)), 'no-stream');
      let revision = 9;
      for await (const item of log.subscribe(undefined, abort.signal)) {
        if (item.kind === 'caught-up') continue;
        taken.push(item.event.position);
        if (taken.length <= 10) {
          ({ revision } = await log.append('act-a', envelopes(numbered(100)), revision));
        }
        if (taken.length === 1_010) abort.abort();
      }
      expect(taken).toEqual((await readEverything(log)).map((e) => e.position));
    });

    it('serves several readers, each its own way', async () => {
      const { log } = store();
      const { position } = await log.append('act-a', [envelope('a')], 'no-stream');
      const [early, late] = [listen(log), listen(log, position)];
      await log.append('act-a', [envelope('b')], 0);
      await early.until((items) => eventsOf(items).length === 2);
      await late.until((items) => eventsOf(items).length === 1);
      await early.stop();
      await log.append('act-a', [envelope('c')], 1);
      await late.until((items) => eventsOf(items).length === 2);
      expect(early.titles()).toEqual(['a', 'b']);
      expect(late.titles()).toEqual(['b', 'c']);
      await late.stop();
    });

    it('ends at the abort: while it waits, in the middle, and before it began', async () => {
      const { log } = store();
      const waiting = listen(log);
      await waiting.until((items) => timesCaughtUp(items) === 1);
      await waiting.stop();

      await log.append('act-a', envelopes(numbered(10)), 'no-stream');
      const abort = new AbortController();
      const taken: unknown[] = [];
      for await (const item of log.subscribe(undefined, abort.signal)) {
        taken.push(item);
        if (taken.length === 3) abort.abort();
      }
      expect(taken).toHaveLength(3);
      for await (const item of log.subscribe(undefined, abort.signal)) taken.push(item);
      expect(taken).toHaveLength(3);
    });

    it('can be left', async () => {
      const { log } = store();
      await log.append('act-a', envelopes(numbered(3)), 'no-stream');
      let taken = 0;
      for await (const item of log.subscribe(undefined, new AbortController().signal)) {
        taken += item.kind === 'event' ? 1 : 0;
        if (taken === 2) break;
      }
      expect(taken).toBe(2);
    });
  });
}
