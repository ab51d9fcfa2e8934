import type { ChangeReads, Position } from '#application/ports';
import type { Connection } from '../../connection.js';
import { readCheckpoint } from '../../follow/checkpoint.js';
import { parsePosition } from '../../follow/positions.js';
import { linkName } from './links.js';
import { postings } from './postings.js';

/** Changes, out of what every event is linked with. */
export class ChangeQueries implements ChangeReads {
  constructor(private readonly connection: () => Connection) {}

  changedSubjects(subjectIds: readonly string[], afterSeq: number, upToSeq: number): readonly string[] {
    const { db } = this.connection();
    return subjectIds.filter(
      (id) => postings(db, linkName('subject', id), upToSeq)(afterSeq + 1) !== undefined,
    );
  }

  /** Positions rise with the numbers of events, so that the place is found by halving. */
  seqAt(position: Position): number {
    const wanted = parsePosition(position);
    const { db } = this.connection();
    let last = 0;
    let beyond = readCheckpoint(db).seq + 1;
    while (beyond - last > 1) {
      const middle = Math.floor((last + beyond) / 2);
      const row = db.get<{ position: string }>('SELECT position FROM events WHERE seq = ?', middle);
      if (row !== undefined && BigInt(row.position) <= wanted) last = middle;
      else beyond = middle;
    }
    return last;
  }
}
