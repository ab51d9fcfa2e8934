import type { CoverageViolation, Days, GapKind } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { ResponsibilityView } from '../responsibility.js';

export interface GapFilter {
  readonly provinceId?: string;
  readonly clusterId?: string;
  readonly dutyId?: string;
  /** Absent: every kind. */
  readonly kinds?: readonly GapKind[];
}

/** Days on which one duty over one subject has not exactly one determined holder. */
export interface GapView extends Days {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly kind: GapKind;
  /** The answer on the first of these days that was asked about, with the clocks it was given at. */
  readonly responsibility: ResponsibilityView;
  readonly answeredAt: Clocks;
}

/** Whether each day has exactly one answer, and where that answer leaves something open. */
export interface CoverageReads {
  /** Gaps and overlaps that meet some days, by subject, duty and first day. */
  gaps(filter: GapFilter, days: Days, at: Clocks, page: PageRequest): Page<GapView>;
  /** Ids of all subjects over which a duty was ever assigned, or of those that lie in a province. */
  subjects(provinceId: string | undefined, at: Clocks): Iterable<string>;
  /** Where the answers over a subject do not tile the plane of valid and record time; nothing where all is well. */
  violations(subjectId: string, knownSeq: number): readonly CoverageViolation[];
}
