import type { EventOf } from '../events/catalogue.js';
import type { ProjectEvents } from './events.js';
import type { Project } from './project.js';

/** The project after an event of its stream; undefined where it was not registered before. */
export function evolveProject(
  project: Project | undefined,
  event: EventOf<keyof ProjectEvents>,
): Project | undefined {
  switch (event.type) {
    case 'project.registered':
      return { ...event.data, steps: [] };
    case 'project.advanced':
      return project && { ...project, steps: [...project.steps, event.data] };
  }
}
