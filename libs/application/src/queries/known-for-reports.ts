import {
  investorOffice,
  lifecycleOn,
  projectStatusOn,
  territoryOn,
  type ClusterRecord,
  type ClusterSearch,
  type DutyId,
  type KnownForReports,
  type LocalDate,
  type OfficeId,
  type ProjectSearch,
  type ProjectStatus,
  type ReportingProject,
} from '#domain';
import type { Clocks, ReadModel } from '../ports/read-model.js';
import type { ProjectView } from '../ports/reads/projects.js';

/** More than any list has. */
const ALL = { first: 1_000_000 };

/** What obligations to report follow from, as known. */
export function knownForReports(readModel: ReadModel, knownSeq: number): KnownForReports {
  const lineage = readModel.lineage(knownSeq);
  const at = (validAt: LocalDate): Clocks => ({ validAt, knownSeq });
  const allClusters = once((day: LocalDate) =>
    readModel.clusters({}, at(day), ALL).rows.map(({ row }) => row),
  );
  const clustersNaming = once((officeId: OfficeId, dutyId: DutyId) =>
    readModel.reports.clustersNaming(officeId, dutyId, knownSeq),
  );
  const clustersFound = (search: ClusterSearch): readonly ClusterRecord[] =>
    'clusterId' in search
      ? [readModel.cluster(search.clusterId, knownSeq) ?? []].flat()
      : clustersNaming(search.officeId, search.dutyId);
  const allProjects = once((day: LocalDate) =>
    readModel.projects.projects({}, at(day), ALL).rows.map(({ row }) => row),
  );
  return {
    lineage,
    acts: (id) => readModel.act(id, knownSeq),
    clustersOn: (day, search) => {
      const clusters = search === undefined ? allClusters(day) : clustersFound(search);
      return clusters.filter((cluster) => reportedOn(cluster, day)).map(({ clusterId }) => clusterId);
    },
    projectsOn: (day, search) => {
      const projects = search === undefined ? allProjects(day) : projectsFound(search, readModel, at(day));
      return projects.filter((project) => reportsOn(project, day)).map(reportingProject);
    },
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

function projectsFound(search: ProjectSearch, readModel: ReadModel, at: Clocks): readonly ProjectView[] {
  if ('projectId' in search) return [readModel.projects.project(search.projectId, at.knownSeq) ?? []].flat();
  const filter = { investorOfficeId: search.officeId };
  return readModel.projects.projects(filter, at, ALL).rows.map(({ row }) => row);
}

/** A cluster that was revoked is reported on no more. */
function reportedOn(cluster: ClusterRecord, day: LocalDate): boolean {
  const exists = cluster.since === undefined || cluster.since <= day;
  return exists && lifecycleOn(cluster, day)?.state !== 'REVOKED';
}

/** A project that ended reports no more. */
const OVER: readonly ProjectStatus[] = ['REVOKED', 'ENDED'];

function reportsOn(project: ProjectView, day: LocalDate): boolean {
  const exists = project.since === undefined || project.since <= day;
  return exists && !OVER.includes(projectStatusOn(project, day));
}

function reportingProject(project: ProjectView): ReportingProject {
  const { projectId, clusterId } = project;
  const investorOfficeId = investorOffice(project);
  return {
    projectId,
    ...(clusterId === undefined ? {} : { clusterId }),
    ...(investorOfficeId === undefined ? {} : { investorOfficeId }),
  };
}

/** Looks a list up once for what it is asked for: every obligation of a date asks for the same. */
function once<A extends readonly string[], T>(
  find: (...asked: A) => readonly T[],
): (...asked: A) => readonly T[] {
  const found = new Map<string, readonly T[]>();
  return (...asked) => {
    const key = asked.join(' ');
    const known = found.get(key) ?? find(...asked);
    found.set(key, known);
    return known;
  };
}
