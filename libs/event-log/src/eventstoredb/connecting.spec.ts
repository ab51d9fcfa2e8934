import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { envelope } from '../contract/fixture.js';
import { openEventLog } from '../open-event-log.js';
import { readConnectionString } from './client/connection-string.js';
import { openEventStoreDbEventLog } from './eventstoredb-event-log.js';
import {
  newAuthorityInFiles,
  startTestCluster,
  startTestServer,
  type AuthorityInFiles,
  type TestServer,
} from './testing/index.js';

const PASSWORD = 'nghìn:lẻ@một/%';
const SECRET = /ngh|l%E1|%40m|m%E1/;
const encoded = (password: string) => encodeURIComponent(password);

let authority: AuthorityInFiles;
const ending: (() => Promise<void>)[] = [];
beforeAll(() => {
  authority = newAuthorityInFiles();
});
afterAll(() => authority.remove());
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end();
});

async function serverWith(security: object): Promise<TestServer> {
  const server = await startTestServer({ security: { authority, ...security } });
  ending.push(() => server.dispose());
  return server;
}

/** What a fresh log says to an append. */
async function outcome(connectionString: string): Promise<unknown> {
  const log = openEventStoreDbEventLog({ connectionString, limits: { append: 1_500, attempt: 700 } });
  ending.push(() => log.close());
  try {
    return (await log.append('act-1', [envelope()], 'no-stream')).revision;
  } catch (error) {
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(SECRET);
    return (error as { readonly code: string }).code;
  }
}

describe('a connection string', () => {
  it('brings user and password over TLS', async () => {
    const server = await serverWith({ passwords: { admin: PASSWORD } });
    const as = (user: string) => server.connectionString.replace('://', `://${user}@`);
    expect(await outcome(as(`admin:${encoded('another')}`))).toBe('LOG_ACCESS_DENIED');
    expect(await outcome(server.connectionString)).toBe('LOG_ACCESS_DENIED');
    expect(await outcome(as(`admin:${encoded(PASSWORD)}`))).toBe(0);
  });

  it("brings a user's certificate", async () => {
    const server = await serverWith({ certified: ['bangiao'] });
    const as = (user: string) => `${server.connectionString}${authority.userOptions(user)}`;
    expect(await outcome(as('bangiao'))).toBe(0);
    expect(await outcome(as('somebody'))).toBe('LOG_ACCESS_DENIED');
    expect(await outcome(server.connectionString)).toBe('LOG_UNAVAILABLE');
  });

  it('names the authority that signed the servers; others are not believed', async () => {
    const server = await serverWith({});
    const stranger = newAuthorityInFiles();
    ending.push(async () => stranger.remove());
    const other = server.connectionString.replace(encoded(authority.caFile), encoded(stranger.caFile));
    expect(await outcome(other)).toBe('LOG_UNAVAILABLE');
    expect(await outcome(server.connectionString)).toBe(0);
  });

  it.each(['esdb', 'kurrentdb', 'kurrent'])(
    'may begin with %s, and name a cluster to be found',
    async (scheme) => {
      const cluster = await startTestCluster();
      ending.push(() => cluster.dispose());
      const seeds = cluster.connectionString.replace('esdb', scheme);
      const found = `${scheme}+discover://127.0.0.1:${cluster.nodes[1]?.port}?tls=false`;
      for (const connectionString of [seeds, found]) {
        const log = await openEventLog({ kind: 'eventstoredb', connectionString });
        ending.push(() => log.close());
        expect(
          await log.append(`act-${scheme}-${connectionString.length}`, [envelope()], 'no-stream'),
        ).toMatchObject({ revision: 0 });
      }
    },
  );

  it('gives the client what it says, and its options in any spelling', () => {
    const text = `kurrentdb://ad%C3%ADn:${encoded(PASSWORD)}@a:1,b:2/?TLS=false&node-preference=follower&defaultDeadline=5`;
    expect(readConnectionString(text)).toEqual({
      nodes: {
        endpoints: [
          { address: 'a', port: 1 },
          { address: 'b', port: 2 },
        ],
        nodePreference: 'follower',
        gossipTimeout: 2,
      },
      channel: { insecure: true },
      credentials: { username: 'adín', password: PASSWORD },
    });
    expect(readConnectionString('esdb://a').nodes).toEqual({ endpoint: { address: 'a', port: 2113 } });
  });

  it.each([
    ['of another kind', 'postgres://admin:nghìn@a:1'],
    ['without a host', 'esdb://'],
    ['without a host, but with a user', 'esdb://admin:nghìn@'],
    ['with a port that is none', 'esdb://admin:nghìn@a:99999'],
    ['with a port that is a word', 'esdb://admin:nghìn@a:port'],
    ['without a password', 'esdb://nghìn@a:1'],
    ['with a password that is not encoded', 'esdb://admin:nghìn:lẻ@a:1'],
    ['with a password that reaches into the options', 'esdb://admin:a?nghìn&nghìn@a:1'],
    ['with a broken encoding', 'esdb://admin:nghìn%E@a:1'],
    ['with an option that nobody knows', 'esdb://admin:nghìn@a:1?verbose=true'],
    ['that trusts everybody', 'esdb://admin:nghìn@a:1?tlsVerifyCert=false'],
    ['with an option without a value', 'esdb://admin:nghìn@a:1?tls'],
    ['with a preference that is none', 'esdb://admin:nghìn@a:1?nodePreference=nearest'],
    ['with an authority that is not there', 'esdb://admin:nghìn@a:1?tlsCAFile=/none/nghìn.pem'],
    ['with a certificate without its key', 'esdb://admin:nghìn@a:1?userCertFile=/none/nghìn.pem'],
  ])('%s is refused, and nothing of it is told', async (_, connectionString) => {
    const said = [jest.spyOn(console, 'warn'), jest.spyOn(process.stderr, 'write')].map((spy) =>
      spy.mockImplementation((() => true) as never),
    );
    const opening = openEventLog({ kind: 'eventstoredb', connectionString });
    const error: unknown = await opening.catch((e: unknown) => e);
    expect(said.flatMap((spy) => spy.mock.calls)).toEqual([]);
    for (const spy of said) spy.mockRestore();
    expect(error).toMatchObject({ code: 'INVALID_SETTING', field: 'EVENTSTORE_URL', value: '(set)' });
    expect(inspect(error, { depth: 10, showHidden: true })).not.toMatch(SECRET);
  });
});
