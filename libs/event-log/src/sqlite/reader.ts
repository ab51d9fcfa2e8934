import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position, RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain';
import { closed, mapped } from './errors.js';
import { openForReading } from './format.js';
import { toRecorded, type EventRow } from './rows.js';

const COLUMNS = 'position, stream, revision, event_id, type, schema_version, data, metadata, checksum';
const MAX_PAGE = 10_000;

/** Reads the log on a connection of its own; every call gives one page. */
export class Reader {
  private readonly db: DatabaseSync;
  private readonly streamPage: StatementSync;
  private readonly allPage: StatementSync;
  private readonly last: StatementSync;
  private open = true;

  constructor(file: string) {
    this.db = openForReading(file);
    this.streamPage = this.db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.allPage = this.db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.last = this.db.prepare('SELECT max(position) AS position FROM events');
  }

  stream(stream: string, fromRevision: number, maxCount: number): readonly RecordedEnvelope[] {
    return this.rows(() => this.streamPage.all(stream, fromRevision, pageSize(maxCount)));
  }

  all(after: Position | undefined, maxCount: number): readonly RecordedEnvelope[] {
    return this.rows(() => this.allPage.all(toNumber(after), pageSize(maxCount)));
  }

  head(): Position | undefined {
    if (!this.open) throw closed();
    const { position } = this.last.get() as { position: number | null };
    return position === null ? undefined : String(position);
  }

  close(): void {
    if (this.open) this.db.close();
    this.open = false;
  }

  private rows(read: () => unknown): readonly RecordedEnvelope[] {
    if (!this.open) throw closed();
    try {
      return (read() as EventRow[]).map(toRecorded);
    } catch (error) {
      throw mapped(error);
    }
  }
}

/** @throws BanGiaoError `INVALID_POSITION` for anything that this log never gave out. */
export function toNumber(position: Position | undefined): number {
  if (position === undefined) return 0;
  const number = Number(position);
  if (/^\d{1,15}$/.test(position) && Number.isSafeInteger(number)) return number;
  throw new BanGiaoError('INVALID_POSITION', 'This is not a position of the log.', {
    field: 'position',
    value: position,
    remedy: 'Use a position that an answer gave.',
  });
}

function pageSize(maxCount: number): number {
  return Math.max(1, Math.min(Math.floor(maxCount), MAX_PAGE));
}
