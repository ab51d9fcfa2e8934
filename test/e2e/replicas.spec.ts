import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestServer, type TestServer } from '#event-log/testing';
import { bangiao } from './cli.js';
import { removeDataDir, startService, type RunningService } from './service.js';
import { until } from './until.js';

/** Several services over one log, each with a read model of its own. */
let server: TestServer;
let replicas: [RunningService, RunningService];
const env = () => ({ EVENTSTORE_URL: server.connectionString });
const isReady = (service: RunningService, limitMs?: number) =>
  until(
    () => service.ready(),
    ({ status }) => status === 200,
    limitMs,
  );

beforeAll(async () => {
  server = await startTestServer({ started: false });
  replicas = await Promise.all([startService(env()), startService(env())]);
}, 120_000);
afterAll(async () => {
  await Promise.all(replicas.map((service) => service.stop()));
  await server.dispose();
  for (const dataDir of replicas.map((service) => service.dataDir)) removeDataDir(dataDir);
}, 60_000);

async function digestOf(dataDir: string): Promise<string> {
  const { stdout, stderr } = await bangiao(dataDir, ['digest'], undefined, env());
  expect(stderr).toBe('');
  return stdout;
}

async function register(service: RunningService, number: string): Promise<string> {
  const { registerAct } = await service.ask<{ registerAct: { position: string } }>(
    'mutation ($number: String!) { registerAct(input: { kind: OTHER, number: $number, issuer: "Chính phủ", provenance: STATED, source: "test" }) { ... on RegisterActResult { position } } }',
    { number },
  );
  return registerAct.position;
}

const known = { events: 0 };

describe('two replicas that start at once', () => {
  it('wait for a cluster that is not there, answer meanwhile, and say so', async () => {
    for (const service of replicas) {
      const { status, body, tookMs } = await service.ready();
      expect({ status, body }).toEqual({
        status: 503,
        body: expect.objectContaining({ status: 'not-ready', reason: 'PREPARING', seq: 0 }),
      });
      expect(tookMs).toBeLessThan(1_000);
      expect(
        await service.ask('{ log { answers head caughtUp completeAsOf ageSeconds } duties { id } }'),
      ).toEqual({
        log: { answers: false, head: null, caughtUp: false, completeAsOf: null, ageSeconds: null },
        duties: [],
      });
      await until(
        () => Promise.resolve(service.output()),
        (output) => output.includes('the reference data waits for the log (LOG_UNAVAILABLE'),
      );
      expect(service.output()).toContain(`the log at esdb://127.0.0.1:${server.port}`);
    }
  });

  it('bring the reference data in together, once and whole', async () => {
    await server.start();
    await Promise.all(replicas.map((service) => isReady(service, 270_000)));
    const { events } = server.model;
    const shown = /^(\d+) [0-9a-f]{64}$/m.exec(
      readFileSync('docs/how-to/rebuild-and-compare.md', 'utf8'),
    )?.[1];
    expect(events).toHaveLength(Number(shown));
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(events.filter(({ type }) => type === 'import.reconciled')).toHaveLength(1);
    known.events = events.length;
  }, 300_000);
});

describe('what one replica writes', () => {
  it('is read on another at its position', async () => {
    const [a, b] = replicas;
    for (let i = 0; i < 5; i += 1) {
      const position = await register(i % 2 === 0 ? a : b, `1${i}/QĐ-TEST`);
      const { clusters } = await (i % 2 === 0 ? b : a).ask<{ clusters: { edges: unknown[] } }>(
        'query ($position: Position) { clusters(at: { position: $position }, first: 1) { edges { node { id } } } }',
        { position },
      );
      expect(clusters.edges).toHaveLength(1);
      const { acts } = await (i % 2 === 0 ? b : a).ask<{ acts: { edges: unknown[] } }>(
        'query ($number: String) { acts(filter: { number: $number }) { edges { node { id } } } }',
        { number: `1${i}/QĐ-TEST` },
      );
      expect(acts.edges).toHaveLength(1);
    }
  });

  it('is never older on another that is given the position of an answer', async () => {
    const [a, b] = replicas;
    await register(a, '20/QĐ-TEST');
    const answer = await fetch(a.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ log { readModel { seq } } }' }),
    });
    const position = answer.headers.get('bangiao-position');
    const seq = Number(answer.headers.get('bangiao-seq'));
    expect(answer.headers.get('bangiao-age')).toBeNull();
    await b.ask(
      'query ($position: Position) { clusters(at: { position: $position }, first: 1) { edges { node { id } } } }',
      {
        position,
      },
    );
    const { log } = await b.ask<{ log: { readModel: { seq: number } } }>('{ log { readModel { seq } } }');
    expect(log.readModel.seq).toBeGreaterThanOrEqual(seq);
  });
});

describe('a replica', () => {
  it('that was away catches up, to the same digest as the one that stayed', async () => {
    const [a, away] = replicas;
    expect(await away.stop()).toBe(0);
    const position = await register(a, '30/QĐ-TEST');
    await register(a, '31/QĐ-TEST');
    replicas = [a, await startService(env(), away.dataDir)];
    await isReady(replicas[1], 100_000);
    const { log } = await replicas[1].ask<{ log: { readModel: { position: string } } }>(
      '{ log { readModel { position } } }',
    );
    expect(BigInt(log.readModel.position)).toBeGreaterThan(BigInt(position));
    const [stayed, caughtUp] = await Promise.all([digestOf(a.dataDir), digestOf(away.dataDir)]);
    expect(stayed).toMatch(new RegExp(`^${known.events + 8} [0-9a-f]{64}\n$`));
    expect(caughtUp).toBe(stayed);
  }, 120_000);

  it('has its data directory for itself', async () => {
    await expect(startService(env(), replicas[0].dataDir)).rejects.toThrow(/READ_MODEL_LOCKED/);
  });
});
