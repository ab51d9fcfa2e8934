import type { DutyId } from '../duties/duty.js';
import {
  OFFICE_KINDS,
  officeOfUnit,
  parseOfficeId,
  type OfficeId,
  type OfficeKind,
} from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';

import type { UnitId, UnitLevel } from '../units/unit.js';
import { periodOf } from './catalogue.js';
import type {
  ClusterSearch,
  DueReport,
  KnownForReports,
  KnownOffices,
  ProjectSearch,
  ReportDate,
  ReportSearch,
} from './obligation.js';

/** The duty whose holder reports for the local authority. */
const LOCAL_REPORT = 'ccn_report_local_status';
const INVESTOR_REPORT = 'ccn_investor_report';
/** The duties whose holders report on clusters; the read model finds clusters by these, so that another is another version. */
export const REPORTING_DUTIES: readonly DutyId[] = [LOCAL_REPORT, INVESTOR_REPORT];

/**
 * The reports of a date: of everybody, or at least those that are asked for.
 * With them may come some of others, which the caller tells apart by their reporter or their id.
 */
export function reportsOf(
  date: ReportDate,
  search: ReportSearch,
  known: KnownForReports,
): readonly DueReport[] {
  switch (date.rule.by) {
    case 'PROJECT':
      return ofProjects(date, search, known);
    case 'CLUSTER':
      return known
        .clustersOn(date.dueBefore, clusterSearch(INVESTOR_REPORT, search))
        .map((id) => due(date, id, [id], known.answer(id, INVESTOR_REPORT, date.dueBefore)));
    case 'LOCAL_AUTHORITY':
      return byLocalAuthority(date, search, known);
    case 'DEPARTMENT':
      return byUnits(date, 'SO_CONG_THUONG', 'PROVINCE', search, known);
    case 'COMMUNE':
      return byUnits(date, 'UBND_XA', 'COMMUNE', search, known);
    case 'PROVINCE':
      return byUnits(date, 'UBND_TINH', 'PROVINCE', search, known);
  }
}

function ofProjects(
  date: ReportDate,
  { officeId, key }: ReportSearch,
  known: KnownForReports,
): readonly DueReport[] {
  const wanted: ProjectSearch | undefined =
    key !== undefined ? { projectId: key } : officeId !== undefined ? { officeId } : undefined;
  return known
    .projectsOn(date.dueBefore, wanted)
    .map(({ projectId, investorOfficeId }) =>
      due(date, projectId, [projectId], investorOfficeId === undefined ? UNKNOWN : held(investorOfficeId)),
    );
}

function clusterSearch(dutyId: DutyId, { officeId, key }: ReportSearch): ClusterSearch | undefined {
  if (key !== undefined) return { clusterId: key };
  return officeId === undefined ? undefined : { dutyId, officeId };
}

/** Clusters of which a local authority reports: the id of its report ends in its unit, or in a cluster that has none. */
function localClusters(
  { dueBefore }: ReportDate,
  search: ReportSearch,
  known: KnownForReports,
): readonly string[] {
  const { key } = search;
  const one = known.clustersOn(dueBefore, clusterSearch(LOCAL_REPORT, search));
  if (key === undefined) return one;
  const others = officesWith(key).flatMap((officeId) =>
    known.clustersOn(dueBefore, { dutyId: LOCAL_REPORT, officeId }),
  );
  return [...new Set([...one, ...others])];
}

/** The offices whose reports have ids that end so. */
function officesWith(key: string): readonly OfficeId[] {
  return [key, ...OFFICE_KINDS.map((kind) => officeOfUnit(kind, key))];
}

/** One report of each office that has the duty over clusters, and one for each cluster of which it is not determined. */
function byLocalAuthority(
  date: ReportDate,
  search: ReportSearch,
  known: KnownForReports,
): readonly DueReport[] {
  const ofOffice = new Map<OfficeId, string[]>();
  const unsettled: DueReport[] = [];
  for (const id of localClusters(date, search, known)) {
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
  { officeId, key }: ReportSearch,
  known: KnownForReports,
): readonly DueReport[] {
  const { dueBefore } = date;
  const office = key === undefined ? officeId : officeOfUnit(kind, key);
  const units =
    office === undefined
      ? known.unitsOn(level, dueBefore)
      : unitOf(office, kind, level, dueBefore, known.lineage);
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
