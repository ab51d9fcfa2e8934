import { describe } from '@jest/globals';
import { describeAppends } from './appends.contract.js';
import { describeReads } from './reads.contract.js';

/** What a server does by `eventstoredb.md`, as far as it shows without a fault: it holds for a real one too. */
export function describeServerBehaviour(name: string, connectionString: () => string): void {
  describe(`${name} as an EventStoreDB`, () => {
    describeAppends(connectionString);
    describeReads(connectionString);
  });
}
