import { jest } from '@jest/globals';
import { rebuild } from '#read-model';
import { describeCopyLog } from './testing/copy-log.contract.js';
import { makeTestStore } from './testing/test-store.js';

// The server of the tests lives in the same thread.
jest.setTimeout(120_000);

describeCopyLog('EventStoreDB adapter', makeTestStore, {
  units: 'without units',
  digestOf: (log, file) => rebuild({ log, file }),
});
