import { Agent, request } from 'node:http';
import { afterAll, describe, expect, it } from '@jest/globals';
import { openEventLog } from '#event-log';
import { newDataDir, removeDataDir, startService, type RunningService } from './service.js';
import { until } from './until.js';

/** A service that is told to stop while clients write to it. */
const WRITERS = 8;
const dirs: string[] = [];
afterAll(() => dirs.forEach(removeDataDir));
function newDir(): string {
  const dir = newDataDir();
  dirs.push(dir);
  return dir;
}

interface Answer {
  readonly status: number;
  readonly closes: boolean;
  readonly body: string;
}

function post(url: string, agent: Agent, number: string): Promise<Answer> {
  const query = `mutation { registerAct(input: { kind: OTHER, number: "${number}", issuer: "Chính phủ", provenance: STATED, source: "test" }) { ... on RegisterActResult { eventIds } } }`;
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers: { 'content-type': 'application/json' } });
    sent.on('response', (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (text: string) => (body += text));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, closes: response.headers.connection === 'close', body }),
      );
    });
    sent.on('error', reject);
    sent.end(JSON.stringify({ query }));
  });
}

/** Writes on one connection until the service closes it; gives the ids of the events that it acknowledged. */
async function writer(service: RunningService, name: string, told: () => void): Promise<readonly string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const acknowledged: string[] = [];
  for (let i = 0; ; i += 1) {
    const { status, closes, body } = await post(service.url, agent, `${name}-${i}`);
    if (status === 200) {
      const { data } = JSON.parse(body) as { data: { registerAct: { eventIds: string[] } } };
      acknowledged.push(...data.registerAct.eventIds);
      told();
    } else expect([status, closes]).toEqual([503, true]);
    if (closes) break;
  }
  agent.destroy();
  return acknowledged;
}

async function recordedIds(dataDir: string): Promise<ReadonlySet<string>> {
  const log = await openEventLog({ kind: 'sqlite', file: `${dataDir}/log.sqlite`, mode: 'read-only' });
  const events = await log.readAll(undefined, { maxCount: 10_000 });
  await log.close();
  return new Set(events.map(({ eventId }) => eventId));
}

describe('a service that is told to stop under load', () => {
  it('answers what it took, keeps what it acknowledged, cuts nobody off, and ends with 0', async () => {
    const dataDir = newDir();
    const service = await startService({ BANGIAO_EMPTY: '1' }, dataDir);
    let count = 0;
    const stopAt = 200;
    const told = () => {
      count += 1;
      if (count === stopAt) service.signal('SIGTERM');
    };
    const writers = Array.from({ length: WRITERS }, (_, i) => writer(service, `w${i}`, told));
    const acknowledged = (await Promise.all(writers)).flat();
    expect(await service.exited).toBe(0);
    expect(acknowledged.length).toBeGreaterThanOrEqual(stopAt);
    const recorded = await recordedIds(dataDir);
    expect(acknowledged.filter((id) => !recorded.has(id))).toEqual([]);
  }, 60_000);

  it('turns red first and goes on taking requests while it drains', async () => {
    const service = await startService({ BANGIAO_EMPTY: '1', BANGIAO_DRAIN_SECONDS: '2' }, newDir());
    expect((await service.ready()).status).toBe(200);
    service.signal('SIGTERM');
    const { status, body } = await until(
      () => service.ready(),
      (probe) => probe.status === 503,
      2_000,
    );
    expect([status, body['reason']]).toEqual([503, 'STOPPING']);
    expect((await service.query('{ log { answers } }')).data).toEqual({ log: { answers: true } });
    expect(await service.exited).toBe(0);
  }, 60_000);

  it('ends at once at the second signal', async () => {
    const service = await startService({ BANGIAO_EMPTY: '1', BANGIAO_DRAIN_SECONDS: '600' }, newDir());
    service.signal('SIGTERM');
    await until(
      () => service.ready(),
      (probe) => probe.status === 503,
    );
    service.signal('SIGTERM');
    expect(await service.exited).toBe(143);
  }, 60_000);
});
