import { randomUUID } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog, Position } from '#application';
import { eventsOf, listen, readEverything, timesCaughtUp, titlesOf } from '../contract/collect.js';
import { envelope, envelopes, sizeOf } from '../contract/fixture.js';
import { openEventStoreDbEventLog } from './eventstoredb-event-log.js';
import type { Limits } from './limits.js';
import { fromPosition, toPosition } from './position.js';
import { freePort, startTestServer, type TestServer, type TestServerOptions } from './testing/index.js';

/** Short, for faults that outlast them; a busy machine needs some time for what is no fault. */
const SHORT: Partial<Limits> = { attempt: 400, append: 1_500, read: 1_200, head: 1_200, confirmation: 400 };
const STREAM = 'act-139-2025-nd-cp';

let server: TestServer;
const opened: { close(): Promise<void> }[] = [];
const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);

async function start(options: TestServerOptions = {}): Promise<void> {
  await server?.dispose();
  server = await startTestServer(options);
}

function open(limits: Partial<Limits> = {}, connectionString = server.connectionString): EventLog {
  const log = openEventStoreDbEventLog({ connectionString, limits });
  opened.push(log);
  return log;
}

/** What is in the store, whatever a log says. */
function stored(): readonly string[] {
  return server.model.events.map(({ data }) => {
    return (JSON.parse(Buffer.from(data).toString()) as { readonly title: string }).title;
  });
}

const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, i) => String(from + i));

beforeEach(async () => {
  process.on('unhandledRejection', note);
  await start();
});
afterEach(async () => {
  server.faults.clearAll();
  server.thaw();
  for (const log of opened.splice(0)) await log.close();
  await server.dispose();
  process.off('unhandledRejection', note);
  expect(unhandled.splice(0)).toEqual([]);
});

