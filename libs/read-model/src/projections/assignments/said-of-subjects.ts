import type { Assignment } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';

const REMEMBERED = 20_000;

/** Narrows a search by holder or status to few subjects; what holds on a day is then read from the rectangles. */
export class SaidOfSubjects {
  readonly #written = new Map<string, Set<string>>();
  readonly #rows: BulkInsert<readonly [string, string]>;

  constructor(db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR IGNORE INTO assigned_subjects (said, subject_id) VALUES', 2);
  }

  add({ subjectId, status, holders }: Assignment): void {
    let said = this.#written.get(subjectId);
    if (said === undefined) {
      said = new Set();
      this.#written.set(subjectId, said);
    }
    this.#add(subjectId, status, said);
    for (const holder of holders) this.#add(subjectId, holder.officeId, said);
  }

  #add(subjectId: string, text: string, said: Set<string>): void {
    if (said.has(text)) return;
    said.add(text);
    this.#rows.add(text, subjectId);
  }

  flush(): void {
    this.#rows.flush();
    if (this.#written.size > REMEMBERED) this.#written.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#written.clear();
  }
}
