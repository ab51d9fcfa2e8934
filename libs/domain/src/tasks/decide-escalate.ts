import { refuseBasis, type ActLookup } from '../acts/decide-act.js';
import type { ActId } from '../acts/act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { officeOfUnit } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { CountedDay } from '../time/working-days.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import { chairmanOver } from './chairman.js';
import { isOverdue, lateFrom } from './due.js';
import type { OpenTask } from './task.js';

/** NĐ 139/2025 Đ.22(3): the chairman of the provincial committee guides and coordinates the handing over of work. */
export const COORDINATION = {
  actId: '139-2025-nd-cp.chinh-phu.2025-06-12' as ActId,
  article: 'Đ.22(3)',
} as const;

/** A task as it stands now. */
export interface KnownTask extends Pick<
  OpenTask,
  'taskId' | 'officeId' | 'kind' | 'subjectId' | 'since' | 'until'
> {
  /** By the calendar known now; absent where nothing sets a day. */
  readonly due?: CountedDay;
  readonly escalated: boolean;
  /** The dissolved unit for which its office, a body that the province assigned, gives. */
  readonly actsFor?: UnitId;
}

/** What the decision looks up, as known now. */
export interface EscalationRegister {
  readonly acts: ActLookup;
  readonly law: { readonly lineage: Lineage };
}

/**
 * Brings an overdue task before the chairman of the province.
 * Refuses `UNKNOWN_SUBJECT` where nothing waits any more, `ALREADY_EXISTS` where it was done before,
 * `NOT_APPLICABLE` where it is a report, is not late, or nobody stands over its office, and `ACT_NOT_IN_FORCE` after the decree's end.
 */
export function decideEscalate(
  id: string,
  task: KnownTask | undefined,
  on: LocalDate,
  { acts, law }: EscalationRegister,
): Decision<EventOf<'task.escalated'>> {
  if (task === undefined || (task.until !== undefined && task.until <= on)) return nothingWaits(id);
  if (task.escalated) {
    return refuse(
      'ALREADY_EXISTS',
      'taskId',
      id,
      'The task was brought before the chairman already.',
      'Look at its escalation; it is recorded once.',
    );
  }
  if (task.kind === 'REPORT_DUE') return notHandedOver(id);
  const { due } = task;
  if (due === undefined || !isOverdue(due, on)) return notLate(id, due, on);
  // A body that gives for a dissolved unit lies nowhere itself.
  const placed = task.actsFor === undefined ? task.officeId : officeOfUnit('UBND_HUYEN', task.actsFor);
  const toOfficeId = chairmanOver(placed, on, law.lineage);
  if (toOfficeId === undefined) return nobodyAbove(task.officeId);
  const refusal = refuseBasis('actId', COORDINATION.actId, on, acts);
  if (refusal !== undefined) return refusal;
  const { taskId, kind, subjectId, officeId, since } = task;
  const facts = { taskId, kind, subjectId, officeId, toOfficeId, since, dueOn: due.day };
  const reason = `${officeId} had until ${due.day} and has not done it.`;
  return accept([
    {
      type: 'task.escalated',
      data: {
        ...facts,
        overdueSince: lateFrom(due.day),
        effectiveOn: on,
        ...COORDINATION,
        reason,
        provenance: 'COMPUTED',
        source: 'The worklist of the office and the calendar as known when it was recorded.',
      },
    },
  ]);
}

function nothingWaits(id: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    'taskId',
    id,
    'No such task waits for anybody.',
    'Look its id up in the worklist of the office.',
  );
}

/** Đ.22(3) is about handing over work, and that nothing is recorded of a report does not prove that it was not made. */
function notHandedOver(id: string): Decision<never> {
  return refuse(
    'NOT_APPLICABLE',
    'taskId',
    id,
    'A periodic report is no work that is handed over; that none is recorded does not say that it was not made.',
    'Ask the office, and have it record with submitReport what it handed in.',
  );
}

function notLate(id: string, due: CountedDay | undefined, on: LocalDate): Decision<never> {
  const why =
    due === undefined
      ? 'nothing sets a day for it'
      : due.certain
        ? `it is in time until ${due.day}`
        : `${due.day} is not certain, because not all holidays until then are declared`;
  return refuse(
    'NOT_APPLICABLE',
    'taskId',
    id,
    `The task is not late on ${on}: ${why}.`,
    'Wait until it is; declare the holidays of the year where they are missing.',
  );
}

function nobodyAbove(officeId: string): Decision<never> {
  return refuse(
    'NOT_APPLICABLE',
    'officeId',
    officeId,
    'No chairman of a province stands over this office.',
    'Remind the office itself.',
  );
}
