import type {
  Act,
  ActEndManner,
  AssignmentBasis,
  AssignmentManner,
  ClusterRecord,
  Duty,
  EventType,
  Holder,
  IdentifiedIssuer,
  Instant,
  LifecycleState,
  KnownAppointment,
  Lineage,
  LocalDate,
  OfficeKind,
  ResponsibilityStatus,
  Succession,
  UnitLevel,
  UnitVersion,
} from '#domain';
import type { Actor, Position } from './event-log.js';
import type { Clocks, Page, PageRequest } from './paging.js';
import type { ResponsibilityView } from './responsibility.js';
import type { HolidayReads } from './reads/holidays.js';
import type { ClaimReads } from './reads/claims.js';
import type { ChangeReads } from './reads/changes.js';
import type { ProgressReads } from './reads/progress.js';
import type { MatterReads } from './reads/matters.js';
import type { OrganisationReads } from './reads/organisations.js';
import type { EnterpriseReads } from './reads/enterprises.js';
import type { InvestorReads } from './reads/investors.js';
import type { HandoverReads } from './reads/handovers.js';
import type { ProjectReads } from './reads/projects.js';
import type { SchemeReads } from './reads/schemes.js';
import type { TaskReads } from './reads/tasks.js';
import type { DocumentReads } from './reads/documents.js';
import type { PlaceReads } from './reads/places.js';
import type { ReportReads } from './reads/reports.js';
import type { RuleReads } from './reads/rules.js';
import type { CoverageReads } from './reads/coverage.js';
import type { KnowledgeReads } from './reads/knowledge.js';

export type { Clocks, Page, PageRequest } from './paging.js';
export type { ResponsibilityView } from './responsibility.js';

/** Where the read model stands. */
export interface ReadModelStatus {
  /** Number of events seen; the citation axis. */
  readonly seq: number;
  readonly position?: Position;
  /** Running maximum of `recordedAt`. */
  readonly recordedAt?: Instant;
  /** Set where an event could not be projected: following has stopped there. */
  readonly poison?: { readonly seq: number; readonly message: string };
}

export interface UnitView extends UnitVersion {
  /** First day; absent where it existed before the lists begin. */
  readonly validFrom?: LocalDate;
  /** Day after the last; absent where no end is known. */
  readonly validTo?: LocalDate;
  readonly aliases: readonly string[];
}
export interface UnitFilter {
  readonly level?: UnitLevel;
  /** Its own; where no unit of the day has it, one that a list gives it. */
  readonly code?: string;
  /** Found anywhere in the name, with or without diacritics, in any case. */
  readonly name?: string;
  readonly parentId?: string;
}

/** An act as known at some time. */
export interface ActView extends Act {
  /** First day on which it is no longer in force, by its own terms or a recorded end or extension. */
  readonly endsOn?: LocalDate;
  readonly endManner?: ActEndManner;
  readonly endedByActId?: string;
  /** The office that issued it, where that is recorded. */
  readonly identifiedIssuer?: IdentifiedIssuer;
  /** Revision of its stream, for `expectedRevision`. */
  readonly revision: number;
}
export interface ActFilter {
  readonly number?: string;
  readonly issuer?: string;
  readonly inForceOn?: LocalDate;
}

export interface OfficeView {
  readonly id: string;
  readonly name: string;
  readonly kind: OfficeKind;
  readonly unitId?: string;
}

/** A cluster as known at some time: everything recorded about it, for whatever day. */
export interface ClusterView extends ClusterRecord {
  readonly id: string;
  /** Revision of its stream, for `expectedRevision`. */
  readonly revision: number;
}
export interface ClusterFilter {
  readonly provinceId?: string;
  readonly communeId?: string;
  /** Office that holds any duty over it on the day. */
  readonly holderId?: string;
  /** Status of any responsibility over it on the day. */
  readonly status?: ResponsibilityStatus;
  /** Where it stands in its life on the day. */
  readonly lifecycle?: LifecycleState;
  /** Found anywhere in the name that it has on the day. */
  readonly name?: string;
}

export interface EventView {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: EventType;
  /** Version of its shape: the one that `data` is in. */
  readonly schemaVersion: number;
  readonly seq: number;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly effectiveFrom?: LocalDate;
  readonly actor: Actor;
  readonly actId?: string;
  readonly reason?: string;
  /** Number of the event it corrects. */
  readonly correctsSeq?: number;
  /** As recorded; `toCurrent` reads it in the version of this release. */
  readonly data: unknown;
}
export interface AuditFilter {
  readonly subjectId?: string;
  readonly unitId?: string;
  readonly actId?: string;
  readonly types?: readonly EventType[];
  /** Recorded at or after. */
  readonly from?: Instant;
  /** Recorded before. */
  readonly to?: Instant;
}

