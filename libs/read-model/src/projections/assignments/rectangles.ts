import { paint, type Assignment, type ValidInterval } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { bounds, OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';

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
type RectangleRow = readonly [
  subjectId: string,
  dutyId: string,
  knownTo: number,
  from: string,
  to: string,
  knownFrom: number,
  eventSeq: number,
  status: string,
  actId: string | null,
];

/** What is known now of the duties touched by a batch, written when the batch ends. */
export class Rectangles {
  readonly #pairs = new Map<string, Pair>();
  readonly #rows: BulkInsert<RectangleRow>;

  constructor(private readonly db: Database) {
    this.#rows = new BulkInsert(
      db,
      `INSERT OR FAIL INTO assignments
         (subject_id, duty_id, known_to, valid_from, valid_to, known_from, event_seq, status, act_id) VALUES`,
      9,
    );
  }

  /** Lays the days of an assignment over what was known before. */
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

  #insert({ subjectId, dutyId }: Pair, rectangle: Rectangle, knownTo: number): void {
    const { from, to, knownFrom, eventSeq, status, actId } = rectangle;
    this.#rows.add(subjectId, dutyId, knownTo, from, to ?? OPEN_DAY, knownFrom, eventSeq, status, actId);
  }
}

function rectangleOf(row: StoredRectangle): Rectangle {
  return {
    ...bounds(row.valid_from, row.valid_to),
    knownFrom: row.known_from,
    eventSeq: row.event_seq,
    status: row.status,
    actId: row.act_id,
    stored: true,
  };
}
