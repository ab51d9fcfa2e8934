import type { ActId } from '../acts/act.js';
import { reasonRequired, refuseBasis } from '../acts/decide-act.js';
import type { ClusterId } from '../clusters/cluster.js';
import type { DutyId } from '../duties/duty.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { Assignment } from '../responsibilities/assignment.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { intersect } from './intersect.js';
import { refuseDuty, refuseInterval, unknownSubject } from './refusals.js';
import type { KnownAssignment, KnownCluster, Register } from './state.js';

export interface NameLead {
  readonly clusterId: ClusterId;
  readonly leadOfficeId: OfficeId;
  readonly dutyIds?: readonly DutyId[];
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly actId: ActId;
  readonly article?: string;
  readonly reason: string;
}

/**
 * Names the lead of duties that several offices hold together; they keep holding them on the basis they had,
 * so that the end of that basis ends the answer, lead or not. The act shows who named the lead.
 * Refuses `UNKNOWN_SUBJECT`, `UNKNOWN_DUTY`, `UNKNOWN_OFFICE`, `NOT_APPLICABLE` where nothing is held jointly.
 */
export function decideNameLead(
  input: NameLead,
  register: Register,
): Decision<EventOf<'responsibility.reassigned'>> {
  const cluster = register.cluster(input.clusterId);
  if (cluster === undefined) return unknownSubject('clusterId', input.clusterId);
  if (input.reason.trim() === '') return reasonRequired();
  const refusal =
    refuseInterval(input.from, input.to) ??
    input.dutyIds?.map((id, i) => refuseDuty(id, register, `dutyIds.${i}`)).find((r) => r !== undefined) ??
    refuseBasis('actId', input.actId, input.from, register.acts);
  if (refusal !== undefined) return refusal;
  const joint = jointlyHeld(cluster, input);
  if (joint.length === 0) {
    return refuse(
      'NOT_APPLICABLE',
      'dutyIds',
      input.dutyIds?.join(';') ?? '',
      'No duty over this cluster is held jointly in this interval.',
      'Name a lead only where several offices hold a duty together.',
    );
  }
  const stranger = joint.find((a) => !a.holders.some((h) => h.officeId === input.leadOfficeId));
  if (stranger !== undefined) {
    return refuse(
      'UNKNOWN_OFFICE',
      'leadOfficeId',
      input.leadOfficeId,
      `It does not hold ${stranger.dutyId} together with the others.`,
      `Name one of ${stranger.holders.map((h) => h.officeId).join(', ')}.`,
    );
  }
  return accept(joint.flatMap((known) => withLead(known, input)));
}

function jointlyHeld(cluster: KnownCluster, input: NameLead): readonly KnownAssignment[] {
  return cluster.assignments.filter(
    (a) =>
      a.status === 'JOINT' &&
      (input.dutyIds?.includes(a.dutyId) ?? true) &&
      intersect(a, input) !== undefined,
  );
}

function withLead(known: KnownAssignment, input: NameLead): readonly EventOf<'responsibility.reassigned'>[] {
  const interval = intersect(known, input);
  if (interval === undefined) return [];
  const article = input.article === undefined ? '' : ` (${input.article})`;
  const data: Assignment = {
    subjectId: known.subjectId,
    dutyId: known.dutyId,
    ...interval,
    status: 'JOINT',
    holders: known.holders.map((h) => ({ ...h, lead: h.officeId === input.leadOfficeId })),
    candidates: [],
    basis: known.basis,
    manner: 'BY_DECISION',
    explanation: `Several offices hold this duty together, and a decision${article} names the lead.`,
    restsOn: [known.eventId],
  };
  return [
    {
      type: 'responsibility.reassigned',
      data: { ...data, releasedOfficeIds: [], actId: input.actId, reason: input.reason },
    },
  ];
}
