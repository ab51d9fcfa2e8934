import type { CoverageViolation, Days, GapKind, LocalDate } from '#domain';
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

/** A duty whose basis lapses, with how many subjects it then has no basis over. */
export interface LapsingDuty {
  readonly actId: string;
  /** First day without a basis. */
  readonly endsOn: LocalDate;
  readonly dutyId: string;
  readonly subjects: number;
}

/** A duty that left a dissolved unit, and where it is on the day. */
export interface LeftDuty extends Days {
  readonly subjectId: string;
  readonly dutyId: string;
  /** Number of the event by which it left. */
  readonly seq: number;
  /** Offices of the unit that held it, or may have held it. */
  readonly releasedOfficeIds: readonly string[];
  /** Nobody is determined to hold it on the day. */
  readonly unassigned: boolean;
  /** The answer on the day, or on the first day after it left where that is later. */
  readonly answer: ResponsibilityView;
  readonly answeredAt: Clocks;
}

/** Whether each day has exactly one answer, and where that answer leaves something open. */
export interface CoverageReads {
  /** Gaps and overlaps that meet some days, by subject, duty and first day. */
  gaps(filter: GapFilter, days: Days, at: Clocks, page: PageRequest): Page<GapView>;
  /** Duties whose basis ends after the day and within so many days of it, by that end, act and duty. */
  lapsing(withinDays: number, at: Clocks, page: PageRequest): Page<LapsingDuty>;
  /** All that left a unit when it was dissolved, in the order of the log; only what is unassigned, if asked. */
  leftBy(unitId: string, unassignedOnly: boolean, at: Clocks, page: PageRequest): Page<LeftDuty>;
  /** Ids of all subjects over which a duty was ever assigned, or of those that lie in a province. */
  subjects(provinceId: string | undefined, at: Clocks): Iterable<string>;
  /** Where the answers over a subject do not tile the plane of valid and record time; nothing where all is well. */
  violations(subjectId: string, knownSeq: number): readonly CoverageViolation[];
}
