import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from './app.js';
import { hashOf } from './http/authentication.js';
import { startRuntime, type Runtime } from './runtime/index.js';

/** The application over a real log and read model, asked without a network. */
const dir = mkdtempSync(join(tmpdir(), 'ban-giao-app-'));
const TOKEN = 'a-token-for-this-test-only';
let runtime: Runtime;
let app: NestFastifyApplication;
let withTokens: NestFastifyApplication;

beforeAll(async () => {
  runtime = await startRuntime({
    dataDir: dir,
    empty: true,
    report: () => undefined,
    onFollowerFailure: (error) => {
      throw error;
    },
  });
  const tokensFile = join(dir, 'tokens.jsonl');
  writeFileSync(
    tokensFile,
    JSON.stringify({ sha256: hashOf(TOKEN).toString('hex'), id: 'a1', office: 'o', role: 'r' }),
  );
  app = await ready(await createApp(runtime, { host: '127.0.0.1' }));
  withTokens = await ready(await createApp(runtime, { host: '127.0.0.1', tokensFile }));
});
afterAll(async () => {
  await app.close();
  await withTokens.close();
  await runtime.close();
  rmSync(dir, { recursive: true, force: true });
});

async function ready(made: NestFastifyApplication): Promise<NestFastifyApplication> {
  await made.init();
  await made.getHttpAdapter().getInstance().ready();
  return made;
}

interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: Record<string, string> }[];
}
interface Request {
  readonly query?: unknown;
  readonly variables?: unknown;
  readonly operationName?: string;
}

async function post(
  body: Request,
  headers: Record<string, string> = {},
): Promise<{ status: number } & Answer> {
  const { statusCode, body: text } = await app.inject({
    method: 'POST',
    url: '/graphql',
    headers: { host: '127.0.0.1:3000', 'content-type': 'application/json', ...headers },
    payload: JSON.stringify(body),
  });
  return { status: statusCode, ...(JSON.parse(text) as Answer) };
}
async function ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
  const { data, errors } = await post({ query, variables });
  expect(errors).toBeUndefined();
  return data as T;
}
const codeOf = ({ errors }: Answer) => errors?.[0]?.extensions['code'];

interface Written {
  readonly registerAct: {
    readonly id: string;
    readonly position: string;
    readonly eventIds: readonly string[];
  };
}
const REGISTER = `mutation Register($input: RegisterActInput!) {
  registerAct(input: $input) { ... on RegisterActResult { id position revision eventIds } ... on Refusal { code } }
}`;
const register = (number: string, more: Record<string, unknown> = {}) =>
  ask<Written>(REGISTER, {
    input: { kind: 'OTHER', number, issuer: 'Chính phủ', provenance: 'STATED', source: 'test', ...more },
  });

describe('a document that is sent again and again', () => {
  const times = [1, 2, 3, 4];

  it('answers for the operation that is named, whichever was compiled first', async () => {
    const query = 'query A { log { caughtUp } } query B { duties { id } } mutation C { __typename }';
    for (const _time of times) {
      expect((await post({ query, operationName: 'A' })).data).toEqual({ log: { caughtUp: true } });
      expect((await post({ query, operationName: 'B' })).data).toEqual({ duties: [] });
      expect((await post({ query, operationName: 'C' })).data).toEqual({ __typename: 'Mutation' });
    }
    expect(codeOf(await post({ query }))).toBe('INVALID_REQUEST');
    expect(codeOf(await post({ query, operationName: 'D' }))).toBe('INVALID_REQUEST');
  });

  it.each([
    ['a day that does not exist', { at: { validAt: '2025-02-31' } }, 'INVALID_DATE', /validAt$/],
    ['a number for a day', { at: { validAt: 20250701 } }, 'INVALID_DATE', /validAt$/],
    ['a moment without offset', { at: { knownAt: '2025-07-01' } }, 'INVALID_INSTANT', /knownAt$/],
    ['a level that is none', { filter: { level: 'WARD' } }, 'INVALID_INPUT', /level$/],
    ['a field that is none', { filter: { nam: 'x' } }, 'INVALID_INPUT', /filter\.nam$/],
    ['text for a number', { first: '1' }, 'INVALID_INPUT', /^first$/],
  ])('refuses %s each time alike', async (_name, variables, code, field) => {
    const query = `query Units($filter: UnitFilter, $at: At, $first: Int) {
      units(filter: $filter, at: $at, first: $first) { edges { node { id } } } # ${_name}
    }`;
    for (const _time of times) {
      const answer = await post({ query, variables });
      expect([answer.status, codeOf(answer)]).toEqual([400, code]);
      expect(answer.errors?.[0]?.extensions['field']).toMatch(field);
      expect(answer.errors?.[0]?.extensions['remedy']).toEqual(expect.any(String));
    }
    expect((await post({ query, variables: {} })).errors).toBeUndefined();
  });
});

