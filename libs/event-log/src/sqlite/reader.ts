import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position, RecordedEnvelope } from '#application';
import { BanGiaoError } from '#domain/errors';
import { closed } from '../shared/log-errors.js';
import { pageSize, revisionFrom } from '../shared/read-arguments.js';
import { mapped } from './errors.js';
import { hasHeads, openForReading } from './format.js';
import { Heads } from './heads.js';
import { COLUMNS, damaged, damagedStream, RowDecoder, type EventRow } from './rows.js';

/** Places in a row. */
const POSITION = 0;
const STREAM = 1;
const REVISION = 2;
const DATA = 6;
const METADATA = 7;

/** Bounds of one page; the page holds at least one event, however large. */
export interface PageBounds {
  readonly maxCount: number;
  /** Of text, in UTF-16 units. */
  readonly maxLength?: number;
}

/** Reads the log on a connection of its own; every call gives one page. */
export class Reader {
  private readonly db: DatabaseSync;
  private readonly streamPage: StatementSync;
  private readonly allPage: StatementSync;
  private readonly heads: Heads;
  private readonly decoder = new RowDecoder();
  private open = true;

  constructor(file: string) {
    this.db = openForReading(file);
    this.streamPage = this.db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE stream = ? AND revision >= ? ORDER BY revision LIMIT ?`,
    );
    this.allPage = this.db.prepare(
      `SELECT ${COLUMNS} FROM events WHERE position > ? ORDER BY position LIMIT ?`,
    );
    this.streamPage.setReturnArrays(true);
    this.allPage.setReturnArrays(true);
    this.heads = new Heads(this.db, hasHeads(this.db));
  }

  stream(stream: string, fromRevision: number, { maxCount }: PageBounds): readonly RecordedEnvelope[] {
    const first = revisionFrom(fromRevision);
    const count = pageSize(maxCount);
    return named(() => {
      const rows = this.streamPage.all(stream, first, count) as unknown as readonly EventRow[];
      const foreign = rows.find((row) => row[STREAM] !== stream);
      if (foreign !== undefined) throw damagedStream(stream, first);
      const events = this.decoded(rows, REVISION, first);
      if (rows.length < count) {
        const readAgain = () => this.streamPage.all(stream, first, count).length;
        this.heads.requireStreamEnd(stream, first, rows.length, readAgain);
      }
      return events;
    });
  }

  all(after: Position | undefined, { maxCount, maxLength }: PageBounds): readonly RecordedEnvelope[] {
    const last = toNumber(after);
    const count = pageSize(maxCount);
    return named(() => {
      // All at once is faster, one by one can stop in between.
      const rows =
        maxLength === undefined
          ? (this.allPage.all(last, count) as unknown as readonly EventRow[])
          : upTo(maxLength, this.allPage.iterate(last, count));
      const events = this.decoded(rows, POSITION, last + 1);
      if (rows.length < count && !isLong(rows, maxLength)) {
        const readAgain = () => this.allPage.all(last, count).length;
        this.heads.requireEnd(last + rows.length, rows.length, readAgain);
      }
      return events;
    });
  }

  head(): Position | undefined {
    this.requireOpen();
    const position = named(() => this.heads.position());
    return position === 0 ? undefined : String(position);
  }

  requireOpen(): void {
    if (!this.open) throw closed();
  }

  close(): void {
    if (this.open) this.db.close();
    this.open = false;
  }

  /** Both counters go up by one from event to event: a row that is missing is found here. */
  private decoded(
    rows: readonly EventRow[],
    counter: typeof POSITION | typeof REVISION,
    first: number,
  ): readonly RecordedEnvelope[] {
    return rows.map((row, i) => {
      if (row[counter] === first + i) return this.decoder.decode(row);
      throw damaged(row[POSITION], `Before position ${row[POSITION]} an event is missing.`);
    });
  }
}

/** @throws BanGiaoError for whatever SQLite says. */
function named<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw mapped(error);
  }
}

function upTo(maxLength: number, rows: Iterable<unknown>): readonly EventRow[] {
  const taken: EventRow[] = [];
  let length = 0;
  for (const row of rows as Iterable<EventRow>) {
    taken.push(row);
    length += lengthOf(row);
    if (length >= maxLength) break;
  }
  return taken;
}

function isLong(rows: readonly EventRow[], maxLength: number | undefined): boolean {
  return maxLength !== undefined && rows.reduce((sum, row) => sum + lengthOf(row), 0) >= maxLength;
}

/** A damaged row may hold no text. */
function lengthOf(row: EventRow): number {
  return String(row[DATA]).length + String(row[METADATA]).length;
}

/** @throws BanGiaoError `INVALID_POSITION` for anything that this log never gave out. */
function toNumber(position: Position | undefined): number {
  if (position === undefined) return 0;
  if (/^[1-9]\d{0,14}$/.test(position)) return Number(position);
  throw new BanGiaoError('INVALID_POSITION', 'This is not a position of the log.', {
    field: 'position',
    value: position,
    remedy: 'Use a position that an answer gave.',
  });
}
