import type { OfficeId, Project, ProjectStatus } from '#domain';
import type { Clocks, Page, PageRequest } from '../paging.js';
import type { Versioned } from './versioned.js';

export type ProjectView = Versioned<Project>;

export interface ProjectFilter {
  readonly clusterId?: string;
  readonly investorOfficeId?: OfficeId;
  /** Where it stands on the day. */
  readonly status?: ProjectStatus;
  /** Found anywhere in the name, with or without diacritics, in any case. */
  readonly name?: string;
}

/** Questions about secondary projects. */
export interface ProjectReads {
  project(id: string, knownSeq: number): ProjectView | undefined;
  /** By name. */
  projects(filter: ProjectFilter, at: Clocks, page: PageRequest): Page<ProjectView>;
}
