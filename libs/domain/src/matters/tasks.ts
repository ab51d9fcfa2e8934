import { basisOf } from '../responsibilities/by-law.js';
import { addDays } from '../time/calendar-days.js';
import type { LocalDate } from '../time/local-date.js';
import { taskId, type OpenTask, type TaskBasis, type TaskKind } from '../tasks/task.js';
import { unitOfOffice } from './continuation.js';
import { DISTRICTS_ENDED_ON } from './cutover.js';
import { termOn } from './deadline.js';
import type { Matter } from './evolve.js';
import type { MatterStage } from './stages.js';
import { matterTimeline, type MatterLaw, type MatterStanding } from './standing.js';

const COORDINATE_DUTY = 'transition_coordinate_inflight_matters';

const FOR_EVER = '9999-12-31' as LocalDate;

/** What each stage waits for. */
const WAITS_FOR: Readonly<Record<MatterStage, TaskKind | undefined>> = {
  IN_PROGRESS: 'MATTER_DECIDE',
  TO_BE_TAKEN_OVER: 'MATTER_TAKE_OVER',
  COORDINATION_NEEDED: 'MATTER_COORDINATE',
  UNDETERMINED: 'MATTER_COORDINATE',
  TAKEN_OVER: 'MATTER_ACCEPT',
  COORDINATED: 'MATTER_ACCEPT',
  ACCEPTED: 'MATTER_DECIDE',
  CLOSED: undefined,
};

/** The work that a matter made and makes for offices, the past included. */
export function tasksOfMatter(matter: Matter, law: MatterLaw): readonly OpenTask[] {
  return matterTimeline(matter, law).flatMap((standing) => tasksOf(standing, matter, law));
}

function tasksOf(standing: MatterStanding, matter: Matter, law: MatterLaw): readonly OpenTask[] {
  const kind = WAITS_FOR[standing.stage];
  if (kind === undefined) return [];
  if (kind !== 'MATTER_COORDINATE') {
    return standing.officeId === undefined
      ? []
      : [
          task(
            kind,
            standing.officeId,
            standing,
            matter,
            standing.basis ?? { provenance: matter.provenance },
          ),
        ];
  }
  const since = standing.from < DISTRICTS_ENDED_ON ? DISTRICTS_ENDED_ON : standing.from;
  if (standing.to !== undefined && standing.to <= since) return [];
  const basis = coordination(since, law) ?? { provenance: matter.provenance };
  return standing.coordinators.map((id) => task(kind, id, { ...standing, from: since }, matter, basis));
}

function task(
  kind: TaskKind,
  officeId: string,
  { from, to }: MatterStanding,
  matter: Matter,
  basis: TaskBasis,
): OpenTask {
  const { matterId } = matter;
  const due = termOn(matter, to === undefined ? FOR_EVER : addDays(to, -1));
  return {
    taskId: taskId(kind, matterId, from, unitOfOffice(officeId) ?? officeId),
    officeId,
    kind,
    subjectId: matterId,
    since: from,
    ...(to === undefined ? {} : { until: to }),
    ...(due === undefined ? {} : { due }),
    basis,
  };
}

/** The basis of the chairman's duty to coordinate, by the catalogue. */
function coordination(day: LocalDate, { duties }: MatterLaw): TaskBasis | undefined {
  const rules = duties.find(({ dutyId }) => dutyId === COORDINATE_DUTY)?.rules ?? [];
  const rule = rules.find(({ from, to }) => (from ?? day) <= day && (to === undefined || day < to));
  return rule && basisOf(rule);
}
