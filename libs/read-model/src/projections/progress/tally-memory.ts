import type { LocalDate } from '#domain';
import type { Database } from '../../storage/database.js';

interface StoredTally {
  readonly recorded_day: string;
  readonly valid_day: string;
  readonly place: string;
  readonly duty_group: string;
  readonly status: string;
  readonly act_id: string;
  readonly delta: number;
}
interface Cell {
  readonly place: string;
  readonly duty_group: string;
  readonly status: string;
}

/** How many there are of a place, a group and a status. */
export type CellCount = Cell & { readonly count: number };

/** Numbers of one row: day of record, first day, cell, act, and by how much. */
const WIDTH = 5;

/**
 * The tallies of days of record that have ended, in memory and as numbers: they never change again, and a question
 * about a day adds up many of them.
 */
export class TallyMemory {
  readonly #cells: Cell[] = [];
  readonly #cellNumbers = new Map<string, number>();
  readonly #acts = new Map<string, number>();
  #rows = new Int32Array(0);
  #before = '';

  /** First day of record that is not in memory. */
  get before(): string {
    return this.#before;
  }

  /** Takes in the days of record that have ended: all but the last. */
  load(db: Database): void {
    const last = db.get<{ day: string | null }>('SELECT max(recorded_day) AS day FROM tallies');
    const before = last?.day ?? '';
    if (before <= this.#before) return;
    const stored = db.all<StoredTally>(
      `SELECT recorded_day, valid_day, place, duty_group, status, act_id, delta FROM tallies
       WHERE recorded_day >= ? AND recorded_day < ? ORDER BY recorded_day`,
      this.#before,
      before,
    );
    const rows = new Int32Array(this.#rows.length + WIDTH * stored.length);
    rows.set(this.#rows);
    stored.forEach((row, i) => rows.set(this.#numbersOf(row), this.#rows.length + WIDTH * i));
    this.#rows = rows;
    this.#before = before;
  }

  /**
   * What was counted on days of record up to one, for a day, and what is added to it; what rests on one of these acts
   * is left out.
   */
  sum(
    recordedDay: string,
    validAt: LocalDate,
    lapsed: readonly string[],
    added: readonly CellCount[],
  ): readonly CellCount[] {
    const extra = added.map((row) => [this.#cellOf(row), row.count] as const);
    const counts = new Int32Array(this.#cells.length);
    const left = new Set(lapsed.map((actId) => this.#acts.get(actId)));
    const [lastRecorded, lastValid] = [numberOf(recordedDay), numberOf(validAt)];
    const rows = this.#rows;
    const at = (i: number) => rows[i] ?? 0;
    for (let i = 0; i < rows.length; i += WIDTH) {
      if (at(i) > lastRecorded) break;
      if (at(i + 1) > lastValid || (left.size > 0 && left.has(at(i + 3)))) continue;
      counts[at(i + 2)] = (counts[at(i + 2)] ?? 0) + at(i + 4);
    }
    for (const [cell, count] of extra) counts[cell] = (counts[cell] ?? 0) + count;
    return this.#cells.flatMap((cell, i) => (counts[i] === 0 ? [] : [{ ...cell, count: counts[i] ?? 0 }]));
  }

  #numbersOf(row: StoredTally): readonly number[] {
    const cell = this.#cellOf(row);
    const act = numberIn(this.#acts, row.act_id);
    return [numberOf(row.recorded_day), numberOf(row.valid_day), cell, act, row.delta];
  }

  #cellOf({ place, duty_group, status }: Cell): number {
    const cell = numberIn(this.#cellNumbers, [place, duty_group, status].join('\n'));
    this.#cells[cell] ??= { place, duty_group, status };
    return cell;
  }
}

function numberIn(numbers: Map<string, number>, text: string): number {
  const number = numbers.get(text) ?? numbers.size;
  numbers.set(text, number);
  return number;
}

/** A day as a number that sorts as the day does. */
function numberOf(day: string): number {
  return Number(day.replaceAll('-', ''));
}
