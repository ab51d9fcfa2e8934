import type { AnswerAspect, Days, GapKind, Instant, LocalDate, Tiling } from '#domain';
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

/** What an answer owes to an act: its basis, the decision, the evidence of the place, or the force of its basis. */
export const TAINT_WAYS = ['BASIS', 'DECISION', 'EVIDENCE', 'FORCE'] as const;
export type TaintWay = (typeof TAINT_WAYS)[number];

/** How other acts hang on an act: they amend or replace it, or it ended or extended them. */
export const ACT_RELATIONS = ['AMENDS_IT', 'REPLACES_IT', 'ENDED_BY_IT', 'EXTENDED_BY_IT'] as const;
export type ActRelation = (typeof ACT_RELATIONS)[number];

/** Days of one duty over one subject on which the answer would fall, or would have to be looked at, with an act. */
export interface TaintedAnswer extends Days {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly ways: readonly TaintWay[];
  /** What is open already, whatever becomes of the act. */
  readonly open?: GapKind;
  readonly answer: ResponsibilityView;
  readonly answeredAt: Clocks;
}

/** What would be touched if an act fell. Nothing is written. */
export interface TaintView {
  readonly actId: string;
  /** Events that rest on it, other than its own. */
  readonly eventCount: number;
  readonly acts: readonly { readonly actId: string; readonly relation: ActRelation }[];
  /** Counts of the answers; absent where so much rests on it that counting would hold up everybody else. */
  readonly answers?: { readonly count: number; readonly open: number; readonly subjects: number };
}

/** A handover or a matter that rests on an act, and where it stands on the day. */
export const TAINTED_CASE_KINDS = ['HANDOVER', 'MATTER'] as const;
export interface TaintedCase {
  readonly kind: (typeof TAINTED_CASE_KINDS)[number];
  readonly id: string;
  /** Its state or stage on the day; absent where it was not there yet. */
  readonly state?: string;
  /** Something is still to be done about it on the day. */
  readonly open: boolean;
}

export interface CorrectionFilter {
  readonly subjectId?: string;
  readonly provinceId?: string;
  /** Recorded at or after. */
  readonly from?: Instant;
  /** Recorded before. */
  readonly to?: Instant;
}

/** A recorded correction with the answers that it changed. */
export interface CorrectionView {
  readonly seq: number;
  readonly changes: readonly ChangedAnswer[];
  /** Numbers of what offices did about the subject before it while they were taken for holders, in log order. */
  readonly underWrongHolder: readonly number[];
}

/** What is known, and how that came to be otherwise than it was. */
export interface KnowledgeReads {
  /** The answers of one duty over one subject for all days, as known. */
  answersOver(subjectId: string, dutyId: string, knownSeq: number): Tiling;
  /** The answers that changed between two points of record time, by subject, duty and first day. */
  diff(request: DiffRequest, page: PageRequest): Page<ChangedAnswer>;
  /** What would be touched if an act fell; undefined for one that was not registered by then. */
  taint(actId: string, knownSeq: number): TaintView | undefined;
  /** Numbers of the events that rest on an act, other than its own, in the order of the log. */
  taintedEvents(actId: string, knownSeq: number, page: PageRequest): Page<number>;
  /** Answers that rest on an act, by subject, duty and first day; only those with something open, if asked. */
  taintedAnswers(actId: string, openOnly: boolean, at: Clocks, page: PageRequest): Page<TaintedAnswer>;
  /** Handovers and matters that rest on an act, by kind and id; of more than 5,000 events, those of the first. */
  taintedCases(actId: string, at: Clocks, page: PageRequest): Page<TaintedCase>;
  /** Corrections in the order of the log; a province's are those of subjects that lie in it on the day. */
  corrections(filter: CorrectionFilter, at: Clocks, page: PageRequest): Page<CorrectionView>;
  /** Number of the last event at or before a position of the log. @throws BanGiaoError `INVALID_POSITION`. */
  seqAt(position: Position): number;
}