export interface TransitionView {
  readonly unitId: string;
  readonly effectiveOn: LocalDate;
  /** Reassignments written, by the status they have now. */
  readonly statuses: readonly { readonly status: ResponsibilityStatus; readonly count: number }[];
  readonly subjectIds: readonly string[];
  readonly reassigned: number;
  /** Of these, still without a determined holder. */
  readonly unsettled: number;
  readonly eventSeqs: readonly number[];
}

/** One recorded assignment interval, for exports and for decisions on what is recorded now. */
export interface AssignmentRow {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly status: Exclude<ResponsibilityStatus, 'NO_BASIS'>;
  readonly holders: readonly Holder[];
  readonly candidates: readonly string[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly basis: AssignmentBasis;
  readonly manner: AssignmentManner;
  readonly eventId: string;
  readonly eventSeq: number;
}

/**
 * The queries that the read model answers; all of them synchronous and local.
 * Lists come in a stable order and, at the same clocks, never change while writers append.
 */
export interface ReadModel {
  status(): ReadModelStatus;
  /**
   * Resolves when the event at the position has been projected.
   * @throws BanGiaoError `READ_MODEL_BEHIND` after the time limit, `INVALID_POSITION` for a malformed position.
   */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Number of the last event recorded at or before the instant, by the running maximum; 0 for none. */
  seqKnownAt(instant: Instant): number;

  unit(id: string, at: Clocks): UnitView | undefined;
  /** As `unit`, but also outside its lifetime: its last version then known. */
  anyUnit(id: string, knownSeq: number): UnitView | undefined;
  /** Units that ever had this code themselves. */
  unitsWithCode(code: string, knownSeq: number): readonly UnitView[];
  /** Units that a list gives this code, which is not their own. */
  unitsWithAlias(code: string, knownSeq: number): readonly UnitView[];
  units(filter: UnitFilter, at: Clocks, page: PageRequest): Page<UnitView>;
  predecessors(unitId: string, knownSeq: number): readonly Succession[];
  successors(unitId: string, knownSeq: number): readonly Succession[];
  /** What is known of units, for pure decisions. */
  lineage(knownSeq: number): Lineage;

  act(id: string, knownSeq: number): ActView | undefined;
  acts(filter: ActFilter, knownSeq: number, page: PageRequest): Page<ActView>;
  duty(id: string, knownSeq: number): Duty | undefined;
  duties(knownSeq: number): readonly Duty[];
  office(id: string, at: Clocks): OfficeView | undefined;

  cluster(id: string, knownSeq: number): ClusterView | undefined;
  clusters(filter: ClusterFilter, at: Clocks, page: PageRequest): Page<ClusterView>;
  /** Appointments over a cluster, by start; applications are none. */
  investors(clusterId: string, knownSeq: number): readonly KnownAppointment[];

  /** The answer for one duty; `NO_BASIS` where none is recorded or its act is not in force on the day. */
  responsibility(subjectId: string, dutyId: string, at: Clocks): ResponsibilityView;
  /** Answers for every duty ever assigned over the subject, or for the named ones, in catalogue order. */
  responsibilities(
    subjectId: string,
    dutyIds: readonly string[] | undefined,
    at: Clocks,
  ): readonly ResponsibilityView[];
  /** Recorded intervals of a subject (of one duty) as known, by duty and start. */
  assignments(subjectId: string, dutyId: string | undefined, knownSeq: number): readonly AssignmentRow[];
  /** Whether anything is recorded under this subject id. */
  subjectExists(subjectId: string, knownSeq: number): boolean;

  event(seq: number): EventView | undefined;
  eventById(id: string): EventView | undefined;
  auditTrail(filter: AuditFilter, knownSeq: number, page: PageRequest): Page<EventView>;
  transition(unitId: string, at: Clocks): TransitionView | undefined;

  /** What is asked about one concept each. */
  readonly projects: ProjectReads;
  readonly schemes: SchemeReads;
  readonly organisations: OrganisationReads;
  readonly handovers: HandoverReads;
  readonly holidays: HolidayReads;
  readonly tasks: TaskReads;
  readonly claims: ClaimReads;
  readonly rules: RuleReads;
  readonly documents: DocumentReads;
  readonly reports: ReportReads;
  /** What is known, and how that came to be otherwise. */
  readonly knowledge: KnowledgeReads;
  /** Whether each day has exactly one answer, and what that leaves open. */
  readonly coverage: CoverageReads;
  readonly progress: ProgressReads;
  readonly changes: ChangeReads;
  readonly matters: MatterReads;
  readonly appointments: InvestorReads;
  readonly enterprises: EnterpriseReads;
  readonly places: PlaceReads;

  close(): void;
}
