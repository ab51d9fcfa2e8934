import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApp } from '../app.js';
import { hashOf } from '../http/authentication.js';
import { startRuntime, type Runtime } from '../runtime/index.js';
import { droppingSlow, untilReturned } from './subscriptions.js';

const dir = mkdtempSync(join(tmpdir(), 'ban-giao-subscriptions-'));
const TOKEN = 'a-token-for-this-test-only';
let runtime: Runtime;
let app: NestFastifyApplication;
let withTokens: NestFastifyApplication;

beforeAll(async () => {
  const onFollowerFailure = (error: Error) => {
    throw error;
  };
  runtime = await startRuntime({ dataDir: dir, empty: true, report: () => undefined, onFollowerFailure });
  const tokensFile = join(dir, 'tokens.jsonl');
  const sha256 = hashOf(TOKEN).toString('hex');
  writeFileSync(tokensFile, JSON.stringify({ sha256, id: 'a1', office: 'o', role: 'r' }));
  app = await createApp(runtime, { host: '127.0.0.1' });
  withTokens = await createApp(runtime, { host: '127.0.0.1', tokensFile });
  for (const made of [app, withTokens]) await made.listen(0, '127.0.0.1');
});
afterAll(async () => {
  await app.close();
  await withTokens.close();
  await runtime.close();
  rmSync(dir, { recursive: true, force: true });
});

async function register(id: string): Promise<string> {
  const query = `mutation { registerProject(input: { projectId: "${id}", name: "${id}", status: UNKNOWN,
    provenance: STATED, source: "example" }) { ... on RegisterProjectResult { position } } }`;
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return answer.json<{ data: { registerProject: { position: string } } }>().data.registerProject.position;
}

/** Records a figure of a project. */
async function change(subjectId: string): Promise<string> {
  const query = `mutation { recordClaim(input: { subjectId: "${subjectId}", field: "Công nhân", value: "5",
    provenance: STATED, source: "example" }) { ... on RecordClaimResult { position } ... on Refusal { message } } }`;
  const answer = await app.inject({ method: 'POST', url: '/graphql', payload: { query } });
  return answer.json<{ data: { recordClaim: { position: string } } }>().data.recordClaim.position;
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: { data?: { subjectsChanged: Change } } & readonly Told[];
}
/** An error as a client is told of it. */
interface Told {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
}
interface Change {
  readonly subjectIds: readonly string[];
  readonly position: string;
}

/** A client of the protocol of graphql-ws. */
class Client {
  readonly messages: Message[] = [];
  readonly #socket: WebSocket;
  readonly #opened: Promise<void>;

