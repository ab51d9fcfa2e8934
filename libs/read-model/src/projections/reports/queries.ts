import type { ReportReads, Versioned } from '#application/ports';
import type { ReportState } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { reports } from './projection.js';

/** Questions about what was reported. */
export class ReportQueries implements ReportReads {
  readonly #versions: AggregateVersions<ReportState>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, reports);
  }

  report(obligationId: string, knownSeq: number): Versioned<ReportState> | undefined {
    return this.#versions.at(obligationId, knownSeq);
  }
}
