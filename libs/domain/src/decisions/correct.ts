import type { ActId } from '../acts/act.js';
import { reasonRequired, refuseBasis, unknownAct } from '../acts/decide-act.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Assignment, Holder } from '../responsibilities/assignment.js';
import { contains, earlierEnd, type ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { intersect } from './intersect.js';
import { refuseHolders, refuseInterval, unknownSubject } from './refusals.js';
import type { KnownCluster, Register } from './state.js';

export interface CorrectReassignment {
  readonly eventId: string;
  readonly holders: readonly Holder[];
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** The act that orders the correction; it may be younger than the days it corrects. */
  readonly actId: ActId;
  /** What the duty rests on in those days; absent: the same as the corrected assignment. */
  readonly basisActId?: ActId;
  readonly article?: string;
  readonly reason: string;
}

/**
 * Puts a wrong assignment right with effect in the past; nothing is deleted.
 * Only what still stands of the wrong one changes: decisions made since keep their days.
 * `wrong` is the assignment as the corrected event recorded it.
 */
export function decideCorrectReassignment(
  input: CorrectReassignment,
  wrong: Assignment | undefined,
  register: Register,
): Decision<EventOf<'responsibility.corrected'>> {
  if (wrong === undefined) {
    return refuse(
      'UNKNOWN_EVENT',
      'eventId',
      input.eventId,
      `No assignment is recorded under event ${input.eventId}.`,
      'Look the event up in the audit trail; its type begins with responsibility.',
    );
  }
  const cluster = register.cluster(wrong.subjectId);
  if (cluster === undefined) return unknownSubject('eventId', wrong.subjectId);
  if (input.reason.trim() === '') return reasonRequired();
  const from = input.from ?? wrong.from;
  const to = input.to ?? wrong.to;
  const days = to === undefined ? { from } : { from, to };
  return refuseCorrection(input, wrong, days, register) ?? corrections(input, wrong, cluster, days);
}

function refuseCorrection(
  input: CorrectReassignment,
  wrong: Assignment,
  days: ValidInterval & { readonly from: LocalDate },
  register: Register,
): Decision<never> | undefined {
  return (
    refuseOutside(days, wrong) ??
    refuseInterval(days.from, days.to) ??
    refuseHolders(input.holders, days, register) ??
    (register.acts(input.actId) === undefined ? unknownAct('actId', input.actId) : undefined) ??
    (input.basisActId === undefined
      ? undefined
      : refuseBasis('basisActId', input.basisActId, days.from, register.acts))
  );
}

function refuseOutside(days: ValidInterval, wrong: Assignment): Decision<never> | undefined {
  const late = earlierEnd(days.to, wrong.to) !== days.to;
  if (contains(wrong, days.from) && !late) return undefined;
  const field = contains(wrong, days.from) ? 'to' : 'from';
  return refuse(
    'INVALID_INTERVAL',
    field,
    days[field] ?? '',
    `The corrected assignment runs from ${wrong.from} to ${wrong.to ?? 'an open end'}.`,
    'Correct within that interval.',
  );
}

function corrections(
  input: CorrectReassignment,
  wrong: Assignment,
  cluster: KnownCluster,
  days: { readonly from: LocalDate; readonly to?: LocalDate },
): Decision<EventOf<'responsibility.corrected'>> {
  const standing = cluster.assignments
    .filter((a) => a.eventId === input.eventId)
    .flatMap((a) => intersect(a, days) ?? []);
  if (standing.length === 0) {
    return refuse(
      'NOT_APPLICABLE',
      'eventId',
      input.eventId,
      'Nothing of this assignment stands in the interval any more.',
      'Correct the event that replaced it.',
    );
  }
  return accept(
    standing.map((interval) => {
      const data = {
        ...assignmentBy(input, wrong, interval),
        corrects: input.eventId,
        actId: input.actId,
        reason: input.reason,
      };
      return { type: 'responsibility.corrected', data };
    }),
  );
}

function assignmentBy(input: CorrectReassignment, wrong: Assignment, interval: ValidInterval): Assignment {
  return {
    subjectId: wrong.subjectId,
    dutyId: wrong.dutyId,
    ...interval,
    status: input.holders.length === 1 ? 'HELD' : 'JOINT',
    holders: input.holders,
    candidates: [],
    basis: basisOf(input, wrong),
    manner: 'CORRECTION',
    explanation: `Corrected: ${input.reason}`,
  };
}

function basisOf(input: CorrectReassignment, wrong: Assignment): Assignment['basis'] {
  if (input.basisActId === undefined) return wrong.basis;
  const article = input.article === undefined ? {} : { article: input.article };
  return { actId: input.basisActId, ...article, provenance: 'STATED' };
}
