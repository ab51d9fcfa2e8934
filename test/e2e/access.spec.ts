import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newDataDir, removeDataDir, startService, type RunningService } from './service.js';

const TOKENS = { a1: 'token-of-the-first-clerk', b2: 'token-of-the-second-clerk' } as const;
type Id = keyof typeof TOKENS;

let service: RunningService;
const dataDir = newDataDir();
beforeAll(async () => {
  const lines = Object.entries(TOKENS).map(([id, token]) => {
    const sha256 = createHash('sha256').update(token).digest('hex');
    return JSON.stringify({ sha256, id, office: `office-of-${id}`, role: 'clerk' });
  });
  const file = join(dataDir, 'tokens.jsonl');
  writeFileSync(file, lines.join('\n'));
  service = await startService({ BANGIAO_EMPTY: '1', BANGIAO_TOKENS_FILE: file }, dataDir);
}, 60_000);
afterAll(async () => {
  await service.stop();
  removeDataDir(dataDir);
});

const bearer = (id: Id) => ({ authorization: `Bearer ${TOKENS[id]}` });

describe('who may ask', () => {
  it('lets nobody in without a known token', async () => {
    const unknown = await service.query('{ log { head } }');
    expect(unknown.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    const wrong = await service.query(
      '{ log { head } }',
      {},
      { authorization: 'Bearer not-a-token-of-anybody' },
    );
    expect(wrong.errors?.[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
    expect((await service.query('{ log { lag } }', {}, bearer('a1'))).errors).toBeUndefined();
  });

  it('never mixes the identities of requests that run at once', async () => {
    const register = (id: Id, i: number) =>
      service.query(
        `mutation { registerAct(input: { kind: OTHER, number: "${id}-${i}", issuer: "Chính phủ", provenance: STATED, source: "test" }) { ... on RegisterActResult { id } } }`,
        {},
        bearer(id),
      );
    const turns = Array.from({ length: 20 }, (_, i) => [register('a1', i), register('b2', i)]).flat();
    for (const answer of await Promise.all(turns)) expect(answer.errors).toBeUndefined();
    const trail = await service.query(
      '{ auditTrail(first: 100) { edges { node { actor { id office } data } } } }',
      {},
      bearer('a1'),
    );
    const edges = (
      trail.data as {
        auditTrail: {
          edges: { node: { actor: { id: string; office: string }; data: { number: string } } }[];
        };
      }
    ).auditTrail.edges;
    expect(edges).toHaveLength(40);
    for (const { node } of edges) {
      expect(node.data.number.startsWith(`${node.actor.id}-`)).toBe(true);
      expect(node.actor.office).toBe(`office-of-${node.actor.id}`);
    }
  });

  it('refuses what is no JSON and too much at once', async () => {
    const post = (headers: Record<string, string>, body: string) =>
      fetch(service.url, { method: 'POST', headers: { ...bearer('a1'), ...headers }, body });
    expect((await post({ 'content-type': 'text/plain' }, '{}')).status).toBe(415);
    const json = { 'content-type': 'application/json' };
    expect((await post(json, JSON.stringify({ query: `{ ${'a '.repeat(3_000)} }` }))).status).toBe(400);
    const large = await post(json, JSON.stringify({ query: 'x'.repeat(400_000) }));
    expect([large.status, await large.text()]).toEqual([400, expect.stringContaining('INVALID_REQUEST')]);
    expect((await post(json, '[{"query":"{ log { head } }"}]')).status).toBe(400);
  });
});

describe('a second process on the same data', () => {
  it('is told so, and the first goes on', async () => {
    await expect(startService({ BANGIAO_EMPTY: '1' }, dataDir)).rejects.toThrow(
      /LOG_LOCKED.*Stop the other process/s,
    );
    expect((await service.query('{ log { lag } }', {}, bearer('b2'))).errors).toBeUndefined();
  });

  it('with a register of its own does not get the national data mixed in', async () => {
    await service.stop();
    await expect(startService({}, dataDir)).rejects.toThrow(/OTHER_REGISTER_PRESENT.*BANGIAO_EMPTY=1/s);
  });

  it('cannot be started beyond loopback without tokens', async () => {
    const other = newDataDir();
    await expect(startService({ BANGIAO_EMPTY: '1', HOST: '0.0.0.0' }, other)).rejects.toThrow(
      /AUTHENTICATION_REQUIRED/,
    );
    removeDataDir(other);
  });
});
