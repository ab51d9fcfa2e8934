import { contains } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { officeOfUnit, parseOfficeId, type OfficeId, type OfficeKind } from '../responsibilities/office.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId, UnitLevel } from '../units/unit.js';
import { periodOf, REPORT_TERMS, REPORTS, type ReportRule } from './catalogue.js';
import type { DueFilter, DueReport, KnownForReports, KnownOffices, ReportDate } from './obligation.js';

/** The duty whose holder reports for the local authority. */
const LOCAL_REPORT = 'ccn_report_local_status';
const INVESTOR_REPORT = 'ccn_investor_report';

/** Reports that fall due in some days, by due day and id: a pure function of the catalogue, the ledger and the days. */
export function reportsDue(filter: DueFilter, known: KnownForReports): readonly DueReport[] {
  return datesIn(filter, known)
    .flatMap((date) => reportsOf(date, filter.officeId, known))
    .filter((report) => filter.officeId === undefined || concerns(report, filter.officeId))
    .sort((a, b) => compare(a.dueBefore, b.dueBefore) || compare(a.obligationId, b.obligationId));
}

/** One report by its id; undefined where nothing of the kind is due. */
export function reportDue(obligationId: string, known: KnownForReports): DueReport | undefined {
  const [reportId, when] = obligationId.split('.');
  const rule = REPORTS.find((r) => r.reportId === reportId);
  const date = REPORT_TERMS.map((term) => rule?.due[term])
    .filter((due) => due !== undefined)
    .map((due) => `${(when ?? '').slice(0, 4)}-${due}` as LocalDate);
  return date
    .flatMap((due) =>
      reportsDue(
        { dueFrom: due, dueTo: due, ...(rule === undefined ? {} : { reportId: rule.reportId }) },
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

function datesOf(rule: ReportRule, year: number): readonly ReportDate[] {
  return REPORT_TERMS.flatMap((term) => {
    const due = rule.due[term];
    return due === undefined ? [] : [{ rule, year, term, dueBefore: `${year}-${due}` as LocalDate }];
  });
}

function inForce({ basis }: ReportRule, day: LocalDate, { acts }: KnownForReports): boolean {
  const act = acts(basis.actId);
  if (act === undefined) return false;
  const from = act.inForceFrom ?? act.issuedOn;
  return (
    from === undefined || contains({ from, ...(act.endsOn === undefined ? {} : { to: act.endsOn }) }, day)
  );
}

function reportsOf(
  date: ReportDate,
  officeId: OfficeId | undefined,
  known: KnownForReports,
): readonly DueReport[] {
  switch (date.rule.by) {
    case 'PROJECT':
      return known
        .projectsOn(date.dueBefore)
        .map(({ projectId, investorOfficeId }) =>
          due(
            date,
            projectId,
            [projectId],
            investorOfficeId === undefined ? UNKNOWN : held(investorOfficeId),
          ),
        );
    case 'CLUSTER':
      return known
        .clustersOn(date.dueBefore)
        .map((id) => due(date, id, [id], known.answer(id, INVESTOR_REPORT, date.dueBefore)));
    case 'LOCAL_AUTHORITY':
      return byLocalAuthority(date, known);
    case 'DEPARTMENT':
      return byUnits(date, 'SO_CONG_THUONG', 'PROVINCE', officeId, known);
    case 'COMMUNE':
      return byUnits(date, 'UBND_XA', 'COMMUNE', officeId, known);
    case 'PROVINCE':
      return byUnits(date, 'UBND_TINH', 'PROVINCE', officeId, known);
  }
}

/** One report of each office that has the duty over clusters, and one for each cluster of which it is not determined. */
function byLocalAuthority(date: ReportDate, known: KnownForReports): readonly DueReport[] {
  const ofOffice = new Map<OfficeId, string[]>();
  const unsettled: DueReport[] = [];
  for (const id of known.clustersOn(date.dueBefore)) {
    const answer = known.answer(id, LOCAL_REPORT, date.dueBefore);
    if (answer.officeIds.length === 0) unsettled.push(due(date, id, [id], answer));
    for (const office of answer.officeIds) ofOffice.set(office, [...(ofOffice.get(office) ?? []), id]);
  }
  const settled = [...ofOffice].map(([office, clusters]) =>
    due(date, parseOfficeId(office)?.rest ?? office, clusters, held(office)),
  );
  return [...settled, ...unsettled];
}

function byUnits(
  date: ReportDate,
  kind: 'SO_CONG_THUONG' | 'UBND_XA' | 'UBND_TINH',
  level: 'PROVINCE' | 'COMMUNE',
  officeId: OfficeId | undefined,
  known: KnownForReports,
): readonly DueReport[] {
  const { dueBefore } = date;
  const units =
    officeId === undefined
      ? known.unitsOn(level, dueBefore)
      : unitOf(officeId, kind, level, dueBefore, known.lineage);
  return units.map((id) => due(date, id, [], held(officeOfUnit(kind, id))));
}

/** The one unit whose office it is, so that nobody looks through all of the country for it. */
function unitOf(
  officeId: OfficeId,
  kind: OfficeKind,
  level: UnitLevel,
  day: LocalDate,
  lineage: Lineage,
): readonly UnitId[] {
  const office = parseOfficeId(officeId);
  const unitId = office?.rest ?? '';
  return office?.kind === kind && lineage.unitOn(unitId, day)?.level === level ? [unitId] : [];
}

const UNKNOWN: KnownOffices = { status: 'UNDETERMINED', officeIds: [], candidates: [] };

function held(officeId: OfficeId): KnownOffices {
  return { status: 'HELD', officeIds: [officeId], candidates: [] };
}

function due(
  { rule, year, term, dueBefore }: ReportDate,
  key: string,
  subjectIds: readonly string[],
  reporter: KnownOffices,
): DueReport {
  const period = periodOf(year, term);
  return {
    obligationId: `${rule.reportId}.${year}-${term}.${key}`,
    reportId: rule.reportId,
    year,
    term,
    ...(period === undefined ? {} : { period }),
    dueBefore,
    subjectIds,
    reporter,
  };
}

function concerns({ reporter }: DueReport, officeId: OfficeId): boolean {
  return reporter.officeIds.includes(officeId) || reporter.candidates.includes(officeId);
}