  constructor(url: string) {
    this.#socket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    this.#socket.onmessage = ({ data }) => this.messages.push(JSON.parse(String(data)) as Message);
    this.#opened = new Promise((resolve, reject) => {
      this.#socket.onopen = () => resolve();
      this.#socket.onerror = () => reject(new Error('refused'));
    });
  }

  async subscribe(query: string, variables?: object): Promise<void> {
    await this.#opened;
    this.#send({ type: 'connection_init' });
    await this.next('connection_ack');
    this.#send({ id: '1', type: 'subscribe', payload: { query, variables } });
  }

  /** The first message of a type that was not taken yet. */
  async next(type: string): Promise<Message> {
    for (let tries = 0; tries < 500; tries += 1) {
      const index = this.messages.findIndex((message) => message.type === type);
      const [found] = index < 0 ? [] : this.messages.splice(index, 1);
      if (found !== undefined) return found;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error(`No ${type} came: ${JSON.stringify(this.messages)}`);
  }

  async change(): Promise<Change | undefined> {
    return (await this.next('next')).payload?.data?.subjectsChanged;
  }

  #send(message: object): void {
    this.#socket.send(JSON.stringify(message));
  }

  async close(): Promise<void> {
    await this.#opened.catch(() => undefined);
    if (this.#socket.readyState === WebSocket.CLOSED) return;
    const closed = new Promise((resolve) => (this.#socket.onclose = resolve));
    this.#socket.close();
    await closed;
  }
}

const watching = (ids: string, after = '') =>
  `subscription { subjectsChanged(subjectIds: ${ids} ${after}) { subjectIds position } }`;

describe('a subscription', () => {
  it('tells of watched subjects only, and goes on after a position', async () => {
    const url = await app.getUrl();
    const first = new Client(url);
    for (const id of ['watched', 'also']) await register(id);
    const begin = await register('before');
    await first.subscribe(watching('["watched", "also"]', `after: "${begin}"`));
    await register('other');
    const position = await change('watched');
    expect(await first.change()).toEqual({ subjectIds: ['watched'], position });
    await first.close();

    const missed = await change('also');
    const second = new Client(url);
    await second.subscribe(watching('["watched", "also"]', `after: "${position}"`));
    expect(await second.change()).toEqual({ subjectIds: ['also'], position: missed });
    expect(second.messages).toEqual([]);
    await second.close();
  });

  it('is refused for a document that asks wrongly', async () => {
    const client = new Client(await app.getUrl());
    await client.subscribe('subscription { subjectsChanged(subjectIds: ["a"]) { nothing } }');
    const { payload } = await client.next('error');
    expect(JSON.stringify(payload)).toContain('nothing');
    await client.close();
  });

  it.each<[string, string, object | undefined, object]>([
    ['a document', 'subscription { nothing }', undefined, { code: 'INVALID_DOCUMENT' }],
    [
      'an id that nothing is recorded under',
      watching('["nope"]'),
      undefined,
      { code: 'UNKNOWN_SUBJECT', field: 'subjectIds', value: 'nope' },
    ],
    [
      'no subject at all',
      watching('[]'),
      undefined,
      { code: 'INVALID_INPUT', field: 'subjectIds', value: '0' },
    ],
    [
      'what is no position',
      watching('["kept"]', 'after: "abc"'),
      undefined,
      { code: 'INVALID_POSITION', value: 'abc' },
    ],
    [
      'what is no position, as a variable',
      `subscription ($p: Position) { subjectsChanged(subjectIds: ["kept"], after: $p) { seq } }`,
      { p: 'abc' },
      { code: 'INVALID_POSITION', value: 'abc' },
    ],
    [
      'a position that the log does not reach',
      watching('["kept"]', 'after: "99999999"'),
      undefined,
      { code: 'READ_MODEL_BEHIND', field: 'after', value: '99999999', retryable: true },
    ],
  ])('says of %s what is wrong and what to do', async (_what, query, variables, extensions) => {
    await register('kept');
    const client = new Client(await app.getUrl());
    await client.subscribe(query, variables);
    const { payload } = await client.next('error');
    expect(payload?.[0]?.extensions).toMatchObject({ ...extensions, remedy: expect.any(String) });
    await client.close();
  });

  it('is let in by whoever may ask, and never from a page of another site', async () => {
    const status = async (server: NestFastifyApplication, headers: Record<string, string>) => {
      const url = new URL(`${await server.getUrl()}/graphql`);
      return new Promise<number | undefined>((resolve, reject) => {
        const upgrade = request(url, {
          agent: false,
          headers: {
            connection: 'Upgrade',
            upgrade: 'websocket',
            'sec-websocket-version': '13',
            'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==',
            'sec-websocket-protocol': 'graphql-transport-ws',
            ...headers,
          },
        });
        upgrade.on('response', (response) => {
          response.resume();
          resolve(response.statusCode);
        });
        upgrade.on('upgrade', (response, socket) => {
          socket.destroy();
          resolve(response.statusCode);
        });
        upgrade.on('error', reject);
        upgrade.end();
      });
    };
    expect(await status(app, {})).toBe(101);
    expect(await status(app, { origin: 'https://example.org' })).toBe(403);
    expect(await status(withTokens, {})).toBe(401);
    expect(await status(withTokens, { authorization: `Bearer ${TOKEN}` })).toBe(101);
  });
});

describe('a slow client', () => {
  it('loses its connection and nothing is kept for it', async () => {
    let made = 0;
    async function* endless(): AsyncGenerator<number, void, undefined> {
      for (;;) yield Promise.resolve((made += 1));
    }
    const closed: number[] = [];
    const cut = new Promise<void>((resolve) => {
      const socket = { close: (code: number) => closed.push(code), terminate: resolve };
      const values = droppingSlow(endless(), socket, 20);
      void values.next();
    });
    await cut;
    expect(closed).toEqual([1013]);
    expect(made).toBe(1);
  });

  it('that takes every value in time keeps it', async () => {
    const closed: number[] = [];
    const socket = { close: (code: number) => closed.push(code), terminate: () => closed.push(0) };
    async function* three(): AsyncGenerator<number, void, undefined> {
      for (const n of [1, 2, 3]) yield Promise.resolve(n);
    }
    const taken: number[] = [];
    for await (const n of droppingSlow(three(), socket, 1_000)) taken.push(n);
    expect([taken, closed]).toEqual([[1, 2, 3], []]);
  });

  it('that goes away ends what waits for it', async () => {
    let ended = false;
    const values = untilReturned(async function* (signal): AsyncGenerator<number, void, undefined> {
      try {
        await new Promise((resolve) => signal.addEventListener('abort', resolve));
      } finally {
        ended = true;
      }
      yield 1;
    });
    const waiting = values.next();
    await values.return?.();
    await waiting;
    expect(ended).toBe(true);
  });
});