describe('a decision', () => {
  it('can be read at the position it was written at', async () => {
    for (const i of [1, 2, 3, 4, 5]) {
      const { registerAct } = await register(`read-${i}`);
      const at = { position: registerAct.position };
      // The act is asked for in the same request, after the field that waits.
      const seen = await ask<{ units: object }>(
        'query ($at: At) { units(at: $at, first: 1) { edges { node { id } } } }',
        { at },
      );
      expect(seen.units).toBeDefined();
      expect((await ask<{ act: object | null }>(`{ act(id: "${registerAct.id}") { number } }`)).act).toEqual({
        number: `read-${i}`,
      });
    }
  });

  it('is written once, however often its command is repeated', async () => {
    const commandId = '7d7c1d0e-4f0a-4b55-9e0f-5d2f1a4f9b10';
    const first = await register('once', { commandId });
    const again = await register('once', { commandId });
    expect(again).toEqual(first);
    const { auditTrail } = await ask<{ auditTrail: { edges: object[] } }>(
      'query ($id: ID!) { auditTrail(filter: { actId: $id }) { edges { node { id } } } }',
      { id: first.registerAct.id },
    );
    expect(auditTrail.edges).toEqual([{ node: { id: first.registerAct.eventIds[0] } }]);
    const other = await post({ query: REGISTER, variables: { input: { commandId: 'no-uuid' } } });
    expect(codeOf(other)).toBe('INVALID_INPUT');
  });
});

describe('a list', () => {
  interface Acts {
    readonly acts: {
      readonly edges: readonly { readonly node: { readonly number: string } }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
    };
  }
  const acts = (after?: string) =>
    ask<Acts>(
      'query Acts($after: String) { acts(first: 3, after: $after) { edges { node { number } } pageInfo { hasNextPage endCursor } } }',
      { after },
    );

  it('does not shift while writers append', async () => {
    let position = '';
    for (const i of [1, 2, 3, 4]) ({ position } = (await register(`listed-${i}`)).registerAct);
    await ask(`{ units(first: 1, at: { position: "${position}" }) { edges { cursor } } }`);
    const before = await ask<Acts>('{ acts(first: 100) { edges { node { number } } } }');
    const numbers: string[] = [];
    let after: string | undefined;
    for (let page = 0, more = true; more; page += 1) {
      const { acts: found } = await acts(after);
      numbers.push(...found.edges.map((e) => e.node.number));
      more = found.pageInfo.hasNextPage;
      after = found.pageInfo.endCursor;
      // One that sorts before the page, one between, one behind.
      for (const name of ['0-new', 'listed-2-new', 'z-new']) await register(`${name}-${page}`);
    }
    expect(numbers).toEqual(before.acts.edges.map((e) => e.node.number));
  });

  it('refuses cursors that it did not give, and waits for what is not known yet', async () => {
    const cursor = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const trail = async (after: string) =>
      codeOf(
        await post({
          query: '{ auditTrail(first: 2, after: "AFTER") { edges { node { seq } } } }'.replace(
            'AFTER',
            after,
          ),
        }),
      );
    for (const key of ['[0.5]', '[-1]', '["a"]', '[1,2]', 'x'])
      expect([key, await trail(cursor(key, '2025-07-01', 1))]).toEqual([key, 'INVALID_CURSOR']);
    expect(await trail(cursor('[0]', '2025-07-01', 9_000_000))).toBe('READ_MODEL_BEHIND');
    expect(await trail(cursor('[0]', '2025-07-01', 1))).toBeUndefined();
  });
});

