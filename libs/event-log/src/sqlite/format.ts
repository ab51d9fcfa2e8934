import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { BanGiaoError } from '#domain/errors';
import { requireSoundWal } from './wal.js';

/** Marks a file as a log of ours ("BGLG"). */
const APPLICATION_ID = 0x42474c47;
/** Raised when the layout changes; a log of a later version is never opened. */
export const FORMAT_VERSION = 2;
/** Has no heads; read as it is, and given them by whoever opens it for writing. */
const WITHOUT_HEADS = 1;

/**
 * Where each stream ends, and under the empty name where the log ends. It is kept apart from the events and their
 * indexes, so that a damaged page cannot hide the last events of a stream, or of the log, without being found out.
 */
const HEADS = `
  CREATE TABLE heads (stream TEXT PRIMARY KEY, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;`;

/**
 * Positions count 1, 2, 3, … without a gap, so that a lost row is found on reading.
 * The last trigger is there because REPLACE deletes without asking the one that refuses deletes.
 */
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
    BEGIN SELECT RAISE(ABORT, 'recorded events are never deleted'); END;
  CREATE TRIGGER events_are_never_replaced BEFORE INSERT ON events
    WHEN NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM events)
      OR EXISTS (SELECT 1 FROM events WHERE event_id = NEW.event_id)
      OR EXISTS (SELECT 1 FROM events WHERE stream = NEW.stream AND revision = NEW.revision)
    BEGIN SELECT RAISE(ABORT, 'recorded events are never replaced'); END;
  ${HEADS}`;

/** Opens the log for the one writer, and makes it where it is missing. What is committed is on disk. */
export function openForWriting(file: string): DatabaseSync {
  requireSoundWal(file);
  const db = new DatabaseSync(file, { timeout: 5_000 });
  try {
    const isNew = isEmpty(db);
    if (!isNew) requireVersion(db, file);
    requireWal(db, file);
    db.exec('PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -65536;');
    if (isNew) create(db);
    else if (!hasHeads(db)) addHeads(db);
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

/** False for a log that an earlier version wrote and nobody has opened for writing since. */
export function hasHeads(db: DatabaseSync): boolean {
  return pragma(db, 'user_version') !== WITHOUT_HEADS;
}

function addHeads(db: DatabaseSync): void {
  db.exec(`
    BEGIN IMMEDIATE;
    ${HEADS}
    INSERT INTO heads SELECT stream, max(revision) FROM events GROUP BY stream;
    INSERT INTO heads SELECT '', max(position) FROM events HAVING max(position) IS NOT NULL;
    PRAGMA user_version = ${FORMAT_VERSION};
    COMMIT;`);
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

/** @throws BanGiaoError `LOG_UNAVAILABLE` on a file system that cannot share memory between readers and writer. */
function requireWal(db: DatabaseSync, file: string): void {
  if (pragma(db, 'journal_mode = WAL') === 'wal') return;
  throw new BanGiaoError('LOG_UNAVAILABLE', 'The file system cannot hold a write-ahead log.', {
    field: 'file',
    value: file,
    remedy: 'Name a data directory on a local disk.',
  });
}

/** @throws BanGiaoError `LOG_VERSION_UNSUPPORTED` for a log of another format, or a database of another program. */
function requireVersion(db: DatabaseSync, file: string): void {
  const ours = pragma(db, 'application_id') === APPLICATION_ID;
  const version = pragma(db, 'user_version');
  if (ours && (version === FORMAT_VERSION || version === WITHOUT_HEADS)) return;
  const what = ours ? `a log of format ${version}` : 'not a log of this service';
  throw new BanGiaoError(
    'LOG_VERSION_UNSUPPORTED',
    `The file is ${what}; this version reads formats ${WITHOUT_HEADS} and ${FORMAT_VERSION}.`,
    {
      field: 'file',
      value: file,
      remedy: 'Open it with the version that wrote it, or name another data directory. Nothing was changed.',
    },
  );
}

function pragma(db: DatabaseSync, name: string): string | number | undefined {
  return Object.values(db.prepare(`PRAGMA ${name}`).get() as Record<string, string | number>)[0];
}
