import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { BanGiaoError } from '#domain';

/** Marks a file as a log of ours ("BGLG"). */
const APPLICATION_ID = 0x42474c47;
/** Raised when the layout changes; a log of another version is never opened. */
export const FORMAT_VERSION = 1;

const DDL = `
  CREATE TABLE events (
    position INTEGER PRIMARY KEY,
    stream TEXT NOT NULL,
    revision INTEGER NOT NULL,
    event_id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    schema_version INTEGER NOT NULL,
    data TEXT NOT NULL,
    metadata TEXT NOT NULL,
    checksum INTEGER NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;
  CREATE TRIGGER events_are_never_updated BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'recorded events are never changed'); END;
  CREATE TRIGGER events_are_never_deleted BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'recorded events are never deleted'); END;`;

/** Limits for tests of a full disk. */
export interface FormatOptions {
  readonly maxPages?: number;
}

/** Opens the log for the one writer, and makes it where it is missing. What is committed is on disk. */
export function openForWriting(file: string, options: FormatOptions = {}): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 2000;');
    if (options.maxPages !== undefined) db.exec(`PRAGMA max_page_count = ${options.maxPages}`);
    if (isEmpty(db)) create(db);
    requireVersion(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the log for reading beside its writer. */
export function openForReading(file: string): DatabaseSync {
  if (!existsSync(file)) {
    throw new BanGiaoError('LOG_UNAVAILABLE', 'There is no log at this path.', {
      field: 'file',
      value: file,
      remedy: 'Start the service once, or name the data directory of one that ran.',
    });
  }
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5_000 });
  try {
    requireVersion(db, file);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function isEmpty(db: DatabaseSync): boolean {
  const { n } = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as { n: number };
  return n === 0 && pragma(db, 'application_id') === 0;
}

function create(db: DatabaseSync): void {
  db.exec(
    `BEGIN IMMEDIATE; ${DDL} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}; COMMIT;`,
  );
}

function requireVersion(db: DatabaseSync, file: string): void {
  const ours = pragma(db, 'application_id') === APPLICATION_ID;
  const version = pragma(db, 'user_version');
  if (ours && version === FORMAT_VERSION) return;
  const what = ours ? `a log of format ${version}` : 'not a log of this service';
  throw new BanGiaoError(
    'LOG_VERSION_UNSUPPORTED',
    `The file is ${what}; this version reads format ${FORMAT_VERSION}.`,
    {
      field: 'file',
      value: file,
      remedy: 'Open it with the version that wrote it, or name another data directory. Nothing was changed.',
    },
  );
}

function pragma(db: DatabaseSync, name: string): number {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() as Record<string, number>)[0] ?? 0;
}
