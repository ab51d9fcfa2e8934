import type { AnswerAspect, Days, LocalDate, Tiling } from '#domain';
import type { Position } from '../event-log.js';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { ResponsibilityView } from '../responsibility.js';

/** Subjects that a question is about; a unit is a commune or a province in which they lie. */
export interface SubjectScope {
  readonly unitId?: string;
  readonly subjectId?: string;
}

export interface DiffRequest {
  readonly scope: SubjectScope;
  readonly dutyIds?: readonly string[];
  /** Days asked about; absent ends are open. */
  readonly days: Days;
  /** Day on which a subject lies in the unit. */
  readonly placedOn: LocalDate;
  /** The two points of record time, as numbers of the log. */
  readonly knownFrom: number;
  readonly knownTo: number;
}

/** Days of one duty over one subject on which the answer is another than before. */
export interface ChangedAnswer extends Days {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly aspects: readonly AnswerAspect[];
  /** The answers on the first of these days, as known at either point. */
  readonly before: ResponsibilityView;
  readonly after: ResponsibilityView;
  /** Clocks at which they were given. */
  readonly beforeAt: Clocks;
  readonly afterAt: Clocks;
  /** Numbers of the events that changed it, in order; the last made it what it is. */
  readonly changedBySeqs: readonly number[];
}

/** What is known, and how that came to be otherwise than it was. */
export interface KnowledgeReads {
  /** The answers of one duty over one subject for all days, as known. */
  answersOver(subjectId: string, dutyId: string, knownSeq: number): Tiling;
  /** The answers that changed between two points of record time, by subject, duty and first day. */
  diff(request: DiffRequest, page: PageRequest): Page<ChangedAnswer>;
  /** Number of the last event at or before a position of the log. @throws BanGiaoError `INVALID_POSITION`. */
  seqAt(position: Position): number;
}
