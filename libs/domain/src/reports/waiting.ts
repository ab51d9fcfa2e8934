import { parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import { later } from '../time/days.js';
import { earlierEnd } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { periodOf, REPORT_TERMS, REPORTS, ruleOf, type ReportRule, type ReportTerm } from './catalogue.js';
import { datesOf, inForce } from './due.js';
import { reportsOf } from './of-date.js';
import type { DueReport, KnownForReports, ReportDate } from './obligation.js';

/**
 * What an office has to hand in on a day: of each kind of report and term the last one whose period is over, or whose
 * year has begun where its act states no period. Earlier ones make room for it, so that a list does not grow for ever
 * by reports of which nothing is recorded; they are still among `reportsDue`.
 * Where it is not determined who reports, a report waits for nobody.
 */
export function reportsWaiting(
  officeId: OfficeId,
  day: LocalDate,
  known: KnownForReports,
): readonly DueReport[] {
  return REPORTS.flatMap((rule) => REPORT_TERMS.flatMap((term) => lastDate(rule, term, day, known) ?? []))
    .flatMap((date) => reportsOf(date, { officeId }, known))
    .filter((report) => report.reporter.officeIds.includes(officeId))
    .filter((report) => waitsSince(report, officeId, known) <= day);
}

/** First day on which a report waits for an office: never before its act is in force, or the unit of the office exists. */
export function waitsSince(report: DueReport, officeId: OfficeId, known: KnownForReports): LocalDate {
  const start = startOf(report, known.acts(ruleOf(report).basis.actId)?.inForceFrom);
  const unitId = parseOfficeId(officeId)?.rest;
  const born = unitId === undefined ? undefined : known.lineage.lifetime(unitId)?.from;
  return born === undefined ? start : later(start, born);
}

/** The last date of a report whose period is over on a day, of those that its act makes due. */
function lastDate(
  rule: ReportRule,
  term: ReportTerm,
  day: LocalDate,
  known: KnownForReports,
): ReportDate | undefined {
  const { inForceFrom, endsOn } = known.acts(rule.basis.actId) ?? {};
  const year = Number((earlierEnd(endsOn, day) ?? day).slice(0, 4));
  return [year, year - 1]
    .flatMap((y) => datesOf(rule, y))
    .filter((date) => date.term === term && startOf(date, inForceFrom) <= day)
    .find(({ dueBefore }) => inForce(rule, dueBefore, known));
}

function startOf({ year, term }: Pick<ReportDate, 'year' | 'term'>, inForceFrom?: LocalDate): LocalDate {
  const start = periodOf(year, term)?.to ?? (`${year}-01-01` as LocalDate);
  return inForceFrom === undefined ? start : later(start, inForceFrom);
}
