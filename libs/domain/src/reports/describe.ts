import type { HolderLevel } from '../duties/duty.js';
import { officeOfUnit, parseOfficeId, type OfficeKind } from '../responsibilities/office.js';
import { tierOf } from '../responsibilities/holder-by-law.js';
import { daysIn, later } from '../time/days.js';
import { contains, earlierEnd, type ValidInterval } from '../time/interval.js';
import { BEFORE_ALL, type LocalDate } from '../time/local-date.js';
import { predecessorsOn, type Lineage } from '../units/lineage.js';
import { unitsUpwards } from '../units/upwards.js';
import type { UnitId } from '../units/unit.js';
import { ruleOf, type RecipientRule, type ReportRule } from './catalogue.js';
import type {
  DueReport,
  KnownForReports,
  ManagedPart,
  KnownOffices,
  Recipient,
  ReportObligation,
} from './obligation.js';

/** The duty whose holder manages a cluster, and so vouches for its figures. */
const MANAGE = 'ccn_manage_local_clusters';
const INVESTOR_REPORT = 'ccn_investor_report';
const NOBODY: KnownOffices = { status: 'UNDETERMINED', officeIds: [], candidates: [] };

type Period = Required<ValidInterval>;

/** A due report with its recipients and with who managed its period. */
export function describeReport(report: DueReport, known: KnownForReports): ReportObligation {
  const rule = ruleOf(report);
  const managedBy = report.period === undefined ? [] : managers(rule, report, report.period, known);
  return {
    ...report,
    name: rule.name,
    ...(rule.form === undefined ? {} : { form: rule.form }),
    basis: rule.basis,
    recipients: rule.recipients
      .filter((r) => contains({ ...r, from: r.from ?? BEFORE_ALL }, report.dueBefore))
      .map((r) => recipient(r, report, known)),
    managedBy,
    ...(managedBy.length === 0 ? {} : { reporterManagedAll: managedBy.every((p) => isManager(p, report)) }),
  };
}

function isManager(managed: ManagedPart, { reporter }: DueReport): boolean {
  return reporter.officeIds.some((id) => managed.officeIds.includes(id));
}

function recipient(rule: RecipientRule, report: DueReport, known: KnownForReports): Recipient {
  return { level: rule.level, basis: rule.basis, ...offices(rule, report, known) };
}

/** The office of the level: by its duty over the cluster, by the province of what reports, or the national one. */
function offices({ level, dutyId }: RecipientRule, report: DueReport, known: KnownForReports): KnownOffices {
  const clusters = clustersOf(report, known);
  if (dutyId !== undefined)
    return clusters.length === 1 ? known.answer(clusters[0] ?? '', dutyId, report.dueBefore) : NOBODY;
  // Which statistics office it is, of which tier, no source that was read says.
  if (level === 'THONG_KE') return NOBODY;
  if (tierOf(level) === undefined) return { status: 'HELD', officeIds: [level], candidates: [] };
  return ofProvinces(level, provincesOf(report, clusters, known));
}

function ofProvinces(level: HolderLevel, provinces: readonly UnitId[]): KnownOffices {
  const officeIds = provinces.map((id) => officeOfUnit(level as OfficeKind, id));
  if (officeIds.length === 0) return NOBODY;
  return { status: officeIds.length === 1 ? 'HELD' : 'JOINT', officeIds, candidates: [] };
}

function clustersOf(
  { reportId, subjectIds, dueBefore }: DueReport,
  known: KnownForReports,
): readonly string[] {
  if (reportId !== 'report_secondary_project') return subjectIds;
  return subjectIds
    .flatMap((projectId) => known.projectsOn(dueBefore, { projectId }))
    .flatMap((p) => (subjectIds.includes(p.projectId) && p.clusterId !== undefined ? [p.clusterId] : []));
}

function provincesOf(
  { reporter, dueBefore }: DueReport,
  clusters: readonly string[],
  known: KnownForReports,
): readonly UnitId[] {
  const own = reporter.officeIds.flatMap((id) => {
    const unitId = parseOfficeId(id)?.rest;
    const province = unitId === undefined ? undefined : provinceAbove(unitId, dueBefore, known.lineage);
    return province === undefined ? [] : [province];
  });
  const found = own.length > 0 ? own : clusters.flatMap((id) => known.provincesOf(id, dueBefore));
  return [...new Set(found)].sort();
}

function provinceAbove(unitId: UnitId, day: LocalDate, lineage: Lineage): UnitId | undefined {
  for (const unit of unitsUpwards(lineage, unitId, () => day))
    if (unit.level === 'PROVINCE') return unit.unitId;
  return undefined;
}

function managers(
  rule: ReportRule,
  report: DueReport,
  period: Period,
  known: KnownForReports,
): readonly ManagedPart[] {
  switch (rule.by) {
    case 'CLUSTER':
      return report.subjectIds.flatMap((id) => managersOf(id, INVESTOR_REPORT, period, known));
    case 'LOCAL_AUTHORITY':
      return report.subjectIds.flatMap((id) => managersOf(id, MANAGE, period, known));
    case 'DEPARTMENT':
      return departments(report, period, known.lineage);
    case 'PROJECT':
    case 'COMMUNE':
    case 'PROVINCE':
      return [];
  }
}

/** Who had the duty on which days of the period; days without any are days without a basis. */
function managersOf(
  clusterId: string,
  dutyId: string,
  period: Period,
  known: KnownForReports,
): readonly ManagedPart[] {
  const parts: ManagedPart[] = [];
  let from = period.from;
  for (const a of known.assignments(clusterId, dutyId)) {
    const start = later(a.from, from);
    const end = earlierEnd(a.to, period.to) ?? period.to;
    if (start >= end) continue;
    if (from < start) parts.push(part({ from, to: start }, { ...NOBODY, status: 'NO_BASIS' }, clusterId));
    const officeIds = a.holders.map((h) => h.officeId);
    parts.push(
      part({ from: start, to: end }, { status: a.status, officeIds, candidates: a.candidates }, clusterId),
    );
    from = end;
  }
  if (from < period.to)
    parts.push(part({ from, to: period.to }, { ...NOBODY, status: 'NO_BASIS' }, clusterId));
  return parts;
}

/** A department reports for its whole province: before a merger, those of the former provinces managed it. */
function departments({ reporter }: DueReport, period: Period, lineage: Lineage): readonly ManagedPart[] {
  const provinceId = parseOfficeId(reporter.officeIds[0] ?? '')?.rest ?? '';
  const units = [...predecessorsOn(lineage, provinceId, period.from).map((c) => c.unitId), provinceId];
  return [...new Set(units)].flatMap((id) => {
    const { from = period.from, to } = lineage.lifetime(id) ?? {};
    const days = { from: later(from, period.from), to: earlierEnd(to, period.to) ?? period.to };
    if (days.from >= days.to) return [];
    const officeIds = [officeOfUnit('SO_CONG_THUONG', id)];
    return [part(days, { status: 'HELD', officeIds, candidates: [] })];
  });
}

function part(days: Period, named: KnownOffices, subjectId?: string): ManagedPart {
  return { ...(subjectId === undefined ? {} : { subjectId }), ...days, days: daysIn(days), ...named };
}
