import {
  evolveQuestions,
  tasksOfQuestions,
  type AnsweringDays,
  type Duty,
  type OpenQuestions,
  type OpenTask,
  type RecordedAssignment,
} from '#domain';
import { BulkInsert } from '../../storage/bulk-insert.js';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';

const CATALOGUE = `SELECT duty FROM duty_versions WHERE known_to = ${OPEN_SEQ}`;
const KEPT_SUBJECTS = 5_000;

/** What the ledger leaves open over each subject now; kept in memory, because assignments of one come together. */
export class LedgerQuestions {
  readonly #subjects = new Map<string, OpenQuestions | undefined>();
  readonly #changed = new Set<string>();
  readonly #rows: BulkInsert<readonly [string, string]>;
  #investors: Set<string> | undefined;

  constructor(private readonly db: Database) {
    this.#rows = new BulkInsert(
      db,
      'INSERT OR REPLACE INTO task_questions (subject_id, questions) VALUES',
      2,
    );
  }

  /** The tasks of the subject after one more assignment; undefined where it changes none. */
  take(assignment: RecordedAssignment): readonly OpenTask[] | undefined {
    const { subjectId } = assignment;
    const before = this.#of(subjectId);
    const after = evolveQuestions(before, assignment, (dutyId) => this.#isInvestors(dutyId));
    if (after === before || (before === undefined && isEmpty(after))) return undefined;
    this.#subjects.set(subjectId, after);
    this.#changed.add(subjectId);
    return tasksOfQuestions(after);
  }

  /** Who answers questions over the subject, and holds the duties of its procedures, by what is recorded now. */
  answering(subjectId: string): readonly AnsweringDays[] {
    return this.#of(subjectId)?.answering ?? [];
  }

  /** Whose a duty is follows from the catalogue as it is known. */
  catalogued({ dutyId, rules }: Duty): void {
    const investors = this.#investorDuties();
    if (rules.some(({ holderLevel }) => holderLevel === 'CHU_DAU_TU')) investors.add(dutyId);
    else investors.delete(dutyId);
  }

  flush(): void {
    for (const subjectId of this.#changed) {
      const questions = this.#subjects.get(subjectId);
      if (questions !== undefined) this.#rows.add(subjectId, JSON.stringify(questions));
    }
    this.#rows.flush();
    this.#changed.clear();
    if (this.#subjects.size > KEPT_SUBJECTS) this.#subjects.clear();
  }

  clear(): void {
    this.#rows.clear();
    this.#changed.clear();
    this.#subjects.clear();
    this.#investors = undefined;
  }

  #of(subjectId: string): OpenQuestions | undefined {
    if (!this.#subjects.has(subjectId)) this.#subjects.set(subjectId, this.#read(subjectId));
    return this.#subjects.get(subjectId);
  }

  #read(subjectId: string): OpenQuestions | undefined {
    const sql = 'SELECT questions FROM task_questions WHERE subject_id = ?';
    const row = this.db.get<{ questions: string }>(sql, subjectId);
    return row && (JSON.parse(row.questions) as OpenQuestions);
  }

  #isInvestors(dutyId: string): boolean {
    return this.#investorDuties().has(dutyId);
  }

  #investorDuties(): Set<string> {
    if (this.#investors !== undefined) return this.#investors;
    this.#investors = new Set();
    for (const { duty } of this.db.all<{ duty: string }>(CATALOGUE))
      this.catalogued(JSON.parse(duty) as Duty);
    return this.#investors;
  }
}

function isEmpty({ open, answering }: OpenQuestions): boolean {
  return open.length === 0 && answering.length === 0;
}
