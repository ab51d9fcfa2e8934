import { paint, type Assignment, type ValidInterval } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { bounds, OPEN_DAY, OPEN_SEQ } from '../../storage/sentinels.js';

interface Rectangle extends ValidInterval {
  readonly knownFrom: number;
  readonly eventSeq: number;
  readonly status: string;
  readonly actId: string | null;
}
/** What is known now of one duty over one subject; `stored` is what of it the table holds. */
interface Pair {
  readonly subjectId: string;
  readonly dutyId: string;
  known: readonly Rectangle[];
  stored: readonly Rectangle[];
}
interface StoredRectangle {
  readonly duty_id: string;
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

const KEPT_SUBJECTS = 5_000;

/** Told of each rectangle that begins or ends to be what is known, and of each duty that is first assigned over a subject. */
export interface RectangleCount {
  assignedFirst(subjectId: string, dutyId: string): void;
  count(subjectId: string, dutyId: string, rectangle: CountedRectangle, by: 1 | -1): void;
}
export type CountedRectangle = Pick<Rectangle, 'from' | 'to' | 'status' | 'actId'>;

/**
 * What is known now of subjects, kept in memory because events about one come together, and written when a batch
 * ends. Nobody else writes to the table: the projector refuses a checkpoint that is not its own.
 */
export class Rectangles {
  readonly #subjects = new Map<string, Map<string, Pair>>();
  readonly #touched = new Set<Pair>();
  readonly #rows: BulkInsert<RectangleRow>;

  constructor(
    private readonly db: Database,
    private readonly tally: RectangleCount,
  ) {
    this.#rows = new BulkInsert(
      db,
      `INSERT OR FAIL INTO assignments
         (subject_id, duty_id, known_to, valid_from, valid_to, known_from, event_seq, status, act_id) VALUES`,
      9,
    );
  }

  /** Lays the days of an assignment over what was known before. */
  paint(assignment: Assignment, seq: number): void {
    const { subjectId, dutyId } = assignment;
    const pair = this.#pair(subjectId, dutyId);
    if (pair.known.length === 0) this.tally.assignedFirst(subjectId, dutyId);
    const { covered, remainders } = paint(pair.known, assignment);
    for (const rectangle of covered) this.#close(pair, rectangle, seq);
    const untouched = covered.length === 0 ? pair.known : pair.known.filter((r) => !covered.includes(r));
    const left = remainders.map((r) => ({ ...r, knownFrom: seq }));
    const begun = [...left, newRectangle(assignment, seq)];
    for (const rectangle of covered) this.tally.count(subjectId, dutyId, rectangle, -1);
    for (const rectangle of begun) this.tally.count(subjectId, dutyId, rectangle, 1);
    pair.known = [...untouched, ...begun];
    this.#touched.add(pair);
  }

  flush(): void {
    for (const pair of this.#touched) {
      for (const rectangle of pair.known) {
        if (!pair.stored.includes(rectangle)) this.#insert(pair, rectangle, OPEN_SEQ);
      }
      pair.stored = pair.known;
    }
    this.#rows.flush();
    this.#touched.clear();
    if (this.#subjects.size > KEPT_SUBJECTS) this.#subjects.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#touched.clear();
    this.#subjects.clear();
  }

  #pair(subjectId: string, dutyId: string): Pair {
    let pairs = this.#subjects.get(subjectId);
    if (pairs === undefined) {
      pairs = this.#read(subjectId);
      this.#subjects.set(subjectId, pairs);
    }
    let pair = pairs.get(dutyId);
    if (pair === undefined) {
      pair = { subjectId, dutyId, known: [], stored: [] };
      pairs.set(dutyId, pair);
    }
    return pair;
  }

  #read(subjectId: string): Map<string, Pair> {
    const rows = this.db.all<StoredRectangle>(
      `SELECT duty_id, valid_from, valid_to, known_from, event_seq, status, act_id FROM assignments
       WHERE subject_id = ? AND known_to = ${OPEN_SEQ}`,
      subjectId,
    );
    const pairs = new Map<string, Pair>();
    for (const dutyId of new Set(rows.map((row) => row.duty_id))) {
      const known = rows.filter((row) => row.duty_id === dutyId).map(rectangleOf);
      pairs.set(dutyId, { subjectId, dutyId, known, stored: known });
    }
    return pairs;
  }

  #close(pair: Pair, rectangle: Rectangle, seq: number): void {
    if (!pair.stored.includes(rectangle)) {
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

function newRectangle({ from, to, status, basis }: Assignment, seq: number): Rectangle {
  const days = to === undefined ? { from } : { from, to };
  return { ...days, knownFrom: seq, eventSeq: seq, status, actId: basis.actId ?? null };
}

function rectangleOf(row: StoredRectangle): Rectangle {
  return {
    ...bounds(row.valid_from, row.valid_to),
    knownFrom: row.known_from,
    eventSeq: row.event_seq,
    status: row.status,
    actId: row.act_id,
  };
}
