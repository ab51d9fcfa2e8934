import {
  BanGiaoError,
  describeReport,
  reportsDue,
  submissionOn,
  type DueReport,
  type LocalDate,
  type ReportId,
  type ReportObligation,
  type ReportSubmitted,
} from '#domain';
import type { Clocks, Page, PageRequest, ReadModel } from '../ports/read-model.js';
import { knownForReports } from './known-for-reports.js';
import { pageOfSorted } from './pages.js';

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
