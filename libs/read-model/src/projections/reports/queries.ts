import type { ReportReads, Versioned } from '#application/ports';
import type { ClusterRecord, ReportState } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { reporterKey } from '../assignments/said-of-subjects.js';
import { reports } from './projection.js';

/** Questions about what was reported. */
export class ReportQueries implements ReportReads {
  readonly #versions: AggregateVersions<ReportState>;

  constructor(private readonly db: () => Database) {
    this.#versions = new AggregateVersions(db, reports);
  }

  report(obligationId: string, knownSeq: number): Versioned<ReportState> | undefined {
    return this.#versions.at(obligationId, knownSeq);
  }

  clustersNaming(officeId: string, dutyId: string, knownSeq: number): readonly ClusterRecord[] {
    return this.db()
      .all<{ cluster: string }>(
        `SELECT v.cluster FROM assigned_subjects s CROSS JOIN cluster_versions v ON v.cluster_id = s.subject_id
         WHERE s.said = ? AND v.known_to > ? AND v.known_from <= ? ORDER BY v.name_folded, v.cluster_id`,
        reporterKey(officeId, dutyId),
        knownSeq,
        knownSeq,
      )
      .map(({ cluster }) => JSON.parse(cluster) as ClusterRecord);
  }
}
