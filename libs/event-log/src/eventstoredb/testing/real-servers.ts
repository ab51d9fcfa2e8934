import { randomUUID } from 'node:crypto';
import type { EventLog } from '#application';
import type { StoreUnderTest } from '../../contract/store.js';
import { openEventStoreDbEventLog } from '../eventstoredb-event-log.js';

/**
 * A log of its own in a store that others use and that nobody empties: its streams have a prefix, and the server
 * gives it no others.
 */
export async function makeRealStore(connectionString: string): Promise<StoreUnderTest> {
  const streamPrefix = `test-${randomUUID()}.`;
  const open = () => openEventStoreDbEventLog({ connectionString, streamPrefix });
  const logs: EventLog[] = [open()];
  return {
    log: logs[0] as EventLog,
    restart: async () => {
      await logs.at(-1)?.close();
      const log = open();
      logs.push(log);
      return log;
    },
    dispose: async () => {
      for (const log of logs) await log.close();
    },
  };
}
