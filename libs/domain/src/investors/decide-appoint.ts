import type { ActId } from '../acts/act.js';
import { reasonRequired } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { KnownCluster, Register } from '../decisions/state.js';
import type { DomainEvent } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { parseOfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { appointmentsOn, namesSomebody, sharePhase } from './current.js';
import { refuseShares } from './decide-advance.js';
import type { InvestorEnded } from './events.js';
import type { InvestorAppointment, KnownAppointment } from './investor.js';
import { appointmentsOf, stageOn, type InvestorEntry, type InvestorRecord } from './record.js';
import {
  refuseForeignCommittee,
  refusePhase,
  refuseProvincialAct,
  refuseUnstated,
  unknownAppointment,
} from './refusals.js';
import { endingsFrom, REARRANGEMENTS, type InvestorOutcome, type InvestorStage } from './stage.js';

/** An appointment by decision: since when and by which act is part of it. */
export type AppointInvestor = InvestorAppointment & { readonly from: LocalDate; readonly actId: ActId };

/** An end by decision, with whoever follows on the same day. */
export interface EndInvestor extends Omit<InvestorEnded, 'successorAppointmentId'> {
  readonly successor?: AppointInvestor;
}

/**
 * Appoints an investor where none is current, whether it applied or was named at once.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_INPUT`, `UNKNOWN_OFFICE`, `UNKNOWN_ACT`, `ACT_NOT_IN_FORCE`, `NOT_APPLICABLE`,
 * `ALREADY_EXISTS`, `EVIDENCE_REQUIRED`, and `OVERLAPPING_INTERVAL` where one is current or begins later.
 */
export function decideAppointInvestor(
  appointment: AppointInvestor,
  record: InvestorRecord | undefined,
  register: Register,
): Decision<DomainEvent> {
  const cluster = register.cluster(appointment.clusterId);
  if (cluster === undefined) return unknownSubject('clusterId', appointment.clusterId);
  return (
    refuseAppointment(appointment, record, cluster, register) ??
    refuseOverlap(appointment, undefined, record) ??
    accept<DomainEvent>([{ type: 'investor.appointed', data: appointment }])
  );
}

/**
 * Ends an appointment by decision; with a successor the one ends and the other begins on the same day, together.
 * A change of boundaries is no such decision.
 * Refuses as an appointment does, and `REASON_REQUIRED`, and `INVALID_STEP` for an end that its stage does not have.
 */
export function decideEndInvestor(
  input: EndInvestor,
  record: InvestorRecord | undefined,
  register: Register,
): Decision<DomainEvent> {
  const cluster = register.cluster(input.clusterId);
  if (cluster === undefined) return unknownSubject('clusterId', input.clusterId);
  if (input.reason.trim() === '') return reasonRequired();
  const entry = record?.entries.find((e) => e.appointmentId === input.appointmentId);
  if (entry === undefined) return unknownAppointment(input.appointmentId);
  const { successor, ...end } = input;
  return (
    refuseUnstated(input.provenance) ??
    refuseEnd(input, entry, cluster, register) ??
    refuseSuccessor(input, entry) ??
    (successor === undefined
      ? undefined
      : (refuseAppointment(successor, record, cluster, register) ??
        refuseOverlap(successor, entry.appointmentId, record))) ??
    accept(ending(end, successor))
  );
}

function ending(
  end: Omit<EndInvestor, 'successor'>,
  successor: AppointInvestor | undefined,
): readonly DomainEvent[] {
  if (successor === undefined) return [{ type: 'investor.ended', data: end }];
  const data = { ...end, successorAppointmentId: successor.appointmentId };
  return [
    { type: 'investor.ended', data },
    { type: 'investor.appointed', data: successor },
  ];
}

function refuseEnd(
  { outcome, effectiveOn, actId, appointmentId }: EndInvestor,
  entry: InvestorEntry,
  cluster: KnownCluster,
  register: Register,
): Decision<never> | undefined {
  const stage = stageOn(entry, effectiveOn, register.law.lineage);
  const later = entry.steps.find((s) => s.effectiveOn > effectiveOn);
  if (entry.ended !== undefined || later !== undefined) {
    return refuse(
      'OVERLAPPING_INTERVAL',
      'effectiveOn',
      effectiveOn,
      `${appointmentId} has a later step, or ended on ${entry.ended?.effectiveOn ?? later?.effectiveOn} already.`,
      'Give a day after its last step; an appointment ends once.',
    );
  }
  if (stage === undefined || !endingsFrom(stage).includes(outcome)) return noEnding(outcome, stage);
  if (outcome === 'NOT_SELECTED') return undefined;
  if (actId === undefined) return actRequired();
  return refuseProvincialAct(actId, effectiveOn, cluster, register);
}

function noEnding(outcome: InvestorOutcome, stage: InvestorStage | undefined): Decision<never> {
  return refuse(
    'INVALID_STEP',
    'outcome',
    outcome,
    stage === undefined ? 'Nobody is named as investor on that day.' : `${stage} does not end as ${outcome}.`,
    stage === undefined || endingsFrom(stage).length === 0
      ? 'Look its stage on that day up.'
      : `It may end as ${endingsFrom(stage).join(', ')}.`,
  );
}

function actRequired(): Decision<never> {
  return refuse(
    'INVALID_INPUT',
    'actId',
    '',
    'An investor changes by a decision of its own only.',
    'Name the decision of the provincial committee.',
  );
}

/** Who follows, and where: in the same phase, on the same day, by the same decision, and as the outcome says. */
function refuseSuccessor(
  { outcome, successor, effectiveOn, actId }: EndInvestor,
  entry: InvestorEntry,
): Decision<never> | undefined {
  if (successor === undefined) return FOLLOWED.includes(outcome) ? successorRequired(outcome) : undefined;
  const fits =
    successor.from === effectiveOn && successor.actId === actId && successor.phaseId === entry.phaseId;
  const follower = FOLLOWERS[outcome];
  if (fits && follower !== undefined && follower(successor)) return undefined;
  return refuse(
    'INVALID_INPUT',
    'successor',
    successor.officeId ?? '',
    fits
      ? `${successor.name ?? successor.kind} cannot follow where an appointment ended as ${outcome}.`
      : 'Who follows begins on the same day, in the same phase, by the same decision.',
    'Name the investor that the decision names.',
  );
}

const FOLLOWED: readonly InvestorOutcome[] = [
  'REPLACED',
  'TRANSFERRED_TO_COMMUNE',
  'TRANSFERRED_TO_PROVINCIAL_UNIT',
  'MERGED_UNIT',
  'REPLACED_BY_ENTERPRISE',
];

/** Who may follow where an appointment ends in a way; nobody where it is not listed. */
const FOLLOWERS: Readonly<Partial<Record<InvestorOutcome, (by: InvestorAppointment) => boolean>>> = {
  REPLACED: namesSomebody,
  TRANSFERRED_TO_COMMUNE: ({ officeId }) => parseOfficeId(officeId ?? '')?.kind === 'UBND_XA',
  TRANSFERRED_TO_PROVINCIAL_UNIT: ({ kind }) => kind === 'PUBLIC_SERVICE_UNIT',
  MERGED_UNIT: ({ kind }) => kind === 'PUBLIC_SERVICE_UNIT',
  DISSOLVED_ASSET_ASSIGNED: namesSomebody,
  REPLACED_BY_ENTERPRISE: ({ kind }) => kind === 'ENTERPRISE',
};

function successorRequired(outcome: InvestorOutcome): Decision<never> {
  return refuse(
    'INVALID_INPUT',
    'successor',
    '',
    `An appointment that ended as ${outcome} is followed by another on the same day.`,
    'Name who follows; an investor that nobody follows ends as TERMINATED.',
  );
}

function refuseAppointment(
  appointment: AppointInvestor,
  record: InvestorRecord | undefined,
  cluster: KnownCluster,
  register: Register,
): Decision<never> | undefined {
  return (
    refuseNobody(appointment) ??
    refuseUnstated(appointment.provenance) ??
    refusePhase(appointment.phaseId, appointment.from, cluster) ??
    refuseShares(appointment.members, 'members') ??
    refuseOffices(appointment, register) ??
    refuseForeignCommittee(appointment, appointment.from, cluster, register) ??
    refuseEntry(appointment, record, register) ??
    refuseProvincialAct(appointment.actId, appointment.from, cluster, register)
  );
}

function refuseNobody(appointment: AppointInvestor): Decision<never> | undefined {
  const { name, officeId } = appointment;
  if (namesSomebody(appointment) && (name ?? '').trim() !== '' && officeId !== undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    'investor',
    name ?? '',
    'A decision appoints somebody who has a name and an office.',
    'Name the registered enterprise, the public service unit or the committee.',
  );
}

/** A new public service unit is known by its appointment; everybody else has to be known before. */
function refuseOffices(appointment: AppointInvestor, register: Register): Decision<never> | undefined {
  const { kind, officeId = '', members = [], from } = appointment;
  const joint = members.length > 0;
  const known = kind === 'PUBLIC_SERVICE_UNIT' || joint ? [] : [officeId];
  const missing = [...known, ...members.map((m) => m.officeId)].find(
    (id) => !register.officeExists(id, from),
  );
  if (missing === undefined) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    'investor',
    missing,
    `No office ${missing} exists on ${from}.`,
    'Register the enterprise first, or name the committee of a unit that exists on that day.',
  );
}

