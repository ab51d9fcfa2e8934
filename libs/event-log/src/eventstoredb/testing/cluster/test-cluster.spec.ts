import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NO_STREAM, type EventStoreDBClient } from '@eventstore/db-client';
import { all, connect, numbered } from '../behaviour/client.js';
import { startTestCluster, type TestCluster } from './test-cluster.js';

const STREAM = 'act-cluster';
const requiresLeader = true;

let cluster: TestCluster;
let client: EventStoreDBClient;
const others: EventStoreDBClient[] = [];
beforeEach(async () => {
  cluster = await startTestCluster();
  client = connect(cluster.connectionString);
  await client.appendToStream(STREAM, numbered(0, 1), { expectedRevision: NO_STREAM, requiresLeader });
});
afterEach(async () => {
  await cluster.dispose();
  for (const made of [client, ...others.splice(0)]) await made.dispose();
});

/** A client of one node alone. */
const clientOf = (node: number): EventStoreDBClient => {
  const made = connect(cluster.nodes[node]?.connectionString ?? '');
  others.push(made);
  return made;
};

describe('a cluster', () => {
  it('tells by gossip who leads', async () => {
    expect(cluster.leader).toBe(cluster.nodes[0]);
    expect(cluster.model.events).toHaveLength(2);
    cluster.elect(cluster.nodes[2]);
    const fresh = connect(cluster.connectionString);
    others.push(fresh);
    await cluster.nodes[0]?.stop();
    await cluster.nodes[1]?.stop();
    expect(await all(fresh.readStream(STREAM, { requiresLeader }))).toHaveLength(2);
  });

  it('has followers that name the leader where it is asked for, and pass writes on where not', async () => {
    const follower = clientOf(1);
    const asked = follower.appendToStream(STREAM, numbered(2), { expectedRevision: 1n, requiresLeader });
    const leader = { address: '127.0.0.1', port: cluster.leader?.port };
    await expect(asked).rejects.toMatchObject({ type: 'not-leader', leader });
    const read = all(clientOf(2).readStream(STREAM, { requiresLeader }));
    await expect(read).rejects.toMatchObject({ type: 'not-leader', leader });
    expect(await all(clientOf(2).readStream(STREAM))).toHaveLength(2);
    const passedOn = await clientOf(2).appendToStream(STREAM, numbered(2), { expectedRevision: 1n });
    expect(passedOn.nextExpectedRevision).toBe(2n);
  });

  it('without its leader names the dead one, times out, is not ready, and goes on reading', async () => {
    const killed = await cluster.killLeader();
    const append = (requires: boolean) =>
      clientOf(1).appendToStream(STREAM, numbered(2), { requiresLeader: requires });
    await expect(append(true)).rejects.toMatchObject({ type: 'not-leader', leader: { port: killed.port } });
    await expect(append(false)).rejects.toMatchObject({ type: 'deadline-exceeded' });
    cluster.forgetLeader();
    await expect(append(true)).rejects.toMatchObject({ message: 'Could not recognize Server Is Not Ready' });
    expect(await all(clientOf(1).readStream(STREAM))).toHaveLength(2);
    await expect(all(clientOf(1).readStream(STREAM, { requiresLeader }))).rejects.toMatchObject({
      ...{ type: 'unavailable', code: 14 },
    });
  });

  it('takes an append again, with the same ids, from the same client, under a new leader', async () => {
    const events = numbered(2);
    const errors: unknown[] = [];
    const append = async () => {
      for (;;) {
        try {
          return await client.appendToStream(STREAM, events, { expectedRevision: 1n, requiresLeader });
        } catch (error) {
          errors.push(error);
          await wait(20);
        }
      }
    };
    const answersLost = cluster.leader?.faults.answerLost;
    answersLost?.arm({});
    const appending = append();
    while (answersLost?.struck === 0) await wait(5);
    const killed = await cluster.killLeader();
    expect(cluster.elect()).not.toBe(killed);
    expect((await appending).nextExpectedRevision).toBe(2n);
    expect(errors).not.toHaveLength(0);
    expect(cluster.model.events).toHaveLength(3);
    await killed.start();
    expect(await all(clientOf(0).readStream(STREAM))).toHaveLength(3);
  });

  it('that is down as a whole is not found', async () => {
    for (const node of cluster.nodes) await node.stop();
    const fresh = connect(`${cluster.connectionString}&maxDiscoverAttempts=2&discoveryInterval=10`);
    await expect(fresh.appendToStream(STREAM, numbered(2))).rejects.toThrow('Failed to discover after 2');
  });
});
