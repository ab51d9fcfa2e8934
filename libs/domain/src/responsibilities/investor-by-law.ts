import type { Duty, DutyRule } from '../duties/duty.js';
import type { InvestorAppointment } from '../investors/investor.js';
import type { LocalDate } from '../time/local-date.js';
import { earliest } from '../time/interval.js';
import type { UnitId } from '../units/unit.js';
import type { Assignment, AssignmentStatus, Holder } from './assignment.js';
import { basisOf, until, type HolderByLaw } from './by-law.js';
import { parseOfficeId } from './office.js';
import type { ClusterFacts, LawInForce } from './subject.js';

/**
 * Duty of a public service unit that was investor to go on until it is rearranged (NĐ 32/2024 Đ.35(3)).
 * District service units are not among the bodies that Luật 72/2025 Đ.51(3) ended; they lost their parent only.
 */
export const CONTINUATION_DUTY = 'ccn_investor_unit_continues_until_rearranged';

/**
 * Who holds an infrastructure investor's duty on a day.
 * A boundary change never moves it: an enterprise stays, a public service unit continues until rearranged,
 * and where the dissolved committee itself was investor nobody is until a decision says so.
 */
export function investorByLaw(
  cluster: ClusterFacts,
  duty: Duty,
  rule: DutyRule,
  day: LocalDate,
  law: LawInForce,
): HolderByLaw {
  const appointments = cluster.appointments.map((a) => fromExistence(a, law));
  const appointment = appointmentOn(appointments, day);
  const parentEnd = parentEndOf(appointment, law);
  const next = earliest([nextAppointment(appointments, day), parentEnd], day);
  const orphaned = parentEnd !== undefined && parentEnd <= day;
  if (duty.dutyId === CONTINUATION_DUTY && !(appointment?.kind === 'PUBLIC_SERVICE_UNIT' && orphaned)) {
    return until(next);
  }
  const { status, explanation } = situation(appointment, orphaned);
  const holders = holdersIn(status, appointment);
  const basis = basisFor(appointment, status, rule, law);
  const decided = appointment?.actId !== undefined && status === 'HELD';
  const manner = decided ? ('BY_DECISION' as const) : ('BY_LAW' as const);
  const answer = { status, holders, candidates: [], basis, manner, explanation };
  return { answer, ...until(next) };
}

function holdersIn(
  status: AssignmentStatus,
  appointment: InvestorAppointment | undefined,
): readonly Holder[] {
  const holds = status === 'HELD' || status === 'CONTINUING_PENDING_REARRANGEMENT';
  if (!holds || appointment?.officeId === undefined) return [];
  return [{ officeId: appointment.officeId, lead: false }];
}

/** The appointment that applies on a day: the last that has begun. */
export function appointmentOn(
  appointments: readonly InvestorAppointment[],
  day: LocalDate,
): InvestorAppointment | undefined {
  return appointments.filter((a) => a.from === undefined || a.from <= day).at(-1);
}

function nextAppointment(
  appointments: readonly InvestorAppointment[],
  day: LocalDate,
): LocalDate | undefined {
  return appointments.find((a) => a.from !== undefined && a.from > day)?.from;
}

/** A committee is no investor before its unit exists, whatever the source leaves unsaid about the start. */
function fromExistence(appointment: InvestorAppointment, law: LawInForce): InvestorAppointment {
  const began = law.lineage.lifetime(committeeUnit(appointment) ?? '')?.from;
  const early = began !== undefined && (appointment.from === undefined || appointment.from < began);
  return early ? { ...appointment, from: began } : appointment;
}

function committeeUnit(appointment: InvestorAppointment | undefined): UnitId | undefined {
  return appointment?.kind === 'COMMITTEE' ? parseOfficeId(appointment.officeId ?? '')?.rest : undefined;
}

/** End of the unit on which the investor depends: the committee's own, or a service unit's parent. */
function parentEndOf(appointment: InvestorAppointment | undefined, law: LawInForce): LocalDate | undefined {
  const unitId = committeeUnit(appointment) ?? appointment?.parentUnitId;
  return unitId === undefined ? undefined : law.lineage.lifetime(unitId)?.to;
}

function situation(
  appointment: InvestorAppointment | undefined,
  orphaned: boolean,
): { status: AssignmentStatus; explanation: string } {
  switch (appointment?.kind) {
    case undefined:
    case 'UNKNOWN':
      return { status: 'UNDETERMINED', explanation: 'No source names the infrastructure investor.' };
    case 'NONE':
      return { status: 'VACANT', explanation: 'No infrastructure investor has been selected yet.' };
    case 'ENTERPRISE':
      return {
        status: 'HELD',
        explanation: `${appointment.name} is the investor; a change of units does not change it.`,
      };
    case 'PUBLIC_SERVICE_UNIT':
      return orphaned
        ? {
            status: 'CONTINUING_PENDING_REARRANGEMENT',
            explanation: `${appointment.name} lost its district and continues until the province decides its rearrangement.`,
          }
        : { status: 'HELD', explanation: `${appointment.name} is the investor.` };
    case 'COMMITTEE':
      return orphaned
        ? {
            status: 'VACANT',
            explanation: `${appointment.name} was the investor and was dissolved; no decision on a successor is recorded.`,
          }
        : { status: 'HELD', explanation: `${appointment.name} is the investor.` };
  }
}

function basisFor(
  appointment: InvestorAppointment | undefined,
  status: AssignmentStatus,
  rule: DutyRule,
  law: LawInForce,
): Assignment['basis'] {
  if (status === 'CONTINUING_PENDING_REARRANGEMENT') {
    const continuation = law.duties.find((d) => d.dutyId === CONTINUATION_DUTY)?.rules[0];
    return basisOf(continuation ?? rule);
  }
  if (status === 'HELD' && appointment?.actId !== undefined) {
    return { actId: appointment.actId, provenance: appointment.provenance };
  }
  return basisOf(rule);
}
