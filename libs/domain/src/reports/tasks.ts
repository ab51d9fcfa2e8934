import type { OfficeId } from '../responsibilities/office.js';
import { taskId, type OpenTask } from '../tasks/task.js';
import { dayBefore } from '../time/days.js';
import type { LocalDate } from '../time/local-date.js';
import { ruleOf } from './catalogue.js';
import type { DueReport, KnownForReports } from './obligation.js';
import { waitsSince } from './waiting.js';

/** Of a report there is always a day until which it is in time. */
export interface ReportTask extends OpenTask {
  readonly due: LocalDate;
}

/** A report as work that waits for an office that has to hand it in; no longer from the day on which it was. */
export function taskOfReport(
  report: DueReport,
  officeId: OfficeId,
  handedInOn: LocalDate | undefined,
  known: KnownForReports,
): ReportTask {
  return {
    taskId: reportTaskId(report, officeId),
    officeId,
    kind: 'REPORT_DUE',
    subjectId: report.obligationId,
    since: waitsSince(report, officeId, known),
    ...(handedInOn === undefined ? {} : { until: handedInOn }),
    due: dayBefore(report.dueBefore),
    basis: ruleOf(report).basis,
  };
}

const PREFIX = taskId('REPORT_DUE', '');
/** Ends an id where several offices have the report, each with a task of its own. */
const OFFICE = /\.[A-Z][A-Z_]+(:[^:]+)?$/;

/** Id of the task of an office: it has hyphens where that of the report has underscores. */
export function reportTaskId({ obligationId, reportId, reporter }: DueReport, officeId: OfficeId): string {
  const rest = obligationId.slice(reportId.length);
  const whose = reporter.officeIds.length > 1 ? [officeId] : [];
  return taskId('REPORT_DUE', `${reportId.replaceAll('_', '-')}${rest}`, ...whose);
}

/** Whose task has an id: the report and the office, or undefined where it is none that waits for anybody. */
export function reportOfTask(
  id: string,
  find: (obligationId: string) => DueReport | undefined,
): { readonly report: DueReport; readonly officeId: OfficeId } | undefined {
  for (const obligationId of obligationIdsIn(id)) {
    const report = find(obligationId);
    const officeId = report?.reporter.officeIds.find((office) => reportTaskId(report, office) === id);
    if (report !== undefined && officeId !== undefined) return { report, officeId };
  }
  return undefined;
}

/** Ids that the report of a task may have: with what may be an office at its end, or without. */
function obligationIdsIn(id: string): readonly string[] {
  if (!id.startsWith(PREFIX)) return [];
  const whole = id.slice(PREFIX.length);
  const dot = whole.indexOf('.');
  const obligationId = whole.slice(0, dot).replaceAll('-', '_') + whole.slice(dot);
  return [...new Set([obligationId, obligationId.replace(OFFICE, '')])];
}
