import type { ClusterRecord, DutyId, OfficeId, ReportState } from '#domain';
import type { Versioned } from './versioned.js';

/** Questions about what was reported. */
export interface ReportReads {
  /** What was handed in under an obligation; undefined where nothing was. */
  report(obligationId: string, knownSeq: number): Versioned<ReportState> | undefined;
  /**
   * Clusters as known over which an office ever had, or may have had, a duty to report (one of `REPORTING_DUTIES`), in
   * the order of lists; on which days is for `responsibility` to say.
   */
  clustersNaming(officeId: OfficeId, dutyId: DutyId, knownSeq: number): readonly ClusterRecord[];
}
