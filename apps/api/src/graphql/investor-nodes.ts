import type { Clocks } from '#application';
import {
  appointmentsOn,
  leftOn,
  namesSomebody,
  stageOn,
  firstStage,
  type InvestorEntry,
  type KnownAppointment,
  type Lineage,
} from '#domain';
import type { InvestorAppointmentType, InvestorStepType } from './types/investor.js';

/** One appointment as a node, standing where it stands on the day. */
export function investorNode(
  entry: InvestorEntry,
  appointments: readonly KnownAppointment[],
  revision: number,
  clocks: Clocks,
  lineage: Lineage,
): InvestorAppointmentType {
  const { appointmentId, clusterId, phaseId, appointment, steps } = entry;
  const known = appointments.find((a) => a.appointmentId === appointmentId);
  const { provenance, source } = appointment ?? steps[0] ?? UNSAID;
  return {
    id: appointmentId,
    clusterId,
    ...partyOf(entry, clocks),
    ...stated({
      phaseId,
      kind: appointment?.kind,
      actId: appointment?.actId,
      from: appointment?.from,
      stage: stageOn(entry, clocks.validAt, lineage),
      until: known === undefined ? entry.ended?.effectiveOn : leftOn(known, appointments),
    }),
    current: known !== undefined && isCurrent(known, appointments, clocks),
    history: historyOf(entry, clocks.knownSeq),
    provenance,
    source,
    revision,
    clocks,
  };
}

/** Who was appointed, or who applied. */
function partyOf({ appointment, steps }: InvestorEntry, clocks: Clocks) {
  const {
    officeId,
    name,
    members = [],
  } = appointment ?? steps.find((s) => s.applicant !== undefined)?.applicant ?? {};
  return { ...stated({ officeId, name }), members: members.map((member) => ({ ...member, clocks })) };
}

/** The fields that have a value, as exact optional properties want it. */
function stated<T extends object>(fields: T): { readonly [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as never;
}

/** An entry has an appointment or a step; an end alone says nothing of itself. */
const UNSAID = { provenance: 'UNVERIFIED', source: '' } as const;

function isCurrent(
  { appointmentId }: KnownAppointment,
  appointments: readonly KnownAppointment[],
  { validAt }: Clocks,
): boolean {
  return appointmentsOn(appointments, validAt).some(
    (a) => a.appointmentId === appointmentId && namesSomebody(a),
  );
}

/** Steps, the appointment and the end by day; what has no day comes first. */
function historyOf(
  { steps, appointment, appointedBy, ended }: InvestorEntry,
  knownSeq: number,
): readonly InvestorStepType[] {
  const first = appointment === undefined ? undefined : firstStage(appointment);
  const { from } = appointment ?? {};
  const appointed: readonly InvestorStepType[] =
    appointment === undefined || first === undefined
      ? []
      : [
          {
            ...said(appointment),
            stage: first,
            ...stated({ effectiveOn: from, eventId: appointedBy }),
            knownSeq,
          },
        ];
  const taken = steps.map((step): InvestorStepType => ({
    ...said(step),
    stage: step.to,
    effectiveOn: step.effectiveOn,
    reason: step.reason,
    eventId: step.eventId,
    ...(step.score === undefined ? {} : { score: step.score }),
    knownSeq,
  }));
  const over: readonly InvestorStepType[] =
    ended === undefined
      ? []
      : [
          {
            ...said(ended),
            stage: ended.outcome,
            effectiveOn: ended.effectiveOn,
            reason: ended.reason,
            eventId: ended.eventId,
            knownSeq,
          },
        ];
  return [...appointed, ...taken, ...over].sort((a, b) => compare(a.effectiveOn ?? '', b.effectiveOn ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function said({
  actId,
  provenance,
  source,
}: {
  readonly actId?: string;
  readonly provenance: string;
  readonly source: string;
}) {
  return { ...(actId === undefined ? {} : { actId }), provenance, source };
}
