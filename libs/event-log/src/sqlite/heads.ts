import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { damagedEnd, damagedStream } from './rows.js';

/** Name under which the end of the whole log is kept; no stream is called so. */
const LOG = '';

interface Ends {
  /** As the events say it. */
  readonly found: number | null;
  /** As it was noted when the last of them was written. */
  readonly noted: number | null;
}

/**
 * Where streams and the log end, twice: by their events, and as noted beside them.
 * One damaged page can change one of the two and not both, so that events missing at an end are found out.
 */
export class Heads {
  private readonly ofStream: StatementSync;
  private readonly ofLog: StatementSync;
  private readonly noted: StatementSync;

  /** Without notes, in a log of an earlier format, ends are what the events say. */
  constructor(
    db: DatabaseSync,
    private readonly areNoted: boolean,
  ) {
    const noted = areNoted ? '(SELECT last FROM heads WHERE stream = ?1)' : 'NULL';
    this.noted = db.prepare(
      areNoted ? 'SELECT last FROM heads WHERE stream = ?' : 'SELECT NULL AS last WHERE ?',
    );
    this.ofStream = db.prepare(
      `SELECT (SELECT max(revision) FROM events WHERE stream = ?1) AS found, ${noted} AS noted`,
    );
    this.ofLog = db.prepare(
      `SELECT (SELECT max(position) FROM events) AS found, ${noted} AS noted WHERE ?1 = '${LOG}'`,
    );
  }

  /** Revision of a stream's last event; undefined for a stream without events. */
  revision(stream: string): number | undefined {
    const { found, noted } = this.ofStream.get(stream) as unknown as Ends;
    if (this.areNoted && found !== noted) throw damagedStream(stream, Math.max(found ?? 0, noted ?? 0));
    return found ?? undefined;
  }

  /** Position of the last event; 0 for an empty log. */
  position(): number {
    const { found, noted } = this.ofLog.get(LOG) as unknown as Ends;
    if (this.areNoted && found !== noted) throw damagedEnd(Math.max(found ?? 0, noted ?? 0), found ?? 0);
    return found ?? 0;
  }

  /**
   * Requires that a stream ends where a page of it did.
   * @param readAgain how many events the same page has now: the stream may have gone on since it was read. The next
   * event alone would prove nothing, a damaged index gives it to who asks for it and hides it from who reads up to it.
   */
  requireStreamEnd(stream: string, first: number, count: number, readAgain: () => number): void {
    if (!this.areNoted) return;
    const end = this.notedEnd(stream) ?? -1;
    const next = first + count;
    const isBeyond = count > 0 && end < next - 1;
    const isMissing = end >= next && readAgain() <= count;
    if (isBeyond || isMissing) throw damagedStream(stream, next);
  }

  /**
   * Requires that the log ends where a page of it did, or that whoever asked for more was given that position.
   * @param readAgain how many events the same page has now.
   */
  requireEnd(last: number, count: number, readAgain: () => number): void {
    const end = (this.areNoted ? this.notedEnd(LOG) : this.position()) ?? 0;
    const isMissing = end > last && readAgain() <= count;
    if (isMissing) throw damagedEnd(end, last);
    if (end < last) throw damagedEnd(last, end);
  }

  private notedEnd(stream: string): number | undefined {
    return (this.noted.get(stream) as { last: number } | undefined)?.last;
  }
}

/** Notes where streams and the log end, in the transaction that writes their events. */
export class HeadNotes {
  private readonly note: StatementSync;

  constructor(db: DatabaseSync) {
    this.note = db.prepare(
      'INSERT INTO heads (stream, last) VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET last = excluded.last',
    );
  }

  stream(stream: string, revision: number): void {
    this.note.run(stream, revision);
  }

  log(position: number): void {
    this.note.run(LOG, position);
  }
}
