import { paint, type Assignment, type LocalDate, type ValidInterval } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { bounds, OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';
import { requireInterval, requireText } from '../checks.js';
import type { Projection } from '../projection.js';

/**
 * Who is responsible, as rectangles: a row holds on [valid_from, valid_to) as known on [known_from, known_to).
 * What a row says is in its event. Rows that are known now come together in the key, so today's question is one probe.
 */
export const assignmentsProjection: Projection = {
  name: 'assignments',
  version: 1,
  ddl: `
    CREATE TABLE assignments (
      subject_id TEXT NOT NULL,
      duty_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      valid_from TEXT NOT NULL,
      valid_to TEXT NOT NULL,
      known_from INTEGER NOT NULL,
      event_seq INTEGER NOT NULL,
      status TEXT NOT NULL,
      act_id TEXT,
      PRIMARY KEY (subject_id, duty_id, known_to, valid_from)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE assigned_subjects ( -- what a subject's assignments ever said: offices that held it, statuses
      said TEXT NOT NULL,
      subject_id TEXT NOT NULL,
      PRIMARY KEY (said, subject_id)
    ) STRICT, WITHOUT ROWID;`,
  digested: [
    {
      table: 'assignments',
      columns: 'subject_id, duty_id, known_to, valid_from, valid_to, known_from, event_seq, status, act_id',
      orderBy: 'subject_id, duty_id, known_to, valid_from',
    },
    { table: 'assigned_subjects', columns: 'said, subject_id', orderBy: 'said, subject_id' },
  ],
  writer: (db) => {
    const rectangles = new Rectangles(db);
    const said = new SaidOfSubjects(db);
    return {
      apply(event, seq) {
        switch (event.type) {
          case 'responsibility.assigned':
          case 'responsibility.reassigned':
          case 'responsibility.corrected':
            check(event.data);
            rectangles.paint(event.data, seq);
            said.add(event.data);
            return;
          default:
            return;
        }
      },
      flush() {
        rectangles.flush();
        said.flush();
      },
      clear() {
        rectangles.clear();
        said.clear();
      },
    };
  },
};

function check(assignment: Assignment): void {
  requireText('subjectId', assignment.subjectId);
  requireText('dutyId', assignment.dutyId);
  requireText('explanation', assignment.explanation);
  requireInterval(assignment);
}

interface Rectangle extends ValidInterval {
  readonly knownFrom: number;
  readonly eventSeq: number;
  readonly status: string;
  readonly actId: string | null;
  readonly stored: boolean;
}
interface Pair {
  readonly subjectId: string;
  readonly dutyId: string;
  known: readonly Rectangle[];
}
interface StoredRectangle {
  readonly valid_from: string;
  readonly valid_to: string;
  readonly known_from: number;
  readonly event_seq: number;
  readonly status: string;
  readonly act_id: string | null;
}
type RectangleRow = readonly [string, string, number, string, string, number, number, string, string | null];

/** What is known now of the duties touched by a batch, written when the batch ends. */
class Rectangles {
  readonly #pairs = new Map<string, Pair>();
  readonly #rows: BulkInsert<RectangleRow>;

  constructor(private readonly db: Database) {
    this.#rows = new BulkInsert(
      db,
      `INSERT INTO assignments
         (subject_id, duty_id, known_to, valid_from, valid_to, known_from, event_seq, status, act_id) VALUES`,
      9,
    );
  }

  paint(assignment: Assignment, seq: number): void {
    const pair = this.#pair(assignment.subjectId, assignment.dutyId);
    const { covered, remainders } = paint(pair.known, assignment);
    for (const rectangle of covered) this.#close(pair, rectangle, seq);
    const untouched = covered.length === 0 ? pair.known : pair.known.filter((r) => !covered.includes(r));
    pair.known = [
      ...untouched,
      ...remainders.map((r) => ({ ...r, knownFrom: seq, stored: false })),
      {
        from: assignment.from,
        ...(assignment.to === undefined ? {} : { to: assignment.to }),
        knownFrom: seq,
        eventSeq: seq,
        status: assignment.status,
        actId: assignment.basis.actId ?? null,
        stored: false,
      },
    ];
  }

  flush(): void {
    for (const pair of this.#pairs.values()) {
      for (const rectangle of pair.known) if (!rectangle.stored) this.#insert(pair, rectangle, OPEN_SEQ);
    }
    this.#rows.flush();
    this.#pairs.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#pairs.clear();
  }

  #pair(subjectId: string, dutyId: string): Pair {
    const key = `${subjectId}\n${dutyId}`;
    const touched = this.#pairs.get(key);
    if (touched !== undefined) return touched;
    const rows = this.db.all<StoredRectangle>(
      `SELECT valid_from, valid_to, known_from, event_seq, status, act_id FROM assignments
       WHERE subject_id = ? AND duty_id = ? AND known_to = ${OPEN_SEQ}`,
      subjectId,
      dutyId,
    );
    const pair: Pair = { subjectId, dutyId, known: rows.map(rectangleOf) };
    this.#pairs.set(key, pair);
    return pair;
  }

  #close(pair: Pair, rectangle: Rectangle, seq: number): void {
    if (!rectangle.stored) {
      this.#insert(pair, rectangle, seq);
      return;
    }
    this.db.run(
      `UPDATE assignments SET known_to = ?
       WHERE subject_id = ? AND duty_id = ? AND known_to = ${OPEN_SEQ} AND valid_from = ?`,
      seq,
      pair.subjectId,
      pair.dutyId,
      rectangle.from,
    );
  }

  #insert(pair: Pair, { from, to, knownFrom, eventSeq, status, actId }: Rectangle, knownTo: number): void {
    this.#rows.add([
      pair.subjectId,
      pair.dutyId,
      knownTo,
      from,
      to ?? OPEN_DAY,
      knownFrom,
      eventSeq,
      status,
      actId,
    ]);
  }
}

function rectangleOf(row: StoredRectangle): Rectangle {
  return {
    ...bounds(row.valid_from as LocalDate, row.valid_to),
    knownFrom: row.known_from,
    eventSeq: row.event_seq,
    status: row.status,
    actId: row.act_id,
    stored: true,
  };
}

const REMEMBERED = 200_000;

/** Narrows a search by holder or status to few subjects; what holds on a day is then read from the rectangles. */
class SaidOfSubjects {
  readonly #written = new Set<string>();
  readonly #rows: BulkInsert<readonly [string, string]>;

  constructor(db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR IGNORE INTO assigned_subjects (said, subject_id) VALUES', 2);
  }

  add(assignment: Assignment): void {
    this.#add(assignment.status, assignment.subjectId);
    for (const holder of assignment.holders) this.#add(holder.officeId, assignment.subjectId);
  }

  #add(said: string, subjectId: string): void {
    const key = `${said}\n${subjectId}`;
    if (this.#written.has(key)) return;
    if (this.#written.size >= REMEMBERED) this.#written.clear();
    this.#written.add(key);
    this.#rows.add([said, subjectId]);
  }

  flush(): void {
    this.#rows.flush();
  }

  clear(): void {
    this.#rows.clear();
    this.#written.clear();
  }
}
