import type { ActId } from '../acts/act.js';
import { reasonRequired, refuseBasis } from '../acts/decide-act.js';
import type { DutyId } from '../duties/duty.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Assignment, Holder } from '../responsibilities/assignment.js';
import { officesIn } from '../responsibilities/holder-by-law.js';
import type { LocalDate } from '../time/local-date.js';
import { intersect } from './intersect.js';
import { refuseDuty, refuseHolders, refuseInterval, unknownSubject } from './refusals.js';
import type { KnownAssignment, Register } from './state.js';

export interface Reassign {
  readonly subjectId: string;
  readonly dutyId: DutyId;
  readonly holders: readonly Holder[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly actId: ActId;
  readonly article?: string;
  readonly reason: string;
}

/**
 * Gives a duty to other offices by decision, from a day on.
 * It may not reach into an interval that begins later and is recorded already: then it has to say where it ends.
 * Refuses `UNKNOWN_SUBJECT`, `UNKNOWN_DUTY`, `UNKNOWN_OFFICE`, `UNIT_NOT_IN_FORCE`, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`,
 * `INVALID_INTERVAL`, `OVERLAPPING_INTERVAL`, `REASON_REQUIRED`.
 */
export function decideReassign(
  input: Reassign,
  register: Register,
): Decision<EventOf<'responsibility.reassigned'>> {
  const cluster = register.cluster(input.subjectId);
  if (cluster === undefined) return unknownSubject('subjectId', input.subjectId);
  if (input.reason.trim() === '') return reasonRequired();
  const known = cluster.assignments.filter((a) => a.dutyId === input.dutyId);
  const refusal =
    refuseDuty(input.dutyId, register) ??
    refuseInterval(input.from, input.to) ??
    refuseHolders(input.holders, input, register) ??
    refuseBasis('actId', input.actId, input.from, register.acts) ??
    refuseOverlap(input, known);
  if (refusal !== undefined) return refusal;
  const released = known.filter((a) => intersect(a, input) !== undefined).flatMap(officesIn);
  return accept([
    {
      type: 'responsibility.reassigned',
      data: {
        ...assignmentBy(input),
        releasedOfficeIds: [...new Set(released)],
        reason: input.reason,
      },
    },
  ]);
}

function assignmentBy(input: Reassign): Assignment {
  return {
    subjectId: input.subjectId,
    dutyId: input.dutyId,
    from: input.from,
    ...(input.to === undefined ? {} : { to: input.to }),
    status: input.holders.length === 1 ? 'HELD' : 'JOINT',
    holders: input.holders,
    candidates: [],
    basis: {
      actId: input.actId,
      ...(input.article === undefined ? {} : { article: input.article }),
      provenance: 'STATED',
    },
    manner: 'BY_DECISION',
    explanation: `Given by decision: ${input.reason}`,
  };
}

function refuseOverlap(input: Reassign, known: readonly KnownAssignment[]): Decision<never> | undefined {
  const later = known.find((a) => a.from > input.from && (input.to === undefined || a.from < input.to));
  if (later === undefined) return undefined;
  return refuse(
    'OVERLAPPING_INTERVAL',
    'to',
    input.to ?? '',
    `Another assignment of this duty begins on ${later.from}, within the interval.`,
    `End this one on ${later.from} or before, and record the next interval by its own decision.`,
  );
}
