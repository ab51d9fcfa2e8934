import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EventLog } from '#application';
import { titlesOf } from '../contract/collect.js';
import { envelope } from '../contract/fixture.js';
import { openEventStoreDbEventLog } from './eventstoredb-event-log.js';
import { describeFailOver } from './testing/fail-over.contract.js';
import { startTestCluster, type TestCluster } from './testing/index.js';

/** How long the nodes know of no leader after they miss theirs; a real cluster needs about a second. */
const ELECTION_MS = 300;

describeFailOver('A cluster of the tests', async () => {
  const cluster = await startTestCluster();
  const log = openEventStoreDbEventLog({ connectionString: cluster.connectionString });
  return {
    log,
    killLeader: async () => {
      const killed = await cluster.killLeader();
      await wait(ELECTION_MS);
      cluster.forgetLeader();
      await wait(ELECTION_MS);
      cluster.elect();
      await killed.start();
    },
    dispose: async () => {
      await log.close();
      await cluster.dispose();
    },
  };
});

describe('A cluster', () => {
  let cluster: TestCluster;
  const opened: EventLog[] = [];
  const open = (connectionString: string): EventLog => {
    const log = openEventStoreDbEventLog({ connectionString, limits: { attempt: 400 } });
    opened.push(log);
    return log;
  };
  beforeEach(async () => {
    cluster = await startTestCluster();
  });
  afterEach(async () => {
    for (const node of cluster.nodes) node.thaw();
    for (const log of opened.splice(0)) await log.close();
    await cluster.dispose();
  });

  it('whose leader hangs is written to through the next one', async () => {
    const log = open(cluster.connectionString);
    await log.append('act-a', [envelope('a')], 'no-stream');
    cluster.leader?.freeze();
    const appending = log.append('act-a', [envelope('b')], 0);
    await wait(ELECTION_MS);
    cluster.elect();
    expect(await appending).toMatchObject({ revision: 1, alreadyRecorded: false });
    expect(titlesOf(await log.readStream('act-a', 0, { maxCount: 9 }))).toEqual(['a', 'b']);
  });

  it('that is looked for in vain while an older call fails ends no process', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    const log = open(cluster.connectionString);
    const { position } = await log.append('act-a', [envelope('a')], 'no-stream');
    // One read hangs; meanwhile another loses the connection, and no node tells who leads.
    cluster.leader?.faults.silent.arm({ on: ['read'] });
    const hanging = log.readAll(undefined, { maxCount: 1 });
    while (cluster.leader?.faults.silent.struck === 0) await wait(1);
    for (const { faults } of cluster.nodes) faults.unavailable.arm({ times: Infinity });
    const reading = log.head();
    await wait(1_300);
    for (const { faults } of cluster.nodes) faults.clearAll();
    expect(await hanging).toHaveLength(1);
    expect(await reading).toBe(position);
    process.off('unhandledRejection', note);
    expect(unhandled).toEqual([]);
  });

  it('is asked through its leader, whichever node is preferred, where another might answer wrong', async () => {
    const follower = cluster.connectionString.replace('=leader', '=follower');
    const [leader, ...followers] = cluster.nodes;
    expect(cluster.leader).toBe(leader);
    const { position } = await open(cluster.connectionString).append('act-a', [envelope('a')], 'no-stream');
    for (const { faults } of followers) {
      faults.wrongExpectedVersion.arm({ current: 9, times: Infinity });
      faults.cutRead.arm({ afterEvents: 0, times: Infinity });
    }
    expect(titlesOf(await open(follower).readStream('act-a', 0, { maxCount: 9 }))).toEqual(['a']);
    expect(await open(follower).head()).toBe(position);
    const appended = await open(follower).append('act-a', [envelope('b')], 0);
    expect(appended).toMatchObject({ revision: 1, alreadyRecorded: false });
    expect(followers.map(({ faults }) => faults.cutRead.struck)).toEqual([0, 0]);
  });
});
