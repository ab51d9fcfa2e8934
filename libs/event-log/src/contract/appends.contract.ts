import { describe, expect, it } from '@jest/globals';
import type { Store } from './store.js';
import { readEverything, titlesOf } from './collect.js';
import { envelope, envelopes } from './fixture.js';

const STREAM = 'act-139-2025-nd-cp';

/** Appending, the expected revision and retries. */
export function describeAppends(store: Store): void {
  describe('appending', () => {
    it('gives back what was written, with its place', async () => {
      const { log } = store();
      const written = envelope();
      const result = await log.append(STREAM, [written], 'no-stream');
      expect(result).toEqual({ revision: 0, position: expect.any(String), alreadyRecorded: false });
      const stored = { ...written, stream: STREAM, revision: 0, position: result.position };
      expect(await log.readStream(STREAM, 0, { maxCount: 10 })).toEqual([stored]);
      expect(await log.readAll(undefined, { maxCount: 10 })).toEqual([stored]);
    });

    it('answers with the place of the last event of several', async () => {
      const { log } = store();
      const result = await log.append(STREAM, envelopes(['a', 'b', 'c']), 'no-stream');
      const events = await log.readStream(STREAM, 0, { maxCount: 10 });
      expect(result.revision).toBe(2);
      expect(titlesOf(events)).toEqual(['a', 'b', 'c']);
      expect(events.map((e) => e.revision)).toEqual([0, 1, 2]);
      expect(events.at(-1)?.position).toBe(result.position);
      expect(await log.head()).toBe(result.position);
    });

    it('keeps text of any script as it was', async () => {
      const { log } = store();
      const title = 'Cụm công nghiệp Mai Đình – “Thọ Hải” \u0000 \u2028 🏭 e\u0323\u0302 ệ \\ " \n';
      await log.append('cluster-mai-đình', [envelope(title)], 'no-stream');
      const [event] = await log.readStream('cluster-mai-đình', 0, { maxCount: 1 });
      expect(event?.stream).toBe('cluster-mai-đình');
      expect(titlesOf(event === undefined ? [] : [event])).toEqual([title]);
    });
  });

  describe('the expected revision', () => {
    it('is the revision of the last event', async () => {
      const { log } = store();
      await log.append(STREAM, envelopes(['a', 'b']), 'no-stream');
      expect((await log.append(STREAM, [envelope()], 1)).revision).toBe(2);
    });

    it.each([
      { seen: 'no-stream', events: 2, actual: '1' },
      { seen: 0, events: 2, actual: '1' },
      { seen: 2, events: 2, actual: '1' },
      { seen: 0, events: 0, actual: 'no-stream' },
    ] as const)('$seen is a conflict after $events events', async ({ seen, events, actual }) => {
      const { log } = store();
      if (events === 2) await log.append(STREAM, envelopes(['a', 'b']), 'no-stream');
      const late = log.append(STREAM, [envelope('late')], seen);
      await expect(late).rejects.toMatchObject({
        code: 'LOG_CONFLICT',
        field: 'expected',
        value: actual,
        remedy: expect.any(String),
      });
      expect(await readEverything(log)).toHaveLength(events);
    });
  });

  describe('a retry with the same event ids', () => {
    it('gives the first result and writes nothing', async () => {
      const { log } = store();
      const events = envelopes(['a', 'b']);
      const first = await log.append(STREAM, events, 'no-stream');
      expect(await log.append(STREAM, events, 'no-stream')).toEqual({ ...first, alreadyRecorded: true });
      expect(titlesOf(await readEverything(log))).toEqual(['a', 'b']);
    });

    it('gives the first result after later appends, on this stream and others', async () => {
      const { log } = store();
      await log.append(STREAM, [envelope('before')], 'no-stream');
      const events = envelopes(['a', 'b']);
      const first = await log.append(STREAM, events, 0);
      await log.append(STREAM, [envelope('later')], 2);
      await log.append('act-other', [envelope('elsewhere')], 'no-stream');
      expect(await log.append(STREAM, events, 0)).toEqual({ ...first, alreadyRecorded: true });
      expect(titlesOf(await readEverything(log))).toEqual(['before', 'a', 'b', 'later', 'elsewhere']);
    });

    it('may hold only the first of the events, and gets the place of the last it holds', async () => {
      const { log } = store();
      const events = envelopes(['a', 'b', 'c']);
      await log.append(STREAM, events, 'no-stream');
      const [, second] = await log.readStream(STREAM, 0, { maxCount: 10 });
      expect(await log.append(STREAM, events.slice(0, 2), 'no-stream')).toEqual({
        revision: 1,
        position: second?.position,
        alreadyRecorded: true,
      });
    });

    it('is a conflict where it brings a new event as well', async () => {
      const { log } = store();
      const events = envelopes(['a', 'b', 'c']);
      await log.append(STREAM, events.slice(0, 2), 'no-stream');
      const more = log.append(STREAM, events, 'no-stream');
      await expect(more).rejects.toMatchObject({ code: 'LOG_CONFLICT', value: '1' });
      expect(titlesOf(await readEverything(log))).toEqual(['a', 'b']);
    });

    it('is a conflict in another order', async () => {
      const { log } = store();
      const events = envelopes(['a', 'b']);
      await log.append(STREAM, events, 'no-stream');
      const turned = log.append(STREAM, [...events].reverse(), 'no-stream');
      await expect(turned).rejects.toMatchObject({ code: 'LOG_CONFLICT', value: '1' });
      expect(titlesOf(await readEverything(log))).toEqual(['a', 'b']);
    });
  });
}
