import { setTimeout as wait } from 'node:timers/promises';
import { openEventStoreDbEventLog } from './eventstoredb-event-log.js';
import { describeFailOver } from './testing/fail-over.contract.js';
import { startTestCluster } from './testing/index.js';

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
