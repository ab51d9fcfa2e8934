import type { Clocks, Page, PageRequest, ProjectFilter, ProjectReads, ProjectView } from '#application/ports';
import { foldName, investorOffice, projectStatusOn, type Project } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { clusterKey, investorKey, projects } from './projection.js';

/** Questions about secondary projects. */
export class ProjectQueries implements ProjectReads {
  readonly #versions: AggregateVersions<Project>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, projects);
  }

  project(id: string, knownSeq: number): ProjectView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  projects(
    { clusterId, investorOfficeId, status, name }: ProjectFilter,
    { validAt, knownSeq }: Clocks,
    page: PageRequest,
  ): Page<ProjectView> {
    const part = name === undefined ? undefined : foldName(name);
    return this.#versions.page(
      {
        keys: [
          ...(clusterId === undefined ? [] : [clusterKey(clusterId)]),
          ...(investorOfficeId === undefined ? [] : [investorKey(investorOfficeId)]),
        ],
        admits: (project) =>
          (clusterId === undefined || project.clusterId === clusterId) &&
          (investorOfficeId === undefined || investorOffice(project) === investorOfficeId) &&
          (status === undefined || projectStatusOn(project, validAt) === status) &&
          (part === undefined || foldName(project.name).includes(part)),
      },
      knownSeq,
      page,
    );
  }
}
