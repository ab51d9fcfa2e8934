import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { EventLog } from '#application';
import type { StoreUnderTest } from '../../contract/store.js';
import { openSqliteEventLog } from '../sqlite-event-log.js';

/** A directory for one test. */
export function temporaryDirectory(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'ban-giao-log-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

const TAMPERING = [
  "UPDATE events SET data = '{}'",
  'UPDATE events SET revision = revision + 10',
  'DELETE FROM events',
  'DELETE FROM events WHERE position = 3',
  `REPLACE INTO events SELECT position, stream, revision, event_id, type, schema_version, '{}', metadata, checksum
     FROM events WHERE position = 2`,
  `REPLACE INTO events SELECT 4, stream, 3, event_id, type, schema_version, data, metadata, checksum
     FROM events WHERE position = 1`,
  `REPLACE INTO events SELECT 4, stream, revision, 'another', type, schema_version, data, metadata, checksum
     FROM events WHERE position = 1`,
];

/** A new log in a directory of its own. */
export async function makeSqliteStore(): Promise<StoreUnderTest> {
  const directory = temporaryDirectory();
  const file = join(directory.path, 'log.sqlite');
  const open = () => openSqliteEventLog({ file, mode: 'read-write' });
  const logs: EventLog[] = [await open()];
  return {
    log: logs[0] as EventLog,
    restart: async () => {
      await logs.at(-1)?.close();
      const log = await open();
      logs.push(log);
      return log;
    },
    dispose: async () => {
      for (const log of logs) await log.close();
      directory.remove();
    },
    waysToTamper: TAMPERING.map((sql) => ({ name: sql, run: async () => runDirectly(file, sql) })),
  };
}

/** Runs SQL on the log's file with no part of the adapter in between. */
export function runDirectly(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}
