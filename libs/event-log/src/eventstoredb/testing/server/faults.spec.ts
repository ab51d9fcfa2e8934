import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { END, NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { all, connect, listen, numbered, numbersOf } from '../behaviour/client.js';
import { startTestServer, type TestServer } from './test-server.js';

const STREAM = 'act-faults';
const nothing = Symbol('nothing came');
/** What came of a call within a moment. */
const soon = (call: Promise<unknown>) => Promise.race([call, wait(300, nothing)]);

let server: TestServer;
let clients: EventStoreDBClient[];
let client: EventStoreDBClient;
const newClient = (connectionString = server.connectionString) => {
  const made = connect(connectionString);
  clients.push(made);
  return made;
};
beforeEach(async () => {
  server = await startTestServer();
  clients = [];
  client = newClient();
  await client.appendToStream(STREAM, numbered(0, 1, 2, 3, 4, 5), { expectedRevision: NO_STREAM });
});
afterEach(async () => {
  server.thaw();
  await server.dispose();
  for (const made of clients) await made.dispose();
});

const titles = () => server.model.events.map(({ revision, stream }) => `${revision}@${stream}`).slice(6);

describe('a connection cut in mid-stream', () => {
  it('of a read is unavailable after what had come; the client works on', async () => {
    server.faults.cutRead.arm({ afterEvents: 3 });
    const taken: unknown[] = [];
    const read = async () => {
      for await (const { event } of client.readStream(STREAM)) taken.push(event?.revision);
    };
    await expect(read()).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    expect(taken).toEqual([0n, 1n, 2n]);
    expect(server.faults.cutRead.struck).toBe(1);
    expect(await all(client.readStream(STREAM))).toHaveLength(6);
  });

  it('of a subscription emits an error, and neither end nor close', async () => {
    server.faults.cutSubscription.arm({ afterEvents: 2 });
    const subscription = client.subscribeToStream(STREAM);
    const listening = listen(subscription);
    await listening.until(() => listening.signals.includes('error'));
    await wait(50);
    expect(listening.signals).toEqual(['confirmation', 'error']);
    expect(listening.error()).toMatchObject({ type: 'unavailable', code: 14 });
    expect(subscription.destroyed).toBe(false);
    expect(numbersOf(listening.events)).toEqual([0, 1]);
    const rest = listen(client.subscribeToStream(STREAM, { fromRevision: 1n }));
    await rest.until(() => rest.signals.includes('caughtUp'));
    expect(numbersOf(rest.events)).toEqual([2, 3, 4, 5]);
    await rest.stop();
  });

  it('makes for await throw, live as well', async () => {
    const subscription = client.subscribeToAll({ fromPosition: END });
    const taken: unknown[] = [];
    const taking = (async () => {
      for await (const { event } of subscription) {
        taken.push(event?.data);
        server.cutConnections();
      }
    })();
    const ended = expect(taking).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    const listening = listen(client.subscribeToAll({ fromPosition: END }));
    await listening.until(() => listening.signals.includes('caughtUp'));
    await client.appendToStream(STREAM, numbered(6));
    await ended;
    expect(taken).toEqual([{ n: 6 }]);
  });
});

describe('a subscription', () => {
  it('that is too slow times out', async () => {
    server.faults.tooSlow.arm({ afterEvents: 4 });
    const listening = listen(client.subscribeToStream(STREAM));
    await listening.until(() => listening.signals.includes('error'));
    expect(listening.error()).toMatchObject({ type: 'timeout', code: 10 });
    expect(numbersOf(listening.events)).toEqual([0, 1, 2, 3]);
  });

  it('may end without an error', async () => {
    server.faults.endSubscription.arm({ afterEvents: 1 });
    const listening = listen(client.subscribeToStream(STREAM));
    await listening.until(() => listening.signals.includes('end'));
    expect(listening.error()).toBeUndefined();
  });

  it('is not dropped where the fault is cleared', async () => {
    server.faults.tooSlow.arm({ afterEvents: 0, times: Infinity });
    server.faults.clearAll();
    const listening = listen(client.subscribeToStream(STREAM));
    await listening.until(() => listening.signals.includes('caughtUp'));
    expect(server.faults.tooSlow.struck).toBe(0);
    await listening.stop();
  });
});

describe('a killed server', () => {
  it('is unavailable to all; the same client works again when it is back, with all that was there', async () => {
    const events = numbered(6, 7);
    const first = await client.appendToStream(STREAM, events, { expectedRevision: 5n });
    const listening = listen(client.subscribeToAll({ fromPosition: END }));
    await listening.until(() => listening.signals.includes('caughtUp'));
    await server.stop();
    await listening.until(() => listening.signals.includes('error'));
    expect(listening.error()).toMatchObject({ type: 'unavailable', code: 14 });
    await expect(all(client.readAll())).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    await server.start();
    expect(await client.appendToStream(STREAM, events, { expectedRevision: 5n })).toEqual(first);
    expect(await all(client.readStream(STREAM))).toHaveLength(8);
  });

  it('gives a fresh client a plain error with code 14 and no type', async () => {
    await server.stop();
    const refused = newClient().appendToStream(STREAM, numbered(6));
    const error = await refused.catch((reason: unknown) => reason);
    expect(error).toMatchObject({ code: 14 });
    expect(error).not.toHaveProperty('type');
  });

  it('that was never started is there once it starts', async () => {
    const late = await startTestServer({ started: false });
    const early = newClient(late.connectionString);
    await expect(early.appendToStream(STREAM, numbered(0))).rejects.toMatchObject({ code: 14 });
    await expect(all(early.readAll())).rejects.toMatchObject({ code: 14 });
    await late.start();
    expect((await early.appendToStream(STREAM, numbered(0))).nextExpectedRevision).toBe(0n);
    await late.dispose();
  });
});

describe('an append', () => {
  it('whose answer is lost is written, and written once when it is repeated', async () => {
    server.faults.answerLost.arm({});
    const events = numbered(6);
    const append = () => client.appendToStream(STREAM, events, { expectedRevision: 5n });
    await expect(append()).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    expect(titles()).toEqual([`6@${STREAM}`]);
    expect((await append()).nextExpectedRevision).toBe(6n);
    expect(titles()).toEqual([`6@${STREAM}`]);
  });

  it('that is lost itself looks the same and is not written', async () => {
    server.faults.requestLost.arm({});
    const lost = client.appendToStream(STREAM, numbered(6));
    await expect(lost).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    expect(titles()).toEqual([]);
  });

  it('may be refused as in conflict or as too large', async () => {
    server.faults.wrongExpectedVersion.arm({ current: 17 });
    await expect(client.appendToStream(STREAM, numbered(6), { expectedRevision: 5n })).rejects.toMatchObject({
      ...{ type: 'wrong-expected-version', expectedVersion: 5n, actualVersion: 17n },
    });
    server.faults.appendTooLarge.arm({});
    await expect(client.appendToStream(STREAM, numbered(6))).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
    expect(titles()).toEqual([]);
  });

  it('may find the server not ready, late, stopping or closed to it', async () => {
    const append = () => client.appendToStream(STREAM, numbered(6));
    server.faults.notReady.arm({ on: ['append'] });
    await expect(append()).rejects.toMatchObject({
      ...{ type: 'unknown', message: 'Could not recognize Server Is Not Ready' },
    });
    server.faults.deadlineExceeded.arm({ on: ['append'] });
    await expect(append()).rejects.toMatchObject({ type: 'deadline-exceeded' });
    server.faults.reset.arm({ on: ['append'] });
    await expect(append()).rejects.toMatchObject({ type: 'unknown', code: 13 });
    server.faults.accessDenied.arm({ on: ['append'] });
    await expect(append()).rejects.toMatchObject({ type: 'access-denied' });
    expect(titles()).toEqual([]);
  });

  it('is told of another leader, and goes there', async () => {
    const other = await startTestServer();
    const leader = { host: '127.0.0.1', port: other.port };
    server.faults.notLeader.arm({ leader, times: Infinity });
    await expect(client.appendToStream(STREAM, numbered(6))).rejects.toMatchObject({
      ...{ type: 'not-leader', leader: { address: leader.host, port: leader.port } },
    });
    await client.appendToStream(STREAM, numbered(0), { expectedRevision: NO_STREAM });
    expect(other.model.events).toHaveLength(1);
    await other.dispose();
  });

  it('of one client fails with the append stream of another client', async () => {
    server.faults.silent.arm({ on: ['append'] });
    const waiting = client.appendToStream(STREAM, numbered(6));
    const failed = expect(waiting).rejects.toMatchObject({ type: 'unavailable' });
    const other = await startTestServer();
    other.faults.unavailable.arm({ on: ['append'] });
    await wait(100);
    await expect(
      newClient(other.connectionString).appendToStream('act-other', numbered(0)),
    ).rejects.toThrow();
    await failed;
    await other.dispose();
  });
});

describe('a server that does not answer', () => {
  it('leaves single calls open', async () => {
    server.faults.silent.arm({ on: ['read'], times: 1 });
    expect(await soon(all(client.readStream(STREAM)))).toBe(nothing);
    server.faults.answerWithheld.arm({});
    expect(await soon(client.appendToStream(STREAM, numbered(6)))).toBe(nothing);
    expect(titles()).toEqual([`6@${STREAM}`]);
    expect((await client.appendToStream(STREAM, numbered(7))).nextExpectedRevision).toBe(7n);
  });

  it('that accepts connections only leaves new clients waiting', async () => {
    const hanging = await startTestServer();
    hanging.freeze();
    const fresh = newClient(hanging.connectionString);
    const append = fresh.appendToStream(STREAM, numbered(0));
    expect(await soon(append)).toBe(nothing);
    expect(await soon(all(fresh.readAll()))).toBe(nothing);
    hanging.thaw();
    expect((await append).nextExpectedRevision).toBe(0n);
    await hanging.dispose();
  });

  it('that freezes fails by keep-alive, and what it had received is carried out when it goes on', async () => {
    const warn = jest.spyOn(console, 'warn').mockReturnValue(undefined);
    const watchful = newClient(`${server.connectionString}&keepAliveInterval=200&keepAliveTimeout=200`);
    warn.mockRestore();
    await watchful.appendToStream(STREAM, numbered(6));
    const listening = listen(watchful.subscribeToAll({ fromPosition: END }));
    await listening.until(() => listening.signals.includes('caughtUp'));
    server.freeze();
    const append = watchful.appendToStream(STREAM, numbered(7));
    await expect(append).rejects.toMatchObject({ type: 'unavailable', code: 14 });
    await listening.until(() => listening.signals.includes('error'));
    expect(titles()).toEqual([`6@${STREAM}`]);
    server.thaw();
    while (titles().length < 2) await wait(10);
    expect(titles()).toEqual([`6@${STREAM}`, `7@${STREAM}`]);
  });
});
