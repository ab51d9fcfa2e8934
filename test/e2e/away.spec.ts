import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventEnvelope, EventLog } from '#application';
import { openEventLog } from '#event-log';
import { startTestServer, type TestServer } from '#event-log/testing';
import { bangiao } from './cli.js';
import { newDataDir, removeDataDir, startService, type RunningService } from './service.js';
import { until } from './until.js';

/** One replica while its log is away in every way, and back. */
const SECRET = 'p4ssw0rd-of-the-log';
let server: TestServer;
let log: EventLog;
let service: RunningService;
const dataDir = newDataDir();
const LAG_SECONDS = 5;
const PROMPT_MS = 1_500;

beforeAll(async () => {
  server = await startTestServer({ started: false });
  log = await openEventLog({ kind: 'eventstoredb', connectionString: server.connectionString });
  const url = server.connectionString.replace('esdb://', `esdb://operator:${SECRET}@`);
  const lag = String(LAG_SECONDS);
  service = await startService(
    { EVENTSTORE_URL: url, BANGIAO_EMPTY: '1', BANGIAO_READY_LAG_SECONDS: lag },
    dataDir,
  );
}, 60_000);
afterAll(async () => {
  await service.stop();
  await log.close();
  await server.dispose();
  removeDataDir(dataDir);
}, 60_000);

const STATUS = '{ log { answers head caughtUp lag completeAsOf ageSeconds readModel { seq failure } } }';
interface Status {
  readonly answers: boolean;
  readonly head: string | null;
  readonly caughtUp: boolean;
  readonly ageSeconds: number | null;
  readonly readModel: { readonly seq: number; readonly failure: string | null };
}

async function timed<T>(ask: () => Promise<T>): Promise<[T, number]> {
  const start = performance.now();
  return [await ask(), performance.now() - start];
}

async function status(): Promise<Status> {
  const [{ log: answer }, tookMs] = await timed(() => service.ask<{ log: Status }>(STATUS));
  expect(tookMs).toBeLessThan(PROMPT_MS);
  return answer;
}

async function ready(): Promise<[number, Readonly<Record<string, unknown>>]> {
  const { status: code, body, tookMs } = await service.ready();
  expect(tookMs).toBeLessThan(PROMPT_MS);
  return [code, body];
}

const REGISTER = `mutation ($number: String!, $commandId: ID) { registerAct(input: { commandId: $commandId, kind: OTHER, number: $number, issuer: "Chính phủ", provenance: STATED, source: "test" }) { ... on RegisterActResult { eventIds position } } }`;
const register = (number: string, commandId?: unknown) => service.query(REGISTER, { number, commandId });

describe('a log that is away from the start', () => {
  it('leaves questions answered from what is there, and the replica not ready', async () => {
    expect(await status()).toEqual({
      ...{ answers: false, head: null, caughtUp: false, lag: null, completeAsOf: null, ageSeconds: null },
      readModel: { seq: 0, failure: null },
    });
    expect(await ready()).toEqual([503, { status: 'not-ready', reason: 'WITHOUT_LOG', seq: 0 }]);
    const answer = await fetch(service.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ duties { id } }"}',
    });
    expect(await answer.json()).toEqual({ data: { duties: [] } });
    expect(answer.headers.get('bangiao-age')).toBe('unknown');
    expect((await fetch(service.url.replace('graphql', 'health/live'))).status).toBe(200);
  });

  it('refuses a decision with the command id under which it may be sent again', async () => {
    const refused = (await register('1/QĐ-TEST')).errors?.[0];
    expect(refused?.extensions).toMatchObject({ code: 'LOG_UNAVAILABLE', retryable: true });
    const commandId = refused?.extensions?.['commandId'];
    expect(refused?.extensions?.['remedy']).toContain(String(commandId));
    await server.start();
    await until(ready, ([code]) => code === 200);
    const first = (await register('1/QĐ-TEST', commandId)).data?.['registerAct'];
    expect((await register('1/QĐ-TEST', commandId)).data?.['registerAct']).toEqual(first);
    expect(server.model.events).toHaveLength(1);
  });
});