describe('an append', () => {
  it.each(['answerLost', 'requestLost', 'unavailable', 'reset', 'deadlineExceeded', 'notReady'] as const)(
    'goes through over the fault %s, and is written once',
    async (fault) => {
      const log = open();
      await log.append(STREAM, [envelope('before')], 'no-stream');
      server.faults[fault].arm({ times: 3, on: ['append'] });
      const result = await log.append(STREAM, envelopes(['a', 'b']), 0);
      expect(server.faults[fault].struck).toBeGreaterThan(0);
      expect(result).toMatchObject({ revision: 2, alreadyRecorded: false });
      expect(result.position).toBe(await log.head());
      expect(stored()).toEqual(['before', 'a', 'b']);
    },
  );

  it('goes through where a node hangs over it, and is written once', async () => {
    const log = open({ attempt: 400 });
    for (const fault of ['silent', 'answerWithheld'] as const) {
      server.faults[fault].arm({ on: ['append'] });
      const result = await log.append(`act-${fault}`, [envelope(fault)], 'no-stream');
      expect(result).toMatchObject({ revision: 0, alreadyRecorded: false });
      expect(server.faults[fault].struck).toBe(1);
    }
    expect(stored()).toEqual(['silent', 'answerWithheld']);
  });

  it('goes through where the leader that a node names is dead', async () => {
    const log = open();
    const leader = { host: '127.0.0.1', port: await freePort() };
    server.faults.notLeader.arm({ leader, times: 2, on: ['append'] });
    expect(await log.append(STREAM, [envelope('a')], 'no-stream')).toMatchObject({ revision: 0 });
    expect(stored()).toEqual(['a']);
  });

  it('goes through when the server comes back', async () => {
    const log = open();
    await log.append(STREAM, [envelope('a')], 'no-stream');
    await server.stop();
    const appending = log.append(STREAM, [envelope('b')], 0);
    const reading = log.readAll(undefined, { maxCount: 1 });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await server.start();
    expect(await appending).toMatchObject({ revision: 1, alreadyRecorded: false });
    expect(await reading).toHaveLength(1);
    expect(stored()).toEqual(['a', 'b']);
  });

  it('is written once and whole wherever its connection is cut', async () => {
    const log = open();
    await log.head();
    for (let turns = 0; turns < 12; turns += 1) {
      const titles = numbered(100);
      const appending = log.append(`act-${turns}`, envelopes(titles), 'no-stream');
      for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      server.cutConnections();
      expect(await appending).toMatchObject({ revision: 99, alreadyRecorded: false });
      expect(titlesOf(await log.readStream(`act-${turns}`, 0, { maxCount: 200 }))).toEqual(titles);
    }
  });

  it('whose repetition is a conflict with itself has succeeded', async () => {
    const log = open();
    const events = envelopes(['a', 'b']);
    server.faults.answerLost.arm({});
    // The first attempt is written and its answer lost; the second is made a conflict.
    server.faults.wrongExpectedVersion.arm({ current: 1, skip: 1 });
    const result = await log.append(STREAM, events, 'no-stream');
    expect(result).toMatchObject({ revision: 1, alreadyRecorded: false, position: await log.head() });
    expect(server.faults.wrongExpectedVersion.struck).toBe(1);
    expect(stored()).toEqual(['a', 'b']);
  });

  it('whose repetition meets what another wrote is a conflict, with nothing of it written', async () => {
    const log = open();
    server.faults.requestLost.arm({});
    const lost = log.append(STREAM, [envelope('late')], 'no-stream');
    while (server.faults.requestLost.struck === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const other = open();
    const first = await Promise.allSettled([other.append(STREAM, [envelope('first')], 'no-stream'), lost]);
    const won = first.filter(({ status }) => status === 'fulfilled');
    expect(won).toHaveLength(1);
    expect(stored()).toHaveLength(1);
  });

  it('is never repeated on a conflict', async () => {
    const log = open();
    server.faults.wrongExpectedVersion.arm({ current: 7, times: 1 });
    const conflict = log.append(STREAM, [envelope()], 3);
    await expect(conflict).rejects.toMatchObject({ code: 'LOG_CONFLICT', value: '7' });
    expect(stored()).toEqual([]);
  });

  it('that is never answered is of unknown outcome in time, and a retry finds it', async () => {
    const log = open(SHORT);
    const event = envelope('a');
    server.faults.answerWithheld.arm({ times: Infinity, on: ['append'] });
    const since = performance.now();
    const unknown = log.append(STREAM, [event], 'no-stream');
    await expect(unknown).rejects.toMatchObject({ code: 'LOG_OUTCOME_UNKNOWN' });
    expect(performance.now() - since).toBeLessThan(5_000);
    server.faults.clearAll();
    const retry = await log.append(STREAM, [event], 'no-stream');
    expect(retry).toMatchObject({ revision: 0, alreadyRecorded: true });
    expect(stored()).toEqual(['a']);
  });

  it('of unknown outcome is found by a retry at once, though others were written just before', async () => {
    const log = open({ attempt: 200, append: 400 });
    const event = envelope('a');
    await log.append('act-before', [envelope('before')], 'no-stream');
    server.faults.answerWithheld.arm({ times: Infinity, on: ['append'] });
    const unknown = log.append(STREAM, [event], 'no-stream');
    await expect(unknown).rejects.toMatchObject({ code: 'LOG_OUTCOME_UNKNOWN' });
    server.faults.clearAll();
    expect(await log.append(STREAM, [event], 'no-stream')).toMatchObject({ alreadyRecorded: true });
  });

  it('that found no connection was not written, and says so', async () => {
    const log = open({ append: 400, head: 100 });
    await log.append(STREAM, [envelope('a')], 'no-stream');
    await server.stop();
    await expect(log.head()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    const append = log.append(STREAM, [envelope('b')], 0);
    await expect(append).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE', field: 'EVENTSTORE_URL' });
  });

  it('that the server finds too large is refused as such, and the log goes on', async () => {
    const log = open();
    server.faults.appendTooLarge.arm({});
    const large = log.append(STREAM, [envelope()], 'no-stream');
    await expect(large).rejects.toMatchObject({ code: 'LOG_APPEND_TOO_LARGE', field: 'events' });
    // Small events, together within our limit: with what the server counts besides they are beyond its own.
    const small = envelopes(numbered(Math.floor(995_000 / sizeOf(envelopes(['1000'])))));
    expect(sizeOf(small)).toBeLessThan(1_000_000);
    const many = log.append(STREAM, small, 'no-stream');
    await expect(many).rejects.toMatchObject({ code: 'LOG_APPEND_TOO_LARGE', field: 'events' });
    expect(stored()).toEqual([]);
    expect(await log.append('act-after', [envelope('after')], 'no-stream')).toMatchObject({ revision: 0 });
  });

  it('is refused for want of rights at once', async () => {
    const log = open();
    await log.head();
    server.faults.accessDenied.arm({ times: Infinity });
    const denied = { code: 'LOG_ACCESS_DENIED', field: 'EVENTSTORE_URL' };
    await expect(log.append(STREAM, [envelope()], 'no-stream')).rejects.toMatchObject(denied);
    await expect(log.head()).rejects.toMatchObject(denied);
  });

  it('of one log is not touched by the fall of the server of another', async () => {
    const other = await startTestServer();
    const falling = open(SHORT, other.connectionString);
    const log = open();
    await falling.append(STREAM, [envelope('a')], 'no-stream');
    const under = Array.from({ length: 40 }, (_, i) => log.append(`act-${i}`, [envelope()], 'no-stream'));
    const lost = falling.append(STREAM, [envelope('b')], 0);
    const gone = expect(lost).rejects.toMatchObject({ code: expect.stringMatching(/^LOG_/) });
    await other.stop();
    expect((await Promise.all(under)).map(({ revision }) => revision)).toEqual(under.map(() => 0));
    await gone;
    await other.dispose();
  });
});

describe('a log whose cluster is away', () => {
  it('opens, says so in time, and begins when the cluster comes', async () => {
    await start({ started: false });
    const log = open({ append: 800, read: 500, head: 300 });
    const listening = listen(log);
    const away = { code: 'LOG_UNAVAILABLE', field: 'EVENTSTORE_URL' };
    await expect(log.append(STREAM, [envelope('a')], 'no-stream')).rejects.toMatchObject(away);
    await expect(log.readAll(undefined, { maxCount: 1 })).rejects.toMatchObject(away);
    await expect(log.head()).rejects.toMatchObject(away);
    expect(listening.items).toEqual([]);
    await server.start();
    const late = open();
    await late.append(STREAM, [envelope('b')], 'no-stream');
    await listening.until((items) => eventsOf(items).length === 1);
    await listening.stop();
    expect(stored()).toEqual(['b']);
  });

  it('with several nodes, none of them there, says so in time', async () => {
    const [a, b] = [await freePort(), await freePort()];
    const log = open({ append: 800, head: 300 }, `esdb://127.0.0.1:${a},127.0.0.1:${b}?tls=false`);
    const append = log.append(STREAM, [envelope()], 'no-stream');
    await expect(append).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
    await expect(log.head()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' });
  });

  it('by a node that takes connections and never answers says so in time, and goes on after it', async () => {
    const log = open(SHORT);
    await log.append(STREAM, [envelope('a')], 'no-stream');
    server.freeze();
    const since = performance.now();
    const hanging = envelope('b');
    const append = log.append(STREAM, [hanging], 0);
    await Promise.all([
      expect(append).rejects.toMatchObject({
        code: expect.stringMatching(/^LOG_(OUTCOME_UNKNOWN|UNAVAILABLE)$/),
      }),
      expect(log.head()).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' }),
      expect(log.readStream(STREAM, 0, { maxCount: 1 })).rejects.toMatchObject({ code: 'LOG_UNAVAILABLE' }),
    ]);
    expect(performance.now() - since).toBeLessThan(8_000);
    server.thaw();
    const again = open();
    expect(await again.append(STREAM, [hanging], 0)).toMatchObject({ revision: 1 });
    expect(stored()).toEqual(['a', 'b']);
  });

  it('tells nothing of the connection string', async () => {
    const secret = `esdb://admin:ngh%C3%ACn@127.0.0.1:${await freePort()}?tls=false`;
    const log = open({ head: 100, append: 200 }, secret);
    for (const call of [log.head(), log.append(STREAM, [envelope()], 'no-stream')]) {
      const error: unknown = await call.then(
        () => undefined,
        (e: unknown) => e,
      );
      expect(error).toMatchObject({ code: 'LOG_UNAVAILABLE' });
      expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(/admin|ngh/);
    }
  });
});

describe('a read', () => {
  it.each(['unavailable', 'reset', 'deadlineExceeded', 'notReady', 'silent'] as const)(
    'goes through over the fault %s',
    async (fault) => {
      const log = open({ attempt: 400 });
      const { position } = await log.append(STREAM, envelopes(['a', 'b', 'c']), 'no-stream');
      const calls = [
        async () => titlesOf(await log.readStream(STREAM, 0, { maxCount: 2 })),
        async () => titlesOf(await log.readAll(undefined, { maxCount: 2 })),
        async () => [await log.head()],
      ];
      const answers: unknown[] = [];
      for (const call of calls) {
        server.faults[fault].arm({ times: 2, on: ['read'] });
        answers.push(await call());
      }
      expect(answers).toEqual([['a', 'b'], ['a', 'b'], [position]]);
      expect(server.faults[fault].struck).toBe(6);
    },
  );

  it('that is cut in the middle is whole in the end', async () => {
    const log = open();
    await log.append(STREAM, envelopes(numbered(50)), 'no-stream');
    server.faults.cutRead.arm({ afterEvents: 20, times: 2 });
    expect(titlesOf(await readEverything(log, 30))).toEqual(numbered(50));
    expect(server.faults.cutRead.struck).toBe(2);
  });

  it('finds the last event behind many of the server itself', async () => {
    const log = open();
    const { position } = await log.append(STREAM, [envelope('a')], 'no-stream');
    for (let i = 0; i < 20; i += 1) server.model.deleteStream(`act-none-${i}`, 'any');
    expect(await log.head()).toBe(position);
    expect(titlesOf(await readEverything(log, 1))).toEqual(['a']);
  });

  it('refuses a position of another log, inside an event or past the end', async () => {
    const log = open();
    const { position } = await log.append(STREAM, envelopes(['a', 'b']), 'no-stream');
    const { commit } = fromPosition(position);
    const others: Position[] = [commit + 1n, commit + 1_000_000n].map((at) =>
      toPosition({ commit: at, prepare: at }),
    );
    others.push(toPosition({ commit, prepare: commit - 1n }), `0${position}`, '9'.repeat(40), '-1');
    for (const other of others) {
      const invalid = { code: 'INVALID_POSITION', value: other };
      await expect(log.readAll(other, { maxCount: 1 })).rejects.toMatchObject(invalid);
      const following = listen(log, other).until(() => false);
      await expect(following).rejects.toMatchObject(invalid);
    }
  });
});

describe('a subscription', () => {
  it.each([
    ['cut', 'cutSubscription'],
    ['told that it is too slow', 'tooSlow'],
    ['ended', 'endSubscription'],
  ] as const)('that is %s again and again misses nothing and repeats nothing', async (_, fault) => {
    const log = open();
    await log.append(STREAM, envelopes(numbered(40)), 'no-stream');
    // Whoever began again from the start would never get beyond the seventh event.
    server.faults[fault].arm({ afterEvents: 7, times: Infinity });
    const listening = listen(log);
    await log.append('act-live', envelopes(numbered(40, 40)), 'no-stream');
    await listening.until((items) => eventsOf(items).length >= 80);
    await listening.until((items) => items.at(-1)?.kind === 'caught-up');
    expect(server.faults[fault].struck).toBeGreaterThanOrEqual(11);
    expect(listening.titles()).toEqual(numbered(80));
    await listening.stop();
  });

  it('goes on over an outage, and over a node that takes it and says nothing', async () => {
    const log = open({ confirmation: 400 });
    const { position } = await log.append(STREAM, [envelope('0')], 'no-stream');
    const listening = listen(log, position);
    await listening.until((items) => timesCaughtUp(items) === 1);
    await server.stop();
    await new Promise((resolve) => setTimeout(resolve, 200));
    server.faults.silent.arm({ times: 2, on: ['subscribe'] });
    await server.start();
    await log.append(STREAM, envelopes(['1', '2']), 0);
    await listening.until((items) => eventsOf(items).length === 2);
    expect(server.faults.silent.struck).toBe(2);
    expect(listening.titles()).toEqual(['1', '2']);
    await listening.stop();
  });

  it('whose reader is slower than a burst gets everything in order', async () => {
    const log = open();
    const abort = new AbortController();
    const taken: string[] = [];
    let writing: Promise<unknown> | undefined;
    const burst = async () => {
      for (let i = 0; i < 100; i += 1) {
        await log.append(`act-${randomUUID()}`, envelopes(numbered(30, i * 30)), 'no-stream');
      }
    };
    for await (const item of log.subscribe(undefined, abort.signal)) {
      if (item.kind === 'caught-up') writing ??= burst();
      else taken.push(...titlesOf([item.event]));
      if (taken.length % 100 === 1) await new Promise((resolve) => setTimeout(resolve, 10));
      if (taken.length === 3_000) abort.abort();
    }
    await writing;
    expect(taken).toEqual(numbered(3_000));
  });

  it('says once that it is at the end, and again only after something new', async () => {
    const log = open();
    await log.append(STREAM, [envelope('a')], 'no-stream');
    const listening = listen(log);
    await listening.until((items) => timesCaughtUp(items) === 1);
    for (let i = 0; i < 3; i += 1) {
      server.cutConnections();
      await log.head();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    expect(listening.items).toHaveLength(2);
    await listening.stop();
  });
});
