import { taskId, type OpenTask } from '../tasks/task.js';
import { dayBefore } from '../time/days.js';
import type { LocalDate } from '../time/local-date.js';
import { REPORTS } from './catalogue.js';
import type { DueReport } from './obligation.js';

/** Reports that wait for their offices on a day: their period is over, or their year has begun where they state none. */
export function tasksOfReports(
  reports: readonly DueReport[],
  submittedIds: ReadonlySet<string>,
  day: LocalDate,
): readonly OpenTask[] {
  return reports
    .filter((r) => !submittedIds.has(r.obligationId) && waitsSince(r) <= day)
    .flatMap((r) => r.reporter.officeIds.map((officeId) => taskFor(r, officeId)));
}

function waitsSince({ period, year }: DueReport): LocalDate {
  return period?.to ?? (`${year}-01-01` as LocalDate);
}

function taskFor(report: DueReport, officeId: string): OpenTask {
  const { obligationId, reportId, dueBefore } = report;
  const basis = REPORTS.find((r) => r.reportId === reportId)?.basis ?? { provenance: 'UNVERIFIED' };
  return {
    // A task's id has hyphens where an obligation's has underscores.
    taskId: taskId('REPORT_DUE', obligationId.replaceAll('_', '-')),
    officeId,
    kind: 'REPORT_DUE',
    subjectId: obligationId,
    since: waitsSince(report),
    due: dayBefore(dueBefore),
    basis,
  };
}
