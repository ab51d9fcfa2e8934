import type { ProjectAdvanced, ProjectRegistration } from './project.js';

export interface ProjectEvents {
  'project.registered': ProjectRegistration;
  'project.advanced': ProjectAdvanced;
}

export const PROJECT_EVENT_VERSIONS = {
  'project.registered': 1,
  'project.advanced': 1,
} as const satisfies Readonly<Record<keyof ProjectEvents, number>>;
