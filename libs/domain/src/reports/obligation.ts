import type { ActLookup } from '../acts/decide-act.js';
import type { DutyId, HolderLevel } from '../duties/duty.js';
import type { AssignmentBasis, ResponsibilityStatus } from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { KnownAssignment } from '../decisions/state.js';
import type { ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { ReportId, ReportRule, ReportTerm } from './catalogue.js';

/** Offices with how certain it is that it is they. */
export interface KnownOffices {
  readonly status: ResponsibilityStatus;
  readonly officeIds: readonly OfficeId[];
  /** Who it may be, where undetermined. */
  readonly candidates: readonly OfficeId[];
}

/** To whom a report goes, and how certain that is. */
export interface Recipient extends KnownOffices {
  readonly level: HolderLevel;
  readonly basis: AssignmentBasis;
}

/** Who managed a subject for a part of the period. */
export interface ManagedPart extends KnownOffices, Required<ValidInterval> {
  /** Absent where the report is about the whole territory of the office. */
  readonly subjectId?: string;
  readonly days: number;
}

/** A report that is due: for what, by whom, before which day. */
export interface DueReport {
  /** The report, its period, and its unit or subject; stable. */
  readonly obligationId: string;
  readonly reportId: ReportId;
  readonly year: number;
  readonly term: ReportTerm;
  /** Absent where the act states none. */
  readonly period?: Required<ValidInterval>;
  /** It has to be handed in before this day. */
  readonly dueBefore: LocalDate;
  /** Clusters or projects that it is about, as far as they are recorded. */
  readonly subjectIds: readonly string[];
  readonly reporter: KnownOffices;
}

/** A due report with everything that is known of it. */
export interface ReportObligation extends DueReport {
  readonly name: string;
  readonly form?: string;
  readonly basis: AssignmentBasis;
  readonly recipients: readonly Recipient[];
  /** Who managed what is reported on, day by day of the period. */
  readonly managedBy: readonly ManagedPart[];
  /** Whether the reporter itself managed all of it for the whole period; absent where nobody can tell. */
  readonly reporterManagedAll?: boolean;
}

/** A secondary project as far as reports are concerned. */
export interface ReportingProject {
  readonly projectId: string;
  readonly clusterId?: string;
  /** The office of its investor; absent where it is not known. */
  readonly investorOfficeId?: OfficeId;
}

/** Which clusters are meant where not all are: one, or those whose duty ever named an office, as holder or candidate. */
export type ClusterSearch =
  { readonly clusterId: string } | { readonly dutyId: DutyId; readonly officeId: OfficeId };
/** Which projects are meant where not all are: one, or those in which an office ever invested. */
export type ProjectSearch = { readonly projectId: string } | { readonly officeId: OfficeId };

/** What obligations follow from, beside the catalogue. */
export interface KnownForReports {
  readonly lineage: Lineage;
  readonly acts: ActLookup;
  /** Clusters that exist on a day; a search may leave out what it does not mean, and need not. */
  clustersOn(day: LocalDate, search?: ClusterSearch): readonly string[];
  projectsOn(day: LocalDate, search?: ProjectSearch): readonly ReportingProject[];
  unitsOn(level: 'PROVINCE' | 'COMMUNE', day: LocalDate): readonly UnitId[];
  /** Provinces in which a cluster lies on a day, where that is known. */
  provincesOf(clusterId: string, day: LocalDate): readonly UnitId[];
  /** Who has a duty over a cluster on a day. */
  answer(clusterId: string, dutyId: DutyId, day: LocalDate): KnownOffices;
  /** Recorded assignments of a duty over a cluster, by start. */
  assignments(clusterId: string, dutyId: DutyId): readonly Omit<KnownAssignment, 'eventId'>[];
}

/** Of whom the reports of a date are asked for. */
export interface ReportSearch {
  /** An office that reports, or may have to. */
  readonly officeId?: OfficeId;
  /** What the id of an obligation ends in: a unit, an enterprise, a cluster or a project. */
  readonly key?: string;
}

/** What is asked for; days inclusive. */
export interface DueFilter extends ReportSearch {
  readonly dueFrom: LocalDate;
  readonly dueTo: LocalDate;
  readonly reportId?: ReportId;
}

/** Everything about one date of one report, before it is known for whom. */
export interface ReportDate {
  readonly rule: ReportRule;
  readonly year: number;
  readonly term: ReportTerm;
  readonly dueBefore: LocalDate;
}
