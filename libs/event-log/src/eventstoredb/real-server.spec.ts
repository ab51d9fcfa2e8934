import { exec } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, it, jest } from '@jest/globals';
import { rebuild } from '#read-model';
import { describeEventLogContract } from '../contract/event-log.contract.js';
import { describeServerBehaviour } from './testing/behaviour/server-behaviour.contract.js';
import { describeCopyLog } from './testing/copy-log.contract.js';
import { describeFailOver } from './testing/fail-over.contract.js';
import { makeRealStore } from './testing/real-servers.js';

const run = promisify(exec);

/**
 * Against real servers, where there are any:
 * `EVENTSTORE_TEST_URL` is their connection string, `EVENTSTORE_TEST_KILL_LEADER` a shell command that kills the
 * leader of that cluster and sees to it that it comes back.
 */
const url = process.env['EVENTSTORE_TEST_URL'] ?? '';
const killLeader = process.env['EVENTSTORE_TEST_KILL_LEADER'] ?? '';

// A store that others fill too is slow to look through.
jest.setTimeout(180_000);

if (url === '') notRun('EVENTSTORE_TEST_URL is not set: no real EventStoreDB was asked');
else {
  describeServerBehaviour('A real server', () => url);
  describeEventLogContract('A real EventStoreDB', () => makeRealStore(url));
  describeCopyLog('A real EventStoreDB', () => makeRealStore(url), {
    units: 'with units',
    digestOf: (log, file) => rebuild({ log, file }),
  });
}

if (url === '' || killLeader === '') {
  notRun('EVENTSTORE_TEST_URL or EVENTSTORE_TEST_KILL_LEADER is not set: no real cluster failed over');
} else {
  describeFailOver('A real cluster', async () => ({
    ...(await makeRealStore(url)),
    killLeader: async () => {
      await run(killLeader);
    },
  }));
}

/** Says that something was not proved, where everybody sees it. */
function notRun(what: string): void {
  process.stderr.write(`NOT RUN: ${what}.\n`);
  describe('real servers', () => {
    it.skip(`NOT RUN: ${what}`, () => undefined);
  });
}
