import type { EventLog } from '#application';
import { openSqliteEventLog } from './sqlite/sqlite-event-log.js';

/** Where a log is kept. */
export type EventLogLocation =
  | { readonly kind: 'sqlite'; readonly file: string; readonly mode: 'read-write' | 'read-only' }
  | { readonly kind: 'eventstoredb'; readonly connectionString: string };

/**
 * Opens the log at a location.
 * An EventStoreDB log opens without connecting: while the cluster is away, its calls say `LOG_UNAVAILABLE`.
 * @throws BanGiaoError as `openSqliteEventLog`, or `INVALID_SETTING` for a connection string that cannot be used.
 */
export async function openEventLog(location: EventLogLocation): Promise<EventLog> {
  switch (location.kind) {
    case 'sqlite':
      return openSqliteEventLog({ file: location.file, mode: location.mode });
    case 'eventstoredb': {
      // The client and its wire protocol are loaded only where they are used.
      const { openEventStoreDbEventLog } = await import('./eventstoredb/eventstoredb-event-log.js');
      return openEventStoreDbEventLog({ connectionString: location.connectionString });
    }
  }
}
