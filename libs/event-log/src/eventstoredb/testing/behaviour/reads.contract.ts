import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  BACKWARDS,
  END,
  excludeSystemEvents,
  NO_STREAM,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type EventStoreDBClient,
  type Position,
} from '@eventstore/db-client';
import { all, connect, listen, newStream, numbered, numbersOf, positionOf } from './client.js';

/** `eventstoredb.md`, "Reads and subscriptions", through the real client; the server may be any. */
export function describeReads(connectionString: () => string, burst: number): void {
  describe('reads and subscriptions', () => {
    const stream = newStream();
    let client: EventStoreDBClient;
    let written: readonly AllStreamResolvedEvent[];
    let first: Position;
    let last: Position;
    beforeAll(async () => {
      client = connect(connectionString());
      const start = await client.appendToStream(stream, numbered(0), { expectedRevision: NO_STREAM });
      // One by one, so that the server may write events of its own in between.
      for (const n of [1, 2, 3, 4, 5]) await client.appendToStream(stream, numbered(n));
      first = start.position ?? { commit: 0n, prepare: 0n };
      const fromFirst = await all(client.readAll({ fromPosition: first }));
      written = fromFirst.filter(({ event }) => event?.streamId === stream);
      last = positionOf(written.at(-1));
    });
    afterAll(() => client.dispose());

    const filter = () => streamNameFilter({ prefixes: [stream] });

    it('of everything include the position they start from', async () => {
      expect(numbersOf(written)).toEqual([0, 1, 2, 3, 4, 5]);
      const [one] = await all(client.readAll({ fromPosition: positionOf(written[2]), maxCount: 1 }));
      expect(one?.event?.position).toEqual(positionOf(written[2]));
    });

    it('backwards leave out the position they start from', async () => {
      const fromPosition = positionOf(written[2]);
      const back = await all(client.readAll({ fromPosition, direction: BACKWARDS, maxCount: 40 }));
      const mine = back.filter(({ event }) => event?.streamId === stream);
      expect(numbersOf(mine)).toEqual([1, 0]);
      const end = await all(client.readAll({ fromPosition: END, direction: BACKWARDS, maxCount: 40 }));
      expect(numbersOf(end.filter(({ event }) => event?.streamId === stream))).toEqual([5, 4, 3, 2, 1, 0]);
    });

    it('show events of the server as well, at positions that are not consecutive', async () => {
      const everything = await all(client.readAll({ fromPosition: START, maxCount: 1_000 }));
      expect(everything.some(({ event }) => event?.type.startsWith('$'))).toBe(true);
      const [a, b] = written.map((read) => positionOf(read).commit);
      expect((b ?? 0n) - (a ?? 0n)).toBeGreaterThan(1n);
    });

    it('at what is no record boundary are an error of the server', async () => {
      const inside = { commit: first.commit + 3n, prepare: first.prepare + 3n };
      const read = all(client.readAll({ fromPosition: inside }));
      await expect(read).rejects.toMatchObject({ type: 'unknown', code: 2 });
      const back = all(client.readAll({ fromPosition: inside, direction: BACKWARDS }));
      await expect(back).rejects.toMatchObject({ type: 'unknown', code: 2 });
      const torn = all(client.readAll({ fromPosition: { ...first, prepare: first.prepare + 1n } }));
      await expect(torn).rejects.toMatchObject({ type: 'unknown', code: 2 });
      const listening = listen(client.subscribeToAll({ fromPosition: inside }));
      await listening.until(() => listening.signals.includes('error'));
      expect(listening.error()).toMatchObject({ type: 'unknown', code: 2 });
    });

    it('past the end give nothing, and a subscription there says caught up', async () => {
      const beyond = { commit: last.commit + 10_000_000n, prepare: last.prepare + 10_000_000n };
      expect(await all(client.readAll({ fromPosition: beyond }))).toEqual([]);
      const back = all(client.readAll({ fromPosition: beyond, direction: BACKWARDS, maxCount: 1 }));
      await expect(back).rejects.toMatchObject({ type: 'unknown', code: 2 });
      const listening = listen(client.subscribeToAll({ fromPosition: beyond }));
      await listening.until(() => listening.signals.includes('caughtUp'));
      expect(listening.signals).toEqual(['confirmation', 'caughtUp']);
      await listening.stop();
    });

    it('of a stream go on from a revision, forwards and backwards', async () => {
      expect(numbersOf(await all(client.readStream(stream, { fromRevision: 4n })))).toEqual([4, 5]);
      const back = client.readStream(stream, { fromRevision: 2n, direction: BACKWARDS, maxCount: 2 });
      expect(numbersOf(await all(back))).toEqual([2, 1]);
      const end = client.readStream(stream, { fromRevision: END, direction: BACKWARDS, maxCount: 1 });
      expect(numbersOf(await all(end))).toEqual([5]);
    });

    it('of a missing stream are an error, past the end of one nothing', async () => {
      await expect(all(client.readStream(newStream()))).rejects.toMatchObject({ type: 'stream-not-found' });
      expect(await all(client.readStream(stream, { fromRevision: 6n }))).toEqual([]);
    });

    it('by subscription start after a position, catch up, and go on live', async () => {
      const fromPosition = positionOf(written[2]);
      const listening = listen(client.subscribeToAll({ fromPosition, filter: filter() }));
      await listening.until(() => listening.signals.includes('caughtUp'));
      expect(numbersOf(listening.events)).toEqual([3, 4, 5]);
      await client.appendToStream(stream, numbered(6));
      await listening.until(() => listening.events.length === 4);
      expect(listening.signals).toEqual(['confirmation', 'caughtUp']);
      await listening.stop();
    });

    it('by subscription leave out what the filter leaves out', async () => {
      const before = { commit: first.commit, prepare: first.prepare };
      const listening = listen(
        client.subscribeToAll({ fromPosition: before, filter: excludeSystemEvents() }),
      );
      await listening.until(() => listening.signals.includes('caughtUp'));
      expect(listening.events.filter(({ event }) => event?.type.startsWith('$'))).toEqual([]);
      await listening.stop();
    });

    it('by subscription to a stream start after a revision', async () => {
      const listening = listen(client.subscribeToStream(stream, { fromRevision: 4n }));
      await listening.until(() => listening.signals.includes('caughtUp'));
      expect(numbersOf(listening.events).slice(0, 1)).toEqual([5]);
      await listening.stop();
    });

    it('by subscription to a missing stream catch up only after its first event', async () => {
      const missing = newStream();
      const listening = listen(client.subscribeToStream(missing));
      await listening.until(() => listening.signals.includes('confirmation'));
      await client.appendToStream(newStream(), numbered(0));
      expect(listening.signals).toEqual(['confirmation']);
      await client.appendToStream(missing, numbered(0));
      await listening.until(() => listening.signals.includes('caughtUp'));
      expect(numbersOf(listening.events)).toEqual([0]);
      await listening.stop();
    });

    it('by live subscription take one append of 200 events', async () => {
      const many = newStream();
      const listening = listen(
        client.subscribeToAll({ fromPosition: END, filter: streamNameFilter({ prefixes: [many] }) }),
      );
      await listening.until(() => listening.signals.includes('caughtUp'));
      await client.appendToStream(many, numbered(...Array.from({ length: 200 }, (_, i) => i)));
      await listening.until(() => listening.events.length === 200);
      expect(listening.error()).toBeUndefined();
      await listening.stop();
    });

    it('by live subscription are dropped at a burst, and go on from the last position', async () => {
      const prefix = newStream();
      const from = { filter: streamNameFilter({ prefixes: [prefix] }) };
      const listening = listen(client.subscribeToAll({ fromPosition: END, ...from }));
      await listening.until(() => listening.signals.includes('caughtUp'));
      const batch = Array.from({ length: 100 }, (_, i) => i);
      await Promise.all(
        Array.from({ length: burst }, (_, i) => client.appendToStream(`${prefix}-${i}`, numbered(...batch))),
      );
      await listening.until(() => listening.signals.includes('error'));
      expect(listening.error()).toMatchObject({ type: 'timeout', code: 10 });
      expect((listening.error() as Error).message).toMatch(/Consumer too slow/u);
      const seen = listening.events.length;
      const fromPosition = seen === 0 ? first : positionOf(listening.events.at(-1));
      const again = listen(client.subscribeToAll({ fromPosition, ...from }));
      await again.until(
        () => seen + again.events.length >= 100 * burst && again.signals.includes('caughtUp'),
      );
      expect(seen + again.events.length).toBe(100 * burst);
      await again.stop();
    });
  });
}
