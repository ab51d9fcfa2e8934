import { describe, expect, it } from '@jest/globals';
import { MAX_APPEND_BYTES, type EventEnvelope } from '#application';
import { readEverything, titlesOf } from './collect.js';
import type { Store } from './store.js';
import { envelope, envelopes, envelopesOfSize, sizeOf } from './fixture.js';

const STREAM = 'act-139-2025-nd-cp';

/** What is refused whole, and that the log serves on. */
export function describeRefusals(store: Store): void {
  const expectRefused = async (
    stream: string,
    events: readonly EventEnvelope[],
    error: { code: string; field: string },
  ): Promise<void> => {
    const { log } = store();
    const refused = log.append(stream, events, 'no-stream');
    await expect(refused).rejects.toMatchObject({ ...error, remedy: expect.any(String) });
    expect(await readEverything(log)).toEqual([]);
    expect(await log.append(STREAM, [envelope('after')], 'no-stream')).toMatchObject({ revision: 0 });
  };
  const changed = (change: object) => ({ ...envelope(), ...change });

  describe('refusing', () => {
    it.each([
      ['an append of nothing', 'events', () => []],
      ['an event id that is no UUID', 'eventId', () => [envelope(), changed({ eventId: 'event-1' })]],
      ['a type that is no name of an event', 'type', () => [changed({ type: 'ActRegistered' })]],
      ['a version that counts from 0', 'schemaVersion', () => [changed({ schemaVersion: 0 })]],
      ['data that JSON cannot hold', 'data', () => [envelope(), changed({ data: { areaHa: 1n } })]],
      ['data that is no object', 'data', () => [changed({ data: undefined })]],
      ['metadata that is no object', 'metadata', () => [changed({ metadata: 'none' })]],
    ] as const)('%s', async (_, field, events) => {
      await expectRefused(STREAM, events(), { code: 'LOG_INVALID_EVENT', field });
    });

    it('the same event id twice in one append', async () => {
      const event = envelope();
      await expectRefused(STREAM, [event, event], { code: 'LOG_INVALID_EVENT', field: 'eventId' });
    });

    it.each([
      ['empty', ''],
      ['without category', '15520'],
      ['of the system', '$settings'],
      ['with a line end', 'act-1\n2'],
    ])('a stream name that is %s', async (_, stream) => {
      await expectRefused(stream, [envelope()], { code: 'LOG_INVALID_EVENT', field: 'stream' });
    });

    it('an append above the limit, counted in bytes over all its events', async () => {
      const events = envelopesOfSize(MAX_APPEND_BYTES + 1);
      expect(sizeOf(events)).toBe(MAX_APPEND_BYTES + 1);
      await expectRefused(STREAM, events, { code: 'LOG_APPEND_TOO_LARGE', field: 'events' });
    });

    it('nothing up to the limit', async () => {
      const { log } = store();
      const events = envelopesOfSize(MAX_APPEND_BYTES);
      expect(sizeOf(events)).toBe(MAX_APPEND_BYTES);
      await log.append(STREAM, events, 'no-stream');
      const stored = await log.readStream(STREAM, 0, { maxCount: 10 });
      expect(stored.map((e) => e.data)).toEqual(events.map((e) => e.data));
    });

    it('every way round the port to change what is recorded', async () => {
      const { log, waysToTamper = [] } = store();
      await log.append(STREAM, envelopes(['a', 'b', 'c']), 'no-stream');
      const before = await readEverything(log);
      for (const way of waysToTamper) {
        await expect(way.run()).rejects.toThrow();
        expect({ after: way.name, events: await readEverything(log) }).toEqual({
          after: way.name,
          events: before,
        });
      }
      expect(titlesOf(before)).toEqual(['a', 'b', 'c']);
    });
  });
}
