import { reasonRequired, unknownAct } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { Register } from '../decisions/state.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { namesSomebody, sharePhase } from './current.js';
import { isWithdrawn } from './decide-appoint.js';
import type { InvestorCorrected } from './events.js';
import { appointmentsOf, type InvestorEntry, type InvestorRecord } from './record.js';
import { refuseUnstated } from './refusals.js';
import { isSelection } from './stage.js';

/** What was wrong, by its event; whose it was is what the record says. */
export type CorrectInvestor = Omit<InvestorCorrected, 'appointmentId'>;

/**
 * Takes back what was recorded last of an appointment: its end, its last step, or the appointment itself.
 * What was right is then recorded as it should have been; an earlier state of knowledge goes on showing the mistake.
 * An end and the appointment that followed by it were recorded together, and are taken back together.
 * Refuses `UNKNOWN_SUBJECT`, `REASON_REQUIRED`, `EVIDENCE_REQUIRED`, `UNKNOWN_ACT`, `UNKNOWN_EVENT`, `NOT_APPLICABLE`
 * where something later rests on it, and `OVERLAPPING_INTERVAL` where another investor has the phase since.
 */
export function decideCorrectInvestor(
  input: CorrectInvestor,
  record: InvestorRecord | undefined,
  register: Register,
): Decision<EventOf<'investor.corrected'>> {
  const unfounded = refuseUnfounded(input, register);
  if (unfounded !== undefined) return unfounded;
  const entries = record?.entries ?? [];
  const entry = entries.find((e) => eventsOf(e).includes(input.corrects));
  if (entry === undefined) return unknownEvent(input.corrects);
  const first = { entry, eventId: input.corrects };
  const wrong = [first, ...followers(first, entries)];
  return (
    wrong.map(refuseEarlier).find((refused) => refused !== undefined) ??
    refuseFollower(first, entries) ??
    refuseTakenPhase(first, wrong, record) ??
    accept(wrong.map((each) => corrected(input, each)))
  );
}

/** What an event recorded of an entry, and it was wrong. */
interface Wrong {
  readonly entry: InvestorEntry;
  readonly eventId: string;
}

function refuseUnfounded(
  { clusterId, reason, provenance, actId }: CorrectInvestor,
  register: Register,
): Decision<never> | undefined {
  if (register.cluster(clusterId) === undefined) return unknownSubject('clusterId', clusterId);
  if (reason.trim() === '') return reasonRequired();
  return (
    refuseUnstated(provenance) ??
    (register.acts(actId) === undefined ? unknownAct('actId', actId) : undefined)
  );
}

function corrected(
  input: CorrectInvestor,
  { entry: { appointmentId }, eventId: corrects }: Wrong,
): EventOf<'investor.corrected'> {
  return { type: 'investor.corrected', data: { ...input, appointmentId, corrects } };
}

/** The events of an entry that stand, in the order in which they can be recorded. */
function eventsOf({ appointedBy, steps, ended }: InvestorEntry): readonly string[] {
  const ids = (selection: boolean) =>
    steps.filter(({ to }) => isSelection(to) === selection).map(({ eventId }) => eventId);
  return [
    ...ids(true),
    ...(appointedBy === undefined ? [] : [appointedBy]),
    ...ids(false),
    ...(ended === undefined ? [] : [ended.eventId]),
  ];
}

/** The appointment that an end brought with it. */
function followers(
  { entry: { ended }, eventId }: Wrong,
  entries: readonly InvestorEntry[],
): readonly Wrong[] {
  if (ended?.eventId !== eventId) return [];
  return entries
    .filter((e) => e.appointmentId === ended.successorAppointmentId)
    .flatMap((entry) => (entry.appointedBy === undefined ? [] : [{ entry, eventId: entry.appointedBy }]));
}

function unknownEvent(corrects: string): Decision<never> {
  return refuse(
    'UNKNOWN_EVENT',
    'corrects',
    corrects,
    'Nothing that stands of the investors of this cluster came by this event.',
    'Name the event that is wrong, as the history of the appointment shows it.',
  );
}

function refuseEarlier({ entry, eventId }: Wrong): Decision<never> | undefined {
  const last = eventsOf(entry).at(-1);
  if (last === undefined || last === eventId) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'corrects',
    eventId,
    `More was recorded of ${entry.appointmentId} since, last by ${last}.`,
    'Correct what was recorded last first.',
  );
}

/** Whoever began by the end of another stands and falls with it. */
function refuseFollower(
  { entry: { appointmentId, appointedBy }, eventId }: Wrong,
  entries: readonly InvestorEntry[],
): Decision<never> | undefined {
  if (eventId !== appointedBy) return undefined;
  const before = entries.find((e) => e.ended?.successorAppointmentId === appointmentId);
  if (before?.ended === undefined) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'corrects',
    eventId,
    `${appointmentId} began by the end of ${before.appointmentId}.`,
    `Correct ${before.ended.eventId}, which ended ${before.appointmentId}; both are taken back.`,
  );
}

/** Without its end an appointment lasts on; nobody else may have its phase from then on. */
function refuseTakenPhase(
  { entry: { appointment, ended }, eventId }: Wrong,
  wrong: readonly Wrong[],
  record: InvestorRecord | undefined,
): Decision<never> | undefined {
  if (appointment === undefined || ended?.eventId !== eventId) return undefined;
  const other = appointmentsOf(record).find(
    (a) =>
      !wrong.some(({ entry }) => entry.appointmentId === a.appointmentId) &&
      namesSomebody(a) &&
      sharePhase(a, appointment) &&
      !isWithdrawn(a) &&
      (a.endedOn === undefined || a.endedOn > ended.effectiveOn),
  );
  if (other === undefined) return undefined;
  return refuse(
    'OVERLAPPING_INTERVAL',
    'corrects',
    eventId,
    `${other.name} has been appointed for this phase since (${other.appointmentId}).`,
    'Correct that appointment first, if it is wrong too.',
  );
}
