import { taskId, type OpenTask, type TaskKind } from '../tasks/task.js';
import type { HandoverRecord } from './evolve.js';
import { handoverOn } from './timeline.js';
import { waitedFor, type HandoverNextStep, type HandoverWaited } from './waiting.js';

/** Each is work of an office; to list and to schedule has no day, so that nobody is overdue with it. */
const KINDS: Readonly<Record<HandoverNextStep, TaskKind>> = {
  INVENTORY: 'HANDOVER_INVENTORY',
  SCHEDULE: 'HANDOVER_SCHEDULE',
  SIGN: 'HANDOVER_SIGN',
  ACCEPT: 'HANDOVER_ACCEPT',
  RESOLVE: 'HANDOVER_RESOLVE',
  DECIDE: 'HANDOVER_DECIDE',
};

/** Work that a handover makes for offices, open and done: signatures, acceptances, discrepancies, decisions. */
export function tasksOfHandover(record: HandoverRecord): readonly OpenTask[] {
  const handover = handoverOn(record);
  if (handover === undefined) return [];
  const { handoverId, basis, provenance } = handover;
  return waitedFor(record).flatMap((wait): readonly OpenTask[] => {
    // What began and ended on one day never waited.
    if (wait.until === wait.since) return [];
    const kind = KINDS[wait.step];
    return [
      {
        taskId: taskId(kind, handoverId, ...partsOf(wait)),
        officeId: wait.officeId,
        kind,
        subjectId: handoverId,
        since: wait.since,
        ...(wait.until === undefined ? {} : { until: wait.until }),
        ...(wait.dueOn === undefined ? {} : { due: wait.dueOn }),
        basis: { ...basis, provenance },
      },
    ];
  });
}

/** Which office, what it is about, and the day it arose: it may arise again. */
function partsOf({ officeId, about, since }: HandoverWaited): readonly string[] {
  return [officeId, ...(about === undefined ? [] : [about]), since];
}
