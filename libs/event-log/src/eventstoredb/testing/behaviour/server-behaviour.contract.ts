import { describe } from '@jest/globals';
import { describeAppends } from './appends.contract.js';
import { describeReads } from './reads.contract.js';

/**
 * What a server does by `eventstoredb.md`, as far as it shows without a fault: it holds for a real one too.
 * `burst`: how many appends of 100 events, back to back, are too much for a live subscription.
 */
export function describeServerBehaviour(name: string, connectionString: () => string, burst = 100): void {
  describe(`${name} as an EventStoreDB`, () => {
    describeAppends(connectionString);
    describeReads(connectionString, burst);
  });
}
