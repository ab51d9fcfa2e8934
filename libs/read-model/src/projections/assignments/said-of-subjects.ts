import { REPORTING_DUTIES, type Assignment } from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';

const REMEMBERED = 20_000;

/** What is said where an office has a duty to report over a subject, or may have it. */
export function reporterKey(officeId: string, dutyId: string): string {
  return `${dutyId} ${officeId}`;
}

/** Narrows a search by holder or status to few subjects; what holds on a day is then read from the rectangles. */
export class SaidOfSubjects {
  readonly #written = new Map<string, Set<string>>();
  readonly #rows: BulkInsert<readonly [string, string]>;

  constructor(db: Database) {
    this.#rows = new BulkInsert(db, 'INSERT OR IGNORE INTO assigned_subjects (said, subject_id) VALUES', 2);
  }

  add({ subjectId, dutyId, status, holders, candidates }: Assignment): void {
    let said = this.#written.get(subjectId);
    if (said === undefined) {
      said = new Set();
      this.#written.set(subjectId, said);
    }
    this.#add(subjectId, status, said);
    for (const { officeId } of holders) this.#add(subjectId, officeId, said);
    if (!REPORTING_DUTIES.includes(dutyId)) return;
    for (const officeId of [...holders.map((h) => h.officeId), ...candidates])
      this.#add(subjectId, reporterKey(officeId, dutyId), said);
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
