import { contains } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { OfficeId } from '../responsibilities/office.js';
import { REPORT_TERMS, REPORTS, type ReportRule } from './catalogue.js';
import { reportsOf } from './of-date.js';
import type { DueFilter, DueReport, KnownForReports, ReportDate } from './obligation.js';

/** Reports that fall due in some days, by due day and id: a pure function of the catalogue, the ledger and the days. */
export function reportsDue(filter: DueFilter, known: KnownForReports): readonly DueReport[] {
  return datesIn(filter, known)
    .flatMap((date) => reportsOf(date, filter, known))
    .filter((report) => filter.officeId === undefined || concerns(report, filter.officeId))
    .sort((a, b) => compare(a.dueBefore, b.dueBefore) || compare(a.obligationId, b.obligationId));
}

/** One report by its id; undefined where nothing of the kind is due. */
export function reportDue(obligationId: string, known: KnownForReports): DueReport | undefined {
  const [reportId, when, ...rest] = obligationId.split('.');
  const key = rest.join('.');
  const rule = REPORTS.find((r) => r.reportId === reportId);
  const date = REPORT_TERMS.map((term) => rule?.due[term])
    .filter((due) => due !== undefined)
    .map((due) => `${(when ?? '').slice(0, 4)}-${due}` as LocalDate);
  return date
    .flatMap((due) =>
      reportsDue(
        { dueFrom: due, dueTo: due, key, ...(rule === undefined ? {} : { reportId: rule.reportId }) },
        known,
      ),
    )
    .find((report) => report.obligationId === obligationId);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Dates of the reports whose act is in force on them. */
function datesIn({ dueFrom, dueTo, reportId }: DueFilter, known: KnownForReports): readonly ReportDate[] {
  const rules = REPORTS.filter((r) => reportId === undefined || r.reportId === reportId);
  const first = Number(dueFrom.slice(0, 4));
  const years = Array.from({ length: Number(dueTo.slice(0, 4)) - first + 1 }, (_, i) => first + i);
  return years
    .flatMap((year) => rules.flatMap((rule) => datesOf(rule, year)))
    .filter(({ dueBefore }) => dueFrom <= dueBefore && dueBefore <= dueTo)
    .filter(({ rule, dueBefore }) => inForce(rule, dueBefore, known));
}

/** The dates of a report in a year. */
export function datesOf(rule: ReportRule, year: number): readonly ReportDate[] {
  return REPORT_TERMS.flatMap((term) => {
    const due = rule.due[term];
    return due === undefined ? [] : [{ rule, year, term, dueBefore: `${year}-${due}` as LocalDate }];
  });
}

/** Whether the act of a report is in force on a day. */
export function inForce({ basis }: ReportRule, day: LocalDate, { acts }: KnownForReports): boolean {
  const act = acts(basis.actId);
  if (act === undefined) return false;
  const from = act.inForceFrom ?? act.issuedOn;
  return (
    from === undefined || contains({ from, ...(act.endsOn === undefined ? {} : { to: act.endsOn }) }, day)
  );
}

function concerns({ reporter }: DueReport, officeId: OfficeId): boolean {
  return reporter.officeIds.includes(officeId) || reporter.candidates.includes(officeId);
}
