import { jest } from '@jest/globals';
import { describeEventLogContract } from '../contract/event-log.contract.js';
import { makeTestStore } from './testing/test-store.js';

// Ten thousand appends go over the wire, and the server of the tests lives in the same thread.
jest.setTimeout(120_000);

describeEventLogContract('EventStoreDB adapter', makeTestStore);
