import { afterEach, beforeEach, describe } from '@jest/globals';
import { describeAppends } from './appends.contract.js';
import { describeConcurrency } from './concurrency.contract.js';
import { describeReads } from './reads.contract.js';
import { describeRefusals } from './refusals.contract.js';
import { describeRestart } from './restart.contract.js';
import type { Store, StoreFactory, StoreUnderTest } from './store.js';
import { describeSubscriptions } from './subscriptions.contract.js';

/** What every event log promises, whatever it keeps its events in. */
export function describeEventLogContract(name: string, factory: StoreFactory): void {
  describe(`${name} as an event log`, () => {
    let store: StoreUnderTest;
    beforeEach(async () => {
      store = await factory();
    });
    afterEach(() => store.dispose());
    const current: Store = () => store;

    describeAppends(current);
    describeRefusals(current);
    describeReads(current);
    describeConcurrency(current);
    describeSubscriptions(current);
    describeRestart(current);
  });
}