describe('what is not let in', () => {
  it.each([
    ['another method', { method: 'GET', url: '/graphql?query=%7Blog%7Bhead%7D%7D' }, 405, 'POST_REQUIRED'],
    [
      'another method, spelt otherwise',
      { method: 'GET', url: '/%67raphql?query=%7Blog%7Bhead%7D%7D' },
      405,
      'POST_REQUIRED',
    ],
    ['a form', { method: 'POST', url: '/graphql', type: 'text/plain' }, 415, 'JSON_REQUIRED'],
    ['nearly JSON', { method: 'POST', url: '/graphql', type: 'application/jsonp' }, 415, 'JSON_REQUIRED'],
    ['another host', { method: 'POST', url: '/graphql', host: 'example.org' }, 403, 'FOREIGN_HOST'],
    [
      'another host that begins alike',
      { method: 'POST', url: '/graphql', host: '127.0.0.1.example.org' },
      403,
      'FOREIGN_HOST',
    ],
    [
      'another host, for the page',
      { method: 'GET', url: '/graphiql', host: 'example.org' },
      403,
      'FOREIGN_HOST',
    ],
  ] as const)('%s', async (_name, request, status, code) => {
    const { method, url } = request;
    const type = 'type' in request ? request.type : 'application/json';
    const host = 'host' in request ? request.host : 'localhost:3000';
    const answer = await app.inject({
      method,
      url,
      headers: { host, ...(method === 'POST' ? { 'content-type': type } : {}) },
      ...(method === 'POST' ? { payload: '{"query":"{ log { head } }"}' } : {}),
    });
    expect([answer.statusCode, codeOf(JSON.parse(answer.body) as Answer)]).toEqual([status, code]);
  });

  it.each(['localhost:3000', 'LOCALHOST', '127.0.0.1', '[::1]:3000'])('but %s is', async (host) => {
    expect((await post({ query: '{ log { caughtUp } }' }, { host })).status).toBe(200);
  });

  it.each([
    ['a parsed document', '{"kind":"Document","definitions":[]}', 'INVALID_DOCUMENT'],
    ['a number', 5, 'INVALID_REQUEST'],
    ['nothing', undefined, 'INVALID_REQUEST'],
    ['too much text', `{ log { head } } # ${'x'.repeat(30_000)}`, 'TOO_MANY_TOKENS'],
    ['what the schema does not have', '{ nothing }', 'INVALID_DOCUMENT'],
  ])('%s for a document', async (_name, query, code) => {
    const answer = await post({ query });
    expect([answer.status, codeOf(answer)]).toEqual([400, code]);
  });
});

describe('with tokens', () => {
  const get = (url: string, headers: Record<string, string> = {}) =>
    withTokens.inject({ method: 'GET', url, headers: { host: 'ban-giao.example.vn', ...headers } });
  const asked = (headers: Record<string, string>) =>
    withTokens.inject({
      method: 'POST',
      url: '/graphql',
      headers: { host: 'ban-giao.example.vn', 'content-type': 'application/json', ...headers },
      payload: '{"query":"{ log { caughtUp } }"}',
    });

  it('answers under the name that a proxy has, to those who have one', async () => {
    const refused = await asked({});
    expect([refused.statusCode, refused.headers['www-authenticate']]).toEqual([401, 'Bearer']);
    expect(codeOf(JSON.parse(refused.body) as Answer)).toBe('UNAUTHENTICATED');
    expect((await asked({ authorization: `Bearer ${TOKEN}` })).statusCode).toBe(200);
  });

  it('opens GraphiQL, which is a page without data, and tells its health', async () => {
    expect((await get('/graphiql')).statusCode).toBe(200);
    expect((await get('/graphiql/config.js')).body).toContain('/graphql');
    expect((await get('/health/live')).statusCode).toBe(200);
    expect((await get('/elsewhere')).statusCode).toBe(401);
  });
});

describe('health', () => {
  it('is ready while writers append', async () => {
    const writing = Promise.all(Array.from({ length: 30 }, (_, i) => register(`health-${i}`)));
    for (let i = 0; i < 10; i += 1) {
      const answer = await app.inject({ method: 'GET', url: '/health/ready' });
      expect([answer.statusCode, JSON.parse(answer.body)]).toEqual([
        200,
        expect.objectContaining({ status: 'ready', seq: expect.any(Number) }),
      ]);
    }
    await writing;
  });
});
