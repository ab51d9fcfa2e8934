import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { all, connect, numbered } from '../behaviour/client.js';
import { newAuthorityInFiles } from '../tls/files.js';
import type { Security } from './security.js';
import { startTestServer, type TestServer } from './test-server.js';

const authority = newAuthorityInFiles();
const stranger = newAuthorityInFiles();
const opened: { dispose(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const open of opened.splice(0)) await open.dispose();
});
afterAll(() => {
  authority.remove();
  stranger.remove();
});

async function start(security: Security): Promise<TestServer> {
  const server = await startTestServer({ security });
  opened.push(server);
  return server;
}

function clientOf(connectionString: string): EventStoreDBClient {
  const client = connect(connectionString);
  opened.unshift(client);
  return client;
}

const append = (client: EventStoreDBClient) =>
  client.appendToStream('act-secured', numbered(0), { expectedRevision: NO_STREAM });

describe('TLS', () => {
  it('is spoken with those who trust the authority, and with nobody else', async () => {
    const { connectionString } = await start({ authority });
    const client = clientOf(connectionString);
    expect((await append(client)).success).toBe(true);
    expect(await all(client.readStream('act-secured'))).toHaveLength(1);
    const other = connectionString.replace(
      /tlsCAFile=.*/u,
      `tlsCAFile=${encodeURIComponent(stranger.caFile)}`,
    );
    await expect(append(clientOf(other))).rejects.toMatchObject({ code: 14 });
    await expect(append(clientOf(connectionString.replace(/\?.*/u, '?tls=false')))).rejects.toMatchObject({
      code: 14,
    });
  });
});

describe('a user', () => {
  it('comes in by the right password only', async () => {
    const { connectionString } = await start({ authority, passwords: { clerk: 'ký:tự' } });
    const as = (user: string) => clientOf(connectionString.replace('esdb://', `esdb://${user}@`));
    expect((await append(as(`clerk:${encodeURIComponent('ký:tự')}`))).success).toBe(true);
    await expect(append(as('clerk:guess'))).rejects.toMatchObject({ type: 'access-denied' });
    await expect(append(clientOf(connectionString))).rejects.toMatchObject({ type: 'access-denied' });
    const read = all(clientOf(connectionString).readStream('act-secured'));
    await expect(read).rejects.toMatchObject({ type: 'access-denied' });
  });

  it('comes in by a certificate of the authority in his name', async () => {
    const { connectionString } = await start({ authority, certified: ['clerk'] });
    const client = clientOf(connectionString + authority.userOptions('clerk'));
    expect((await append(client)).success).toBe(true);
    const other = clientOf(connectionString + authority.userOptions('visitor'));
    await expect(append(other)).rejects.toMatchObject({ type: 'access-denied' });
    const forged = clientOf(connectionString + stranger.userOptions('clerk'));
    await expect(append(forged)).rejects.toMatchObject({ code: 14 });
    await expect(append(clientOf(connectionString))).rejects.toMatchObject({ code: 14 });
  });
});
