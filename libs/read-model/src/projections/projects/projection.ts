import { evolveProject, foldName, investorOffice, type Project, type ProjectEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Secondary projects as known at any time. */
export const projects: AggregateKind<Project, keyof ProjectEvents> = {
  name: 'projects',
  version: 2,
  types: ['project.registered', 'project.advanced'],
  idOf: ({ data }) => data.projectId,
  evolve: evolveProject,
  sortOf: ({ name }) => foldName(name),
  keysOf: (project) => [
    ...(project.clusterId === undefined ? [] : [clusterKey(project.clusterId)]),
    ...[investorOffice(project) ?? []].flat().map(investorKey),
  ],
};

/** Key of the projects in a cluster. */
export function clusterKey(clusterId: string): string {
  return `cluster:${clusterId}`;
}

/** Key of the projects that an office invests in. */
export function investorKey(officeId: string): string {
  return `investor:${officeId}`;
}

export const projectsProjection = aggregateProjection(projects);
