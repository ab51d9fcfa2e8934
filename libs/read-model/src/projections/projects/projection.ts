import { evolveProject, foldName, type Project, type ProjectEvents } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Secondary projects as known at any time. */
export const projects: AggregateKind<Project, keyof ProjectEvents> = {
  name: 'projects',
  version: 1,
  types: ['project.registered', 'project.advanced'],
  idOf: ({ data }) => data.projectId,
  evolve: evolveProject,
  sortOf: ({ name }) => foldName(name),
  keysOf: ({ clusterId }) => (clusterId === undefined ? [] : [`cluster:${clusterId}`]),
};

export const projectsProjection = aggregateProjection(projects);
