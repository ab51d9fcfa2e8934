import type { RecordedEnvelope } from '#application/ports';
import { PROCEDURE_DUTIES, type OpenTask } from '#domain';
import type { Database } from '../../storage/database.js';
import { requireDay, requireText } from '../checks.js';
import type { ProjectionWriter } from '../projection.js';
import { ClusterWork } from './cluster-work.js';
import { LedgerQuestions } from './questions.js';
import { TaskRows } from './rows.js';
import { TASK_SOURCES } from './sources.js';

/** Turns the states of the ledger and of the concepts into the work that waits for offices. */
export class TasksWriter implements ProjectionWriter {
  readonly #rows: TaskRows;
  readonly #questions: LedgerQuestions;
  readonly #clusters: ClusterWork;

  constructor(private readonly db: Database) {
    this.#rows = new TaskRows(db);
    this.#questions = new LedgerQuestions(db);
    this.#clusters = new ClusterWork(db);
  }

  apply(event: RecordedEnvelope, seq: number): void {
    switch (event.type) {
      case 'responsibility.assigned':
      case 'responsibility.reassigned':
      case 'responsibility.corrected': {
        const { subjectId, dutyId } = event.data;
        this.#replace(`ledger:${subjectId}`, this.#questions.take(event.data), seq);
        if (!PROCEDURE_DUTIES.includes(dutyId)) return;
        const holders = this.#questions.answering(subjectId);
        return this.#replace(
          `clusters:${subjectId}`,
          this.#clusters.afterAssignment(subjectId, holders),
          seq,
        );
      }
      case 'cluster.registered':
      case 'cluster.advanced': {
        const { clusterId } = event.data;
        const holders = this.#questions.answering(clusterId);
        return this.#replace(`clusters:${clusterId}`, this.#clusters.afterStep(clusterId, holders), seq);
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
    this.#clusters.clear();
  }

  #replace(source: string, tasks: readonly OpenTask[] | undefined, seq: number): void {
    if (tasks !== undefined) this.#rows.replace(source, tasks, seq);
  }

  /** What one concept's event changes may be work of several. */
  #ofConcepts(event: RecordedEnvelope, seq: number): void {
    for (const source of TASK_SOURCES) {
      if (!source.types.includes(event.type)) continue;
      for (const { key, tasks } of source.taskedBy(event, this.db)) this.#rows.replace(key, tasks, seq);
    }
  }
}
