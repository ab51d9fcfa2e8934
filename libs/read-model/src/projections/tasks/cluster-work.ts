import { everWaits, tasksOfCluster, type AnsweringDays, type ClusterRecord, type OpenTask } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';

const RECORD = `SELECT cluster FROM cluster_versions WHERE cluster_id = ? AND known_to = ${OPEN_SEQ}`;
const KEPT_CLUSTERS = 20_000;

/** The work that the lives of clusters make; which of them make none is remembered, because most do. */
export class ClusterWork {
  readonly #waits = new Map<string, boolean>();

  constructor(private readonly db: Database) {}

  /** After an event of its life; undefined where it made and makes none. */
  afterStep(clusterId: string, holders: readonly AnsweringDays[]): readonly OpenTask[] | undefined {
    const waited = this.#waits.get(clusterId) === true;
    this.#waits.delete(clusterId);
    return this.#mayWait(clusterId) || waited ? this.#tasks(clusterId, holders) : undefined;
  }

  /** After another holder of a duty; undefined where that makes no work. */
  afterAssignment(clusterId: string, holders: readonly AnsweringDays[]): readonly OpenTask[] | undefined {
    return this.#mayWait(clusterId) ? this.#tasks(clusterId, holders) : undefined;
  }

  clear(): void {
    this.#waits.clear();
  }

  #tasks(clusterId: string, holders: readonly AnsweringDays[]): readonly OpenTask[] {
    const record = this.#record(clusterId);
    return record === undefined ? [] : tasksOfCluster(record, holders);
  }

  #mayWait(clusterId: string): boolean {
    const known = this.#waits.get(clusterId);
    if (known !== undefined) return known;
    const record = this.#record(clusterId);
    const waits = record !== undefined && everWaits(record);
    if (this.#waits.size >= KEPT_CLUSTERS) this.#waits.clear();
    this.#waits.set(clusterId, waits);
    return waits;
  }

  #record(clusterId: string): ClusterRecord | undefined {
    const row = this.db.get<{ cluster: string }>(RECORD, clusterId);
    return row && (JSON.parse(row.cluster) as ClusterRecord);
  }
}
