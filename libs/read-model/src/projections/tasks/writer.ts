import type { RecordedEnvelope } from '#application/ports';
import type { Database } from '../../storage/database.js';
import { requireDay, requireText } from '../checks.js';
import type { ProjectionWriter } from '../projection.js';
import { LedgerQuestions } from './questions.js';
import { TaskRows } from './rows.js';
import { TASK_SOURCES } from './sources.js';

/** Turns the states of the ledger and of the concepts into the work that waits for offices. */
export class TasksWriter implements ProjectionWriter {
  readonly #rows: TaskRows;
  readonly #questions: LedgerQuestions;

  constructor(private readonly db: Database) {
    this.#rows = new TaskRows(db);
    this.#questions = new LedgerQuestions(db);
  }

  apply(event: RecordedEnvelope, seq: number): void {
    switch (event.type) {
      case 'responsibility.assigned':
      case 'responsibility.reassigned':
      case 'responsibility.corrected': {
        const tasks = this.#questions.take(event.data);
        if (tasks !== undefined) this.#rows.replace(`ledger:${event.data.subjectId}`, tasks, seq);
        return;
      }
      case 'duty.catalogued':
        return this.#questions.catalogued(event.data);
      case 'holiday.declared':
        return this.#rows.recount(event.data.day, seq);
      case 'task.escalated':
        requireText('taskId', event.data.taskId);
        requireText('toOfficeId', event.data.toOfficeId);
        requireDay('effectiveOn', event.data.effectiveOn);
        return this.#rows.escalate(event.data, seq);
      default:
        return this.#ofConcepts(event, seq);
    }
  }

  flush(): void {
    this.#questions.flush();
  }

  clear(): void {
    this.#rows.clear();
    this.#questions.clear();
  }

  /** What one concept's event changes may be work of several. */
  #ofConcepts(event: RecordedEnvelope, seq: number): void {
    for (const source of TASK_SOURCES) {
      if (!source.types.includes(event.type)) continue;
      for (const { key, tasks } of source.taskedBy(event, this.db)) this.#rows.replace(key, tasks, seq);
    }
  }
}
