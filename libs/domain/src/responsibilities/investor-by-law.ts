import type { Duty, DutyRule } from '../duties/duty.js';
import { appointmentsOn } from '../investors/current.js';
import type { InvestorAppointment, KnownAppointment } from '../investors/investor.js';
import { unitOfInvestor } from '../investors/record.js';
import type { LocalDate } from '../time/local-date.js';
import { earliest } from '../time/interval.js';
import type { Assignment, AssignmentStatus, Holder } from './assignment.js';
import { basisOf, until, type HolderByLaw } from './by-law.js';
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
  const current = appointmentsOn(appointments, day);
  const ended = endedOn(appointments, day);
  const next = nextChange(appointments, current, day, law);
  const asked = current.length === 0 ? [undefined] : current;
  const answers = asked.flatMap((a) => {
    const answer = answerFor(a ?? ended, a === undefined, duty, rule, day, law);
    return answer === undefined ? [] : [ofPhase(a?.phaseId, answer)];
  });
  const answer = together(answers);
  return { ...(answer === undefined ? {} : { answer }), ...until(next) };
}

type Answer = NonNullable<HolderByLaw['answer']>;

/** The answer that one appointment gives; undefined where the duty does not concern it. */
function answerFor(
  appointment: KnownAppointment | undefined,
  over: boolean,
  duty: Duty,
  rule: DutyRule,
  day: LocalDate,
  law: LawInForce,
): Answer | undefined {
  const parentEnd = parentEndOf(appointment, law);
  const orphaned = !over && parentEnd !== undefined && parentEnd <= day;
  if (duty.dutyId === CONTINUATION_DUTY && !(appointment?.kind === 'PUBLIC_SERVICE_UNIT' && orphaned)) {
    return undefined;
  }
  const { status, explanation } =
    over && appointment !== undefined ? endedWithoutSuccessor(appointment) : situation(appointment, orphaned);
  const holders = holdersIn(status, appointment);
  const basis = basisFor(appointment, status, rule, law);
  const decided = appointment?.actId !== undefined && status === 'HELD';
  const manner = decided ? ('BY_DECISION' as const) : ('BY_LAW' as const);
  return { status, holders, candidates: [], basis, manner, explanation };
}

/** An answer that says for which phase it holds, where that is not the whole cluster. */
function ofPhase(phaseId: string | undefined, answer: Answer): Answer {
  return phaseId === undefined
    ? answer
    : { ...answer, explanation: `Phase ${phaseId}: ${answer.explanation}` };
}

/**
 * Where the phases of a cluster have their own investors, those who hold the role hold it together.
 * Where only some of them have one, these hold it and the rest is said.
 */
function together(answers: readonly Answer[]): Answer | undefined {
  const holding = answers.filter((a) => a.holders.length > 0);
  const [first] = holding.length > 0 ? holding : answers;
  if (first === undefined || answers.length === 1) return first;
  const explanation = [...new Set(answers.map((a) => a.explanation))].join(' ');
  const offices = [...new Set(holding.flatMap((a) => a.holders.map((h) => h.officeId)))];
  const holders = offices.map((officeId) => ({ officeId, lead: false }));
  return { ...first, ...(holders.length > 1 ? { status: 'JOINT' } : {}), holders, explanation };
}

function endedWithoutSuccessor({ name, endedOn }: KnownAppointment): {
  status: AssignmentStatus;
  explanation: string;
} {
  return {
    status: 'VACANT',
    explanation: `The appointment of ${name} ended by decision on ${endedOn}, and none is recorded since.`,
  };
}

function holdersIn(
  status: AssignmentStatus,
  appointment: InvestorAppointment | undefined,
): readonly Holder[] {
  const holds = status === 'HELD' || status === 'CONTINUING_PENDING_REARRANGEMENT';
  if (!holds || appointment?.officeId === undefined) return [];
  return [{ officeId: appointment.officeId, lead: false }];
}

/** The appointment that ended last where nobody is named since. */
function endedOn(appointments: readonly KnownAppointment[], day: LocalDate): KnownAppointment | undefined {
  return appointments.filter((a) => a.endedOn !== undefined && a.endedOn <= day).at(-1);
}

function nextChange(
  appointments: readonly KnownAppointment[],
  current: readonly KnownAppointment[],
  day: LocalDate,
  law: LawInForce,
): LocalDate | undefined {
  const own = appointments.flatMap((a) => [a.from, a.endedOn]);
  return earliest([...own, ...current.map((a) => parentEndOf(a, law))], day);
}

/** A committee is no investor before its unit exists, whatever the source leaves unsaid about the start. */
function fromExistence(appointment: KnownAppointment, law: LawInForce): KnownAppointment {
  const unitId = appointment.kind === 'COMMITTEE' ? unitOfInvestor(appointment) : undefined;
  const began = law.lineage.lifetime(unitId ?? '')?.from;
  const early = began !== undefined && (appointment.from === undefined || appointment.from < began);
  return early ? { ...appointment, from: began } : appointment;
}

/** End of the unit on which the investor depends: the committee's own, or a service unit's parent. */
function parentEndOf(appointment: InvestorAppointment | undefined, law: LawInForce): LocalDate | undefined {
  const unitId = unitOfInvestor(appointment);
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
