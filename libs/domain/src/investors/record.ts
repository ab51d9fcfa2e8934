import type { ClusterId } from '../clusters/cluster.js';
import type { DomainEvent, WithEventId } from '../events/catalogue.js';
import { parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import type { InvestorAdvanced, InvestorCorrected, InvestorEnded } from './events.js';
import type { InvestorAppointment, KnownAppointment } from './investor.js';
import type { InvestorStage, OpenInvestorStage } from './stage.js';

/** One appointment from the application on: what of it stands, in the order of recording. */
export interface InvestorEntry {
  readonly appointmentId: string;
  readonly clusterId: ClusterId;
  /** Absent for the whole cluster. */
  readonly phaseId?: string;
  /** Absent while it is an application only. */
  readonly appointment?: InvestorAppointment;
  /** Id of the event that appointed. */
  readonly appointedBy?: string;
  readonly steps: readonly WithEventId<InvestorAdvanced>[];
  readonly ended?: WithEventId<InvestorEnded>;
}

/** Everything recorded of a cluster's investors. */
export interface InvestorRecord {
  readonly clusterId: ClusterId;
  readonly entries: readonly InvestorEntry[];
}

/** What is recorded of a cluster's investors after one more event; others' events change nothing. */
export function evolveInvestors(
  record: InvestorRecord | undefined,
  event: WithEventId<DomainEvent>,
): InvestorRecord | undefined {
  const { eventId } = event;
  if (event.type === 'investor.appointed') return appointed(record, event.data, eventId);
  if (event.type === 'investor.advanced') {
    const { data } = event;
    return changed(record, data, (entry) => ({
      ...entry,
      ...phaseOf(data),
      steps: [...entry.steps, { ...data, eventId }],
    }));
  }
  if (event.type === 'investor.ended') {
    const { data } = event;
    return changed(record, data, (entry) => ({ ...entry, ended: { ...data, eventId } }));
  }
  return event.type === 'investor.corrected' ? corrected(record, event.data) : record;
}

/** Without what was wrong; of an entry of which nothing else is recorded nothing stays. */
function corrected(
  record: InvestorRecord | undefined,
  { appointmentId, corrects }: InvestorCorrected,
): InvestorRecord | undefined {
  if (record === undefined) return undefined;
  const entries = record.entries
    .map((entry) => (entry.appointmentId === appointmentId ? without(entry, corrects) : entry))
    .filter(({ appointment, steps }) => appointment !== undefined || steps.length > 0);
  return { ...record, entries };
}

function without(entry: InvestorEntry, eventId: string): InvestorEntry {
  const { appointment, appointedBy, ended, ...rest } = entry;
  const steps = entry.steps.filter((step) => step.eventId !== eventId);
  return {
    ...rest,
    steps,
    ...(appointment === undefined || appointedBy === undefined || appointedBy === eventId
      ? {}
      : { appointment, appointedBy }),
    ...(ended === undefined || ended.eventId === eventId ? {} : { ended }),
  };
}

/** Recorded once more under the same id, it stands where it was recorded last. */
function appointed(
  record: InvestorRecord | undefined,
  data: InvestorAppointment,
  appointedBy: string,
): InvestorRecord {
  const entry = { ...entryOf(record, data), ...phaseOf(data), appointment: data, appointedBy };
  const others = (record?.entries ?? []).filter((e) => e.appointmentId !== data.appointmentId);
  return { clusterId: data.clusterId, entries: [...others, entry] };
}

type Identified = Pick<InvestorEntry, 'appointmentId' | 'clusterId'>;

function entryOf(
  record: InvestorRecord | undefined,
  { appointmentId, clusterId }: Identified,
): InvestorEntry {
  const known = record?.entries.find((e) => e.appointmentId === appointmentId);
  return known ?? { appointmentId, clusterId, steps: [] };
}

function changed(
  record: InvestorRecord | undefined,
  of: Identified,
  how: (entry: InvestorEntry) => InvestorEntry,
): InvestorRecord {
  const entry = how(entryOf(record, of));
  const before = record?.entries ?? [];
  const known = before.some((e) => e.appointmentId === of.appointmentId);
  const entries = known
    ? before.map((e) => (e.appointmentId === of.appointmentId ? entry : e))
    : [...before, entry];
  return { clusterId: of.clusterId, entries };
}

function phaseOf({ phaseId }: { readonly phaseId?: string }): { readonly phaseId?: string } {
  return phaseId === undefined ? {} : { phaseId };
}

/** The appointments of a record, by start; of two with one start the one recorded later comes last. */
export function appointmentsOf(record: InvestorRecord | undefined): readonly KnownAppointment[] {
  const appointments = (record?.entries ?? []).flatMap(({ appointment, ended }): KnownAppointment[] => {
    if (appointment === undefined) return [];
    return [ended === undefined ? appointment : { ...appointment, endedOn: ended.effectiveOn }];
  });
  return appointments.sort((a, b) => compare(a.from ?? '', b.from ?? ''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The unit on which an investor depends: the committee's own, or the one a service unit belonged to. */
export function unitOfInvestor(
  appointment: Pick<InvestorAppointment, 'kind' | 'officeId' | 'parentUnitId'> | undefined,
): UnitId | undefined {
  return appointment?.kind === 'COMMITTEE'
    ? parseOfficeId(appointment.officeId ?? '')?.rest
    : appointment?.parentUnitId;
}

/**
 * Where an appointment stands on a day, as recorded and as the law has it.
 * Undefined before it begins, and where nobody is named (`NONE`, `UNKNOWN`).
 */
export function stageOn(entry: InvestorEntry, day: LocalDate, lineage: Lineage): InvestorStage | undefined {
  if (entry.ended !== undefined && entry.ended.effectiveOn <= day) return entry.ended.outcome;
  const recorded = recordedStage(entry, day);
  const end = lineage.lifetime(unitOfInvestor(entry.appointment) ?? '')?.to;
  if (recorded === undefined || end === undefined || day < end) return recorded;
  const kind = entry.appointment?.kind;
  if (kind === 'PUBLIC_SERVICE_UNIT') return 'CONTINUING_PENDING_REARRANGEMENT';
  return kind === 'COMMITTEE' ? 'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION' : recorded;
}

/** The last step of the application, then the appointment, then the last step since. */
function recordedStage({ appointment, steps }: InvestorEntry, day: LocalDate): OpenInvestorStage | undefined {
  const taken = steps.filter((s) => s.effectiveOn <= day).at(-1)?.to;
  const appointed = appointment !== undefined && (appointment.from === undefined || appointment.from <= day);
  if (!appointed) return taken;
  const first = firstStage(appointment);
  return taken === undefined || taken === 'APPLIED' || taken === 'SCORED' ? first : taken;
}

/** Where an appointment stands on its first day; a unit of a district got the role under the earlier decree. */
export function firstStage({ kind, parentUnitId }: InvestorAppointment): OpenInvestorStage | undefined {
  switch (kind) {
    case 'NONE':
    case 'UNKNOWN':
      return undefined;
    case 'PUBLIC_SERVICE_UNIT':
      return parentUnitId === undefined ? 'APPOINTED' : 'ASSIGNED_68_15_2';
    case 'ENTERPRISE':
    case 'COMMITTEE':
      return 'APPOINTED';
  }
}

/** Every office that an appointment or an application names. */
export function officesOf({ appointment, steps }: InvestorEntry): readonly OfficeId[] {
  const parties = [appointment, ...steps.map((s) => s.applicant)];
  return parties.flatMap((party) => {
    const members = (party?.members ?? []).flatMap((m) => m.officeId ?? []);
    return party?.officeId === undefined ? members : [party.officeId, ...members];
  });
}
