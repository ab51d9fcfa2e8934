import {
  reportDue,
  reportOfTask,
  reportsWaiting,
  taskOfReport,
  waitsSince,
  type DueReport,
  type KnownForReports,
  type LocalDate,
  type OfficeId,
} from '#domain';
import type { Clocks, Page, PageRequest, ReadModel } from '../ports/read-model.js';
import { worklistKey, type TaskView, type WorklistFilter } from '../ports/reads/tasks.js';
import { knownForReports } from './known-for-reports.js';

export interface WorklistRequest extends WorklistFilter {
  /** With the periodic reports that are not recorded as handed in. */
  readonly includeReports?: boolean;
}

/** A report as a task; each is due on a day. */
type ReportTask = TaskView & Required<Pick<TaskView, 'due'>>;

/**
 * What waits for an office: the work that events gave it and, if asked, the reports that follow from the day, in one order.
 * Of each report and term there is the last one whose period is over; that nothing is recorded of it does not say that it
 * was not made.
 */
export function worklist(
  readModel: ReadModel,
  { includeReports = false, ...filter }: WorklistRequest,
  clocks: Clocks,
  page: PageRequest,
): Page<TaskView> {
  const recorded = readModel.tasks.worklist(filter, clocks, page);
  if (!includeReports) return recorded;
  const { first, after = '' } = page;
  const reports = reportTasks(readModel, filter, clocks).filter(({ key }) => key > after);
  const rows = [...recorded.rows, ...reports].sort((a, b) => (a.key < b.key ? -1 : 1));
  return { rows: rows.slice(0, first), hasNext: recorded.hasNext || rows.length > first };
}

/** One task, whether it still waits or not: a recorded one, or that of a report whose period is over on the day. */
export function taskById(readModel: ReadModel, id: string, clocks: Clocks): TaskView | undefined {
  const recorded = readModel.tasks.task(id, clocks);
  if (recorded !== undefined) return recorded;
  const known = knownForReports(readModel, clocks.knownSeq);
  const found = reportOfTask(id, (obligationId) => reportDue(obligationId, known));
  if (found === undefined || waitsSince(found.report, found.officeId, known) > clocks.validAt)
    return undefined;
  return reportTask(found.report, found.officeId, known, readModel, clocks);
}

function reportTasks(
  readModel: ReadModel,
  { officeId, overdueOnly = false }: WorklistFilter,
  clocks: Clocks,
): Page<ReportTask>['rows'] {
  const known = knownForReports(readModel, clocks.knownSeq);
  return reportsWaiting(officeId, clocks.validAt, known)
    .map((report) => reportTask(report, officeId, known, readModel, clocks))
    .filter(
      ({ until, overdue }) => (until === undefined || clocks.validAt < until) && (overdue || !overdueOnly),
    )
    .map((row) => ({ key: worklistKey(row.due.day, row.since, row.id), row }));
}

function reportTask(
  report: DueReport,
  officeId: OfficeId,
  known: KnownForReports,
  readModel: ReadModel,
  { validAt, knownSeq }: Clocks,
): ReportTask {
  const handedInOn = firstHandedIn(readModel, report, knownSeq);
  const task = taskOfReport(report, officeId, handedInOn, known);
  const { taskId: id, kind, subjectId, since, due, basis } = task;
  const waits = handedInOn === undefined || validAt < handedInOn;
  return {
    id,
    kind,
    subjectId,
    officeId,
    since,
    ...(handedInOn === undefined ? {} : { until: handedInOn }),
    due: { day: due, certain: true },
    overdue: due < validAt && waits,
    basis,
  };
}

/** The first day on which a report was handed in, as known. */
function firstHandedIn(
  readModel: ReadModel,
  { obligationId }: DueReport,
  knownSeq: number,
): LocalDate | undefined {
  const days = readModel.reports.report(obligationId, knownSeq)?.submissions.map((s) => s.submittedOn);
  return days?.sort()[0];
}
