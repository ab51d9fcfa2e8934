import type { EventLog } from '#application';
import type { StoreUnderTest } from '../../contract/store.js';
import { openEventStoreDbEventLog } from '../eventstoredb-event-log.js';
import { startTestServer } from './server/test-server.js';

/** A server of the tests with nothing in it but what servers write of themselves, and a log on it. */
export async function makeTestStore(): Promise<StoreUnderTest> {
  const server = await startTestServer();
  const { connectionString } = server;
  const open = () => openEventStoreDbEventLog({ connectionString });
  const logs: EventLog[] = [open()];
  return {
    log: logs[0] as EventLog,
    restart: async () => {
      await logs.at(-1)?.close();
      await server.stop();
      await server.start();
      const log = open();
      logs.push(log);
      return log;
    },
    dispose: async () => {
      for (const log of logs) await log.close();
      await server.dispose();
    },
  };
}
