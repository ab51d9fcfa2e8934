import {
  BanGiaoError,
  describeReport,
  lifecycleOn,
  projectStatusOn,
  reportsDue,
  slug,
  submissionOn,
  territoryOn,
  type DueReport,
  type KnownForReports,
  type LocalDate,
  type ProjectStatus,
  type ReportId,
  type ReportingProject,
  type ReportObligation,
  type ReportSubmitted,
} from '#domain';
import type { Clocks, Page, PageRequest, ReadModel } from '../ports/read-model.js';
import type { ProjectView } from '../ports/reads/projects.js';
import { pageOfSorted } from './pages.js';

/** More than any list has. */
const ALL = { first: 1_000_000 };
const MOST_YEARS = 5;

/** What obligations to report are narrowed down by; due days inclusive. */
export interface ReportFilter {
  /** An office that reports, or may have to. */
  readonly officeId?: string;
  readonly reportId?: ReportId;
  /** The year of the day asked about where absent. */
  readonly dueFrom?: LocalDate;
  readonly dueTo?: LocalDate;
  /** Handed in by the end of the day, or not. */
  readonly submitted?: boolean;
}

/** An obligation with what was handed in, as of the day and as known. */
export interface ReportObligationView extends ReportObligation {
  readonly submission?: ReportSubmitted;
  /** Every report handed in under it by then, in the order of the record. */
  readonly submissions: readonly ReportSubmitted[];
  /** Revision of its stream, for `expectedRevision`; absent where nothing is recorded. */
  readonly revision?: number;
}

/** Who has to report what, by due day. */
export function reportObligations(
  readModel: ReadModel,
  filter: ReportFilter,
  clocks: Clocks,
  page: PageRequest,
): Page<ReportObligationView> {
  const known = knownForReports(readModel, clocks.knownSeq);
  const { officeId, reportId, submitted } = filter;
  const due = reportsDue(
    {
      ...dueDays(filter, clocks.validAt),
      ...(officeId === undefined ? {} : { officeId }),
      ...(reportId === undefined ? {} : { reportId }),
    },
    known,
  );
  const isSubmitted = ({ obligationId }: DueReport) =>
    submissionOn(readModel.reports.report(obligationId, clocks.knownSeq), clocks.validAt) !== undefined;
  const wanted = submitted === undefined ? due : due.filter((report) => isSubmitted(report) === submitted);
  const key = ({ dueBefore, obligationId }: DueReport) => [dueBefore, obligationId];
  return pageOfSorted(wanted, key, page, (report) => ({
    ...describeReport(report, known),
    ...handedIn(readModel, report.obligationId, clocks),
  }));
}

function handedIn(
  readModel: ReadModel,
  obligationId: string,
  { validAt, knownSeq }: Clocks,
): Pick<ReportObligationView, 'submission' | 'submissions' | 'revision'> {
  const state = readModel.reports.report(obligationId, knownSeq);
  if (state === undefined) return { submissions: [] };
  const submission = submissionOn(state, validAt);
  const submissions = state.submissions.filter((s) => s.submittedOn <= validAt);
  return { submissions, revision: state.revision, ...(submission === undefined ? {} : { submission }) };
}

/** @throws BanGiaoError `INVALID_INTERVAL` for days that end before they begin, or are more than some years. */
function dueDays(
  { dueFrom, dueTo }: ReportFilter,
  day: LocalDate,
): { readonly dueFrom: LocalDate; readonly dueTo: LocalDate } {
  const from = dueFrom ?? (`${(dueTo ?? day).slice(0, 4)}-01-01` as LocalDate);
  const to = dueTo ?? (`${from.slice(0, 4)}-12-31` as LocalDate);
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) + 1;
  if (from <= to && years <= MOST_YEARS) return { dueFrom: from, dueTo: to };
  throw new BanGiaoError(
    'INVALID_INTERVAL',
    `Reports are listed for at most ${MOST_YEARS} years at a time.`,
    {
      field: 'dueTo',
      value: to,
      remedy: `Give an end on or after ${from}, within ${MOST_YEARS} years.`,
    },
  );
}

/** What obligations to report follow from, as known. */
export function knownForReports(readModel: ReadModel, knownSeq: number): KnownForReports {
  const lineage = readModel.lineage(knownSeq);
  const at = (validAt: LocalDate): Clocks => ({ validAt, knownSeq });
  return {
    lineage,
    acts: (id) => readModel.act(id, knownSeq),
    clustersOn: byDay((day) =>
      readModel
        .clusters({}, at(day), ALL)
        .rows.filter(({ row }) => row.since === undefined || row.since <= day)
        .filter(({ row }) => lifecycleOn(row, day)?.state !== 'REVOKED')
        .map(({ row }) => row.id),
    ),
    projectsOn: byDay((day) =>
      readModel.projects
        .projects({}, at(day), ALL)
        .rows.filter(({ row }) => !OVER.includes(projectStatusOn(row, day)))
        .filter(({ row }) => row.since === undefined || row.since <= day)
        .map(({ row }) => reportingProject(row)),
    ),
    unitsOn: (level, day) => readModel.units({ level }, at(day), ALL).rows.map(({ row }) => row.unitId),
    provincesOf: (clusterId, day) => {
      const { placements } = readModel.cluster(clusterId, knownSeq) ?? { placements: [] };
      const territory = territoryOn(placements, day, 'PROVINCE', lineage);
      return territory.certainty === 'KNOWN' ? territory.unitIds : [];
    },
    answer: (clusterId, dutyId, day) => {
      const { status, holders, candidates } = readModel.responsibility(clusterId, dutyId, at(day));
      return { status, officeIds: holders.map((h) => h.officeId), candidates };
    },
    assignments: (clusterId, dutyId) => readModel.assignments(clusterId, dutyId, knownSeq),
  };
}

/** A project that ended reports no more. */
const OVER: readonly ProjectStatus[] = ['REVOKED', 'ENDED'];

function reportingProject({ projectId, clusterId, investorName }: ProjectView): ReportingProject {
  return {
    projectId,
    ...(clusterId === undefined ? {} : { clusterId }),
    ...(investorName === undefined ? {} : { investorOfficeId: `ENTERPRISE:${slug(investorName)}` }),
  };
}

/** Looks a list up once for each day: every obligation of a date asks for the same. */
function byDay<T>(find: (day: LocalDate) => readonly T[]): (day: LocalDate) => readonly T[] {
  const found = new Map<LocalDate, readonly T[]>();
  return (day) => {
    const known = found.get(day) ?? find(day);
    found.set(day, known);
    return known;
  };
}
