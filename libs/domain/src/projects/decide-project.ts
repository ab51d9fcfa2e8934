import { refuseBasis, type ActLookup } from '../acts/decide-act.js';
import type { ClusterId } from '../clusters/cluster.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { refuseAmount, refuseId } from '../identity/refuse.js';
import { refuseStep } from '../lifecycle/steps.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { PROJECT_STEPS, type Project, type ProjectAdvanced, type ProjectRegistration } from './project.js';

/** What a decision on projects looks up; all of it as known now. */
export interface ProjectRegister {
  readonly acts: ActLookup;
  subjectExists(id: string): boolean;
  cluster(id: ClusterId): object | undefined;
}

/**
 * Registers a secondary project.
 * Refuses `INVALID_INPUT` for an id or figure that is none, `ALREADY_EXISTS`, and `UNKNOWN_SUBJECT` for its cluster.
 */
export function decideRegisterProject(
  input: ProjectRegistration,
  register: ProjectRegister,
): Decision<EventOf<'project.registered'>> {
  const { projectId, clusterId, areaHa, capitalVnd } = input;
  const misshapen =
    refuseId('projectId', projectId) ??
    refuseAmount('areaHa', areaHa) ??
    refuseAmount('capitalVnd', capitalVnd);
  if (misshapen !== undefined) return misshapen;
  if (register.subjectExists(projectId)) return alreadyRegistered('projectId', projectId);
  if (clusterId !== undefined && register.cluster(clusterId) === undefined)
    return unknownSubject('clusterId', clusterId);
  return accept([{ type: 'project.registered', data: input }]);
}

/**
 * Records a step of a project.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_STEP`, `INVALID_INTERVAL` before its start, and an act that is not in force.
 */
export function decideAdvanceProject(
  input: ProjectAdvanced,
  project: Project | undefined,
  { acts }: Pick<ProjectRegister, 'acts'>,
): Decision<EventOf<'project.advanced'>> {
  if (project === undefined) return unknownSubject('projectId', input.projectId);
  const { effectiveOn, actId } = input;
  if (project.since !== undefined && effectiveOn < project.since) {
    return refuse(
      'INVALID_INTERVAL',
      'effectiveOn',
      effectiveOn,
      `The project is known since ${project.since} only.`,
      `Give ${project.since} or a later day.`,
    );
  }
  const refused =
    refuseStep(PROJECT_STEPS, project.status, project.steps, input) ??
    (actId === undefined ? undefined : refuseBasis('actId', actId, effectiveOn, acts));
  return refused ?? accept([{ type: 'project.advanced', data: input }]);
}

/** The refusal for a subject id that something is registered under; ids are unique over all kinds of subjects. */
export function alreadyRegistered(field: string, id: string): Decision<never> {
  return refuse(
    'ALREADY_EXISTS',
    field,
    id,
    `Something is registered under ${id} already.`,
    'Use what is registered, or give another id.',
  );
}
