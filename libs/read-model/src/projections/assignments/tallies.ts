import { localDateAt, type Duty } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { UNKNOWN_DAY } from '../../storage/sentinels.js';
import type { CountedRectangle, RectangleCount } from './rectangles.js';
import { FirstPlaces } from './first-places.js';

type TallyRow = readonly [
  recordedDay: string,
  place: string,
  dutyGroup: string,
  status: string,
  actId: string,
  validDay: string,
  delta: number,
];

/** Not a status: counts each duty ever assigned over a subject. */
export const ASSIGNED = 'ASSIGNED';
const SEPARATOR = '\n';
const REMEMBERED_SUBJECTS = 50_000;

/**
 * Counts, by place and group of duties, what begins to hold on which day, and ends: the answer for a day is the sum of
 * all days before it. What was recorded on one day is counted together, so that a large import leaves few rows.
 */
export class Tallies implements RectangleCount {
  readonly #rows: BulkInsert<TallyRow>;
  readonly #pending = new Map<string, number>();
  readonly #places: FirstPlaces;
  readonly #placeOf = new Map<string, string>();
  readonly #groups = new Map<string, string>();
  #knownAt: string | undefined;
  #day = '';

  constructor(private readonly db: Database) {
    this.#places = new FirstPlaces(db);
    this.#rows = new BulkInsert(
      db,
      `INSERT INTO tallies (recorded_day, place, duty_group, status, act_id, valid_day, delta) VALUES`,
      7,
      'ON CONFLICT DO UPDATE SET delta = delta + excluded.delta',
    );
  }

  /** Told of every event: days of record follow the running maximum of `recordedAt`, as `knownAt` does. */
  at(recordedAt: string): void {
    this.#knownAt ??= this.#lastKnownAt();
    if (recordedAt <= this.#knownAt && this.#day !== '') return;
    if (recordedAt > this.#knownAt) this.#knownAt = recordedAt;
    this.#day = localDateAt(new Date(this.#knownAt));
  }

  assignedFirst(subjectId: string, dutyId: string): void {
    this.#add([this.#place(subjectId), this.#group(dutyId), ASSIGNED, '', UNKNOWN_DAY], 1);
  }

  count(subjectId: string, dutyId: string, { from, to, status, actId }: CountedRectangle, by: 1 | -1): void {
    const counted = [this.#place(subjectId), this.#group(dutyId), status, actId ?? ''];
    this.#add([...counted, from], by);
    if (to !== undefined) this.#add([...counted, to], by === 1 ? -1 : 1);
  }

  flush(): void {
    for (const [key, delta] of this.#pending) {
      if (delta === 0) continue;
      const [day = '', place = '', group = '', status = '', actId = '', validDay = ''] = key.split(SEPARATOR);
      this.#rows.add(day, place, group, status, actId, validDay, delta);
    }
    this.#pending.clear();
    this.#rows.flush();
    // What came to nothing leaves no row, in whatever batches it came.
    this.db.run('DELETE FROM tallies WHERE delta = 0');
    if (this.#placeOf.size > REMEMBERED_SUBJECTS) this.#placeOf.clear();
  }

  clear(): void {
    this.#pending.clear();
    this.#rows.clear();
    this.#placeOf.clear();
    this.#groups.clear();
    this.#knownAt = undefined;
    this.#day = '';
  }

  #add(parts: readonly string[], by: number): void {
    const key = [this.#day, ...parts].join(SEPARATOR);
    this.#pending.set(key, (this.#pending.get(key) ?? 0) + by);
  }

  #place(subjectId: string): string {
    const known = this.#placeOf.get(subjectId);
    if (known !== undefined) return known;
    const place = this.#places.of(subjectId);
    this.#placeOf.set(subjectId, place);
    return place;
  }

  #group(dutyId: string): string {
    const known = this.#groups.get(dutyId);
    if (known !== undefined) return known;
    const row = this.db.get<{ duty: string }>(
      `SELECT duty FROM duty_versions WHERE duty_id = ? ORDER BY known_from LIMIT 1`,
      dutyId,
    );
    // A duty may be catalogued later: what a log says at one place is the same on every machine, kept or read again.
    if (row === undefined) return '';
    const { group } = JSON.parse(row.duty) as Duty;
    this.#groups.set(dutyId, group);
    return group;
  }

  #lastKnownAt(): string {
    return (
      this.db.get<{ recorded_at: string | null }>('SELECT recorded_at FROM checkpoint')?.recorded_at ?? ''
    );
  }
}