/** An application becomes the appointment where it was scored; any other id has to be new. */
function refuseEntry(
  { appointmentId, from, phaseId }: AppointInvestor,
  record: InvestorRecord | undefined,
  register: Register,
): Decision<never> | undefined {
  const entry = record?.entries.find((e) => e.appointmentId === appointmentId);
  if (entry === undefined) return undefined;
  const stage = stageOn(entry, from, register.law.lineage);
  if (entry.appointment === undefined && stage === 'SCORED' && phaseId === entry.phaseId) return undefined;
  return refuse(
    'ALREADY_EXISTS',
    'appointmentId',
    appointmentId,
    `${appointmentId} is ${stage ?? 'recorded'}, and not an application of this phase that was scored.`,
    'Give another id, or the id of a scored application.',
  );
}

/** At most one is current per phase on any day; whoever follows leaves the room of the one that ends. */
function refuseOverlap(
  appointment: AppointInvestor,
  ending: string | undefined,
  record: InvestorRecord | undefined,
): Decision<never> | undefined {
  const others = appointmentsOf(record).filter(
    (a) => a.appointmentId !== ending && namesSomebody(a) && sharePhase(a, appointment) && !isWithdrawn(a),
  );
  const later = others.find((a) => a.from !== undefined && a.from >= appointment.from);
  const current = later ?? appointmentsOn(others, appointment.from).at(0);
  return current === undefined ? undefined : overlap(appointment, current);
}

/** Ended on the day on which it would have begun: a mistake that was put right, current on no day. */
export function isWithdrawn({ from, endedOn }: KnownAppointment): boolean {
  return from !== undefined && from === endedOn;
}

function overlap({ from }: AppointInvestor, current: KnownAppointment): Decision<never> {
  const since = current.from === undefined ? '' : ` from ${current.from}`;
  return refuse(
    'OVERLAPPING_INTERVAL',
    'from',
    from,
    `${current.name} is appointed for this phase${since} (${current.appointmentId}).`,
    'Replace or rearrange that investor by its own decision; one investor is current per phase.',
  );
}

/** Whether an outcome is a rearrangement of a public investor. */
export function isRearrangement(outcome: InvestorOutcome): boolean {
  return (REARRANGEMENTS as readonly InvestorOutcome[]).includes(outcome);
}