describe('a log that goes away', () => {
  it.each([
    ['hangs', async () => server.freeze(), async () => server.thaw()],
    ['is killed', () => server.stop(), () => server.start()],
  ])(
    'and %s is told within the lag, turns the replica red after it, and is taken up again',
    async (_how, go, comeBack) => {
      await until(ready, ([, body]) => body['reason'] === undefined);
      await go();
      const [code, body] = await until(ready, ([, { reason }]) => reason === 'WITHOUT_LOG', 10_000);
      expect([code, body['status']]).toEqual([200, 'ready']);
      expect(body).toMatchObject({
        seq: expect.any(Number),
        completeAsOf: expect.any(String),
        ageSeconds: expect.any(Number),
      });
      expect(Object.keys(body)).not.toContain('head');
      expect(await status()).toMatchObject({
        answers: false,
        head: null,
        caughtUp: false,
        ageSeconds: expect.any(Number),
      });
      const [red, late] = await until(ready, ([now]) => now === 503, 20_000);
      expect([red, late['reason']]).toEqual([503, 'WITHOUT_LOG']);
      expect(late['ageSeconds']).toBeGreaterThan(LAG_SECONDS);
      const acts = '{ acts(first: 100) { edges { node { id } } } }';
      const [answer, tookMs] = await timed(() => service.ask<{ acts: { edges: unknown[] } }>(acts));
      expect(tookMs).toBeLessThan(PROMPT_MS);
      expect(answer.acts.edges.length).toBeGreaterThan(0);
      await comeBack();
      await until(ready, ([now, { reason }]) => now === 200 && reason === undefined);
      const written = (await register(`${_how}/QĐ-TEST`)).data?.['registerAct'] as { position: string };
      expect((await status()).readModel.seq).toBeGreaterThan(0);
      expect(BigInt(written.position)).toBeGreaterThan(0n);
    },
    60_000,
  );

  it('never shows its password', async () => {
    expect(service.output()).toContain(`esdb://127.0.0.1:${server.port}`);
    expect(service.output()).not.toContain(SECRET);
    const wrong = `esdb:/operator:${SECRET}@127.0.0.1`;
    await expect(startService({ EVENTSTORE_URL: wrong })).rejects.toThrow(/INVALID_SETTING.*EVENTSTORE_URL/s);
    const run = await bangiao(dataDir, ['digest'], undefined, { EVENTSTORE_URL: wrong });
    expect(run.stderr).toMatch(/^INVALID_SETTING: .*EVENTSTORE_URL = \(set\)/);
    expect(run.stderr).not.toContain(SECRET);
  });
});

describe('the command line', () => {
  it('reads and writes the same log, and a read model that starts late has the same digest', async () => {
    const env = { EVENTSTORE_URL: server.connectionString };
    const elsewhere = newDataDir();
    const events = await bangiao(elsewhere, ['export', 'events'], undefined, env);
    expect(events.stdout.trim().split('\n')).toHaveLength(server.model.events.length);
    const before = server.model.events.length;
    const imported = await bangiao(
      elsewhere,
      ['import', 'acts', '--file', 'test/fixtures/import/acts.csv'],
      undefined,
      env,
    );
    expect([imported.stderr, imported.code]).toEqual([expect.any(String), 0]);
    expect(server.model.events.length).toBeGreaterThan(before);
    const digests = [dataDir, elsewhere, newDataDir()].map(async (dir) => {
      const { stdout } = await bangiao(dir, ['digest'], undefined, env);
      if (dir !== dataDir) removeDataDir(dir);
      return stdout;
    });
    const [serving, ...others] = await Promise.all(digests);
    expect(serving).toMatch(new RegExp(`^${server.model.events.length} [0-9a-f]{64}\n$`));
    expect(others).toEqual([serving, serving]);
  }, 60_000);
});

describe('an event that this release does not know', () => {
  it('turns the replica red at once, stops decisions, and leaves questions answered', async () => {
    const { readModel } = await status();
    const poison = {
      ...{ eventId: randomUUID(), type: 'cluster.vanished', schemaVersion: 1, data: {} },
      metadata: { recordedAt: '2026-01-01T00:00:00.000Z' },
    } as unknown as EventEnvelope;
    await log.append('cluster-x', [poison], 'no-stream');
    const [code, body] = await until(ready, ([now]) => now === 503);
    expect([code, body['reason'], body['stoppedAtSeq']]).toEqual([503, 'POISON_EVENT', readModel.seq + 1]);
    expect(JSON.stringify(body)).not.toContain('vanished');
    expect((await status()).readModel).toEqual({
      seq: readModel.seq,
      failure: expect.stringContaining('vanished'),
    });
    const [refused, tookMs] = await timed(() => register('9/QĐ-TEST'));
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'READ_MODEL_BEHIND', retryable: true });
    expect(tookMs).toBeLessThan(5_000);
  });
});
