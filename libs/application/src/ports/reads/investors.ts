import type { InvestorRecord, PendingRearrangement, PendingStage } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type InvestorRecordView = Versioned<InvestorRecord>;

export interface PendingFilter {
  /** The province that has to decide, or may have to. */
  readonly provinceId?: string;
  readonly stage?: PendingStage;
}

/** Questions about the investors of clusters. */
export interface InvestorReads {
  /** Everything recorded of a cluster's investors. */
  record(clusterId: string, knownSeq: number): InvestorRecordView | undefined;
  /** Appointments that wait for their rearrangement on the day, by cluster. */
  pending(filter: PendingFilter, at: Clocks, page: PageRequest): Page<PendingRearrangement>;
  /** The records that an office appears in: as investor, as member of a joint venture or as applicant. */
  withOffice(officeId: string, knownSeq: number): readonly InvestorRecordView[];
}
