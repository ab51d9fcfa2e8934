import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  ANY,
  binaryEvent,
  NO_STREAM,
  type AppendResult,
  type EventStoreDBClient,
} from '@eventstore/db-client';
import { all, connect, newStream, numbered, numbersOf } from './client.js';

const LIMIT = 1_048_576;

/** `eventstoredb.md`, "Appends", through the real client; the server may be any. */
export function describeAppends(connectionString: () => string): void {
  describe('appends', () => {
    let client: EventStoreDBClient;
    beforeAll(() => {
      client = connect(connectionString());
    });
    afterAll(() => client.dispose());

    const written = async (stream: string) => numbersOf(await all(client.readStream(stream)));

    it('answer the revision and the position of the last event, commit and prepare equal', async () => {
      const stream = newStream();
      const { nextExpectedRevision, position, success } = await client.appendToStream(
        stream,
        numbered(0, 1, 2),
        { expectedRevision: NO_STREAM },
      );
      expect({ success, nextExpectedRevision }).toEqual({ success: true, nextExpectedRevision: 2n });
      const read = await all(client.readStream(stream));
      expect(read.at(-1)?.event?.position).toEqual(position);
      expect(position?.commit).toBe(position?.prepare);
      const next = await client.appendToStream(stream, numbered(3), { expectedRevision: 2n });
      expect(next.nextExpectedRevision).toBe(3n);
    });

    it('conflict with what is there', async () => {
      const stream = newStream();
      const missing = client.appendToStream(stream, numbered(0), { expectedRevision: 4n });
      await expect(missing).rejects.toMatchObject({
        ...{ type: 'wrong-expected-version', message: '' },
        ...{ expectedVersion: 4n, actualVersion: 'no_stream' },
      });
      await client.appendToStream(stream, numbered(0, 1), { expectedRevision: NO_STREAM });
      const late = client.appendToStream(stream, numbered(2), { expectedRevision: 0n });
      await expect(late).rejects.toMatchObject({ expectedVersion: 0n, actualVersion: 1n });
      const first = client.appendToStream(stream, numbered(2), { expectedRevision: NO_STREAM });
      await expect(first).rejects.toMatchObject({ expectedVersion: 'no_stream', actualVersion: 1n });
      expect(await written(stream)).toEqual([0, 1]);
    });

    describe('that are repeated', () => {
      const stream = newStream();
      const events = numbered(1, 2, 3);
      const expectedRevision = 0n;
      let original: AppendResult;
      beforeAll(async () => {
        await client.appendToStream(stream, numbered(0), { expectedRevision: NO_STREAM });
        original = await client.appendToStream(stream, events, { expectedRevision });
        await client.appendToStream(stream, numbered(4), { expectedRevision: 3n });
      });

      it.each(['the revision it expected', 'any revision'])(
        'give the first place, with %s',
        async (which) => {
          const options = { expectedRevision: which === 'any revision' ? ANY : expectedRevision } as const;
          expect(await client.appendToStream(stream, events, options)).toEqual(original);
          const other = events.map((event) => ({ ...event, data: { n: 99 } }));
          expect(await client.appendToStream(stream, other, options)).toEqual(original);
        },
      );

      it('give the place of the last for the first of them alone', async () => {
        const [, , second] = await all(client.readStream(stream));
        const prefix = await client.appendToStream(stream, events.slice(0, 2), { expectedRevision });
        expect(prefix).toMatchObject({ nextExpectedRevision: 2n, position: second?.event?.position });
      });

      it('conflict where a new one follows, and in another order', async () => {
        const more = client.appendToStream(stream, [...events, ...numbered(9)], { expectedRevision });
        await expect(more).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 4n });
        const turned = client.appendToStream(stream, [...events].reverse(), { expectedRevision });
        await expect(turned).rejects.toMatchObject({ type: 'wrong-expected-version', actualVersion: 4n });
      });

      it('are a fresh write on another stream', async () => {
        const other = newStream();
        const fresh = await client.appendToStream(other, events, { expectedRevision: NO_STREAM });
        expect(fresh.nextExpectedRevision).toBe(2n);
        expect(await written(other)).toEqual([1, 2, 3]);
      });

      it('have written nothing', async () => {
        expect(await written(stream)).toEqual([0, 1, 2, 3, 4]);
      });
    });

    it('write the same id twice where one append holds it twice', async () => {
      const stream = newStream();
      const [event] = numbered(7);
      if (event === undefined) throw new Error('No event.');
      await client.appendToStream(stream, [event, event], { expectedRevision: NO_STREAM });
      expect(await written(stream)).toEqual([7, 7]);
      const again = await client.appendToStream(stream, [event], { expectedRevision: ANY });
      expect(again.nextExpectedRevision).toBe(0n);
    });

    it('write the same id again after the revision it has', async () => {
      const stream = newStream();
      const events = numbered(8);
      await client.appendToStream(stream, events, { expectedRevision: NO_STREAM });
      await client.appendToStream(stream, events, { expectedRevision: 0n });
      expect(await written(stream)).toEqual([8, 8]);
    });

    it('of nothing succeed where the revision is right', async () => {
      const stream = newStream();
      const empty = () => client.appendToStream(stream, [], { expectedRevision: NO_STREAM });
      expect(await empty()).toMatchObject({ success: true, nextExpectedRevision: 0n });
      await client.appendToStream(stream, numbered(0, 1), { expectedRevision: NO_STREAM });
      await expect(empty()).rejects.toMatchObject({ type: 'wrong-expected-version' });
      expect(await written(stream)).toEqual([0, 1]);
    });

    it('with credentials of their own are single calls and do the same', async () => {
      const stream = newStream();
      const events = numbered(0, 1);
      const options = { credentials: { username: 'clerk', password: 'ignored without TLS' } };
      const append = (what: readonly ReturnType<typeof numbered>[number][]) =>
        client.appendToStream(stream, [...what], { ...options, expectedRevision: NO_STREAM });
      const first = await append(events);
      expect(first).toMatchObject({ success: true, nextExpectedRevision: 1n });
      expect(await append(events)).toEqual(first);
      await expect(append(numbered(2))).rejects.toMatchObject({
        ...{ type: 'wrong-expected-version', message: '' },
        ...{ expectedVersion: 'no_stream', actualVersion: 1n },
      });
      const large = binaryEvent({ type: 'act.sized', data: Buffer.alloc(LIMIT + 1) });
      await expect(client.appendToStream(stream, large, options)).rejects.toMatchObject({
        ...{ type: 'maximum-append-size-exceeded', code: 3, maxAppendSize: LIMIT },
      });
      await client.tombstoneStream(stream);
      await expect(append(numbered(2))).rejects.toMatchObject({ type: 'stream-deleted', code: 9 });
    });

    it('with a malformed id, without a type or a stream are unknown to the server', async () => {
      const [event] = numbered(1);
      if (event === undefined) throw new Error('No event.');
      const nil = '00000000-0000-0000-0000-000000000000';
      for (const change of [{ id: 'event-1' }, { id: nil }, { type: '' }]) {
        const malformed = client.appendToStream(newStream(), { ...event, ...change });
        await expect(malformed).rejects.toMatchObject({ type: 'unknown' });
      }
      await expect(client.appendToStream('', event)).rejects.toMatchObject({ type: 'unknown' });
    });

    it('hold a mebibyte, all their events together; the connection stays usable', async () => {
      const stream = newStream();
      const [half, rest] = [LIMIT / 2, LIMIT / 2 - 1_000];
      const sized = (bytes: number) => [binaryEvent({ type: 'act.sized', data: Buffer.alloc(bytes, 'x') })];
      await client.appendToStream(stream, [...sized(half), ...sized(rest)], { expectedRevision: NO_STREAM });
      const large = client.appendToStream(stream, [...sized(half), ...sized(half + 1)]);
      await expect(large).rejects.toMatchObject({
        type: 'maximum-append-size-exceeded',
        maxAppendSize: LIMIT,
      });
      await expect(client.appendToStream(stream, sized(17 * LIMIT))).rejects.toMatchObject({
        ...{ type: 'unknown', code: 8 },
      });
      const after = await client.appendToStream(stream, numbered(2), { expectedRevision: 1n });
      expect(after.nextExpectedRevision).toBe(2n);
    });

    it('go on with the revisions after a soft delete, and end at a tombstone', async () => {
      const stream = newStream();
      await client.appendToStream(stream, numbered(0, 1), { expectedRevision: NO_STREAM });
      await client.deleteStream(stream, { expectedRevision: 1n });
      await expect(written(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
      const again = await client.appendToStream(stream, numbered(2), { expectedRevision: NO_STREAM });
      expect(again.nextExpectedRevision).toBe(2n);
      expect(await written(stream)).toEqual([2]);
      await client.tombstoneStream(stream);
      await expect(client.appendToStream(stream, numbered(3))).rejects.toMatchObject({
        ...{ type: 'stream-deleted', streamName: stream },
      });
      await expect(written(stream)).rejects.toMatchObject({ type: 'stream-deleted' });
    });

    it('answer 1n whatever the truth where failures are not thrown', async () => {
      const stream = newStream();
      const lenient = connect(`${connectionString()}&throwOnAppendFailure=false`);
      await lenient.appendToStream(stream, numbered(0, 1, 2, 3), { expectedRevision: NO_STREAM });
      const refused = await lenient.appendToStream(stream, numbered(9), { expectedRevision: NO_STREAM });
      expect(refused).toMatchObject({ success: false, nextExpectedRevision: 1n });
      await lenient.dispose();
    });
  });
}
