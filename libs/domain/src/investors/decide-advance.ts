import { reasonRequired, unknownAct } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { Register } from '../decisions/state.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { InvestorAdvanced } from './events.js';
import { stageOn, type InvestorEntry, type InvestorRecord } from './record.js';
import { refusePhase, unknownAppointment } from './refusals.js';
import { FEWEST_POINTS, hundredths, isEnough, scoreFault, type InvestorApplicant } from './selection.js';
import { stepsFrom, type InvestorStage } from './stage.js';

/** A step as it is given; where it comes from is what the record says. */
export type AdvanceInvestor = Omit<InvestorAdvanced, 'from'>;

/**
 * Records a step of an application or of an appointment: applied, scored, at work, a change proposed.
 * Nobody becomes or stops being investor by it.
 * Refuses `UNKNOWN_SUBJECT`, `REASON_REQUIRED`, `UNKNOWN_ACT`, `ALREADY_EXISTS`, `INVALID_STEP`,
 * `NOT_APPLICABLE` for too few points, `OVERLAPPING_INTERVAL`, `INVALID_INPUT`.
 */
export function decideAdvanceInvestor(
  input: AdvanceInvestor,
  record: InvestorRecord | undefined,
  register: Register,
): Decision<EventOf<'investor.advanced'>> {
  const cluster = register.cluster(input.clusterId);
  if (cluster === undefined) return unknownSubject('clusterId', input.clusterId);
  if (input.reason.trim() === '') return reasonRequired();
  if (input.actId !== undefined && register.acts(input.actId) === undefined)
    return unknownAct('actId', input.actId);
  const entry = record?.entries.find((e) => e.appointmentId === input.appointmentId);
  const refusal =
    refuseApplicant(input.applicant) ??
    refuseScore(input) ??
    refuseStep(input, entry, register) ??
    refusePhase(input.phaseId, input.effectiveOn, cluster);
  if (refusal !== undefined) return refusal;
  const from = entry === undefined ? undefined : openStage(entry, input, register);
  return accept([{ type: 'investor.advanced', data: { ...input, ...(from === undefined ? {} : { from }) } }]);
}

function openStage(
  entry: InvestorEntry,
  { effectiveOn }: AdvanceInvestor,
  register: Register,
): InvestorAdvanced['from'] {
  // A step was found to be allowed from it, and none is from a stage that has ended.
  return stageOn(entry, effectiveOn, register.law.lineage) as InvestorAdvanced['from'];
}

function refuseStep(
  input: AdvanceInvestor,
  entry: InvestorEntry | undefined,
  register: Register,
): Decision<never> | undefined {
  const { to, effectiveOn, appointmentId } = input;
  if (to === 'APPLIED') return entry === undefined ? undefined : takenId(appointmentId);
  if (entry === undefined) return unknownAppointment(appointmentId);
  if (input.applicant !== undefined || input.phaseId !== entry.phaseId) return onlyWhereItBegins(input);
  const later = [...entry.steps, ...(entry.ended === undefined ? [] : [entry.ended])].find(
    (step) => step.effectiveOn > effectiveOn,
  );
  if (later !== undefined) {
    return refuse(
      'OVERLAPPING_INTERVAL',
      'effectiveOn',
      effectiveOn,
      `A later step is recorded already, on ${later.effectiveOn}.`,
      'Record steps in the order of their days.',
    );
  }
  const stage = stageOn(entry, effectiveOn, register.law.lineage);
  return stage !== undefined && stepsFrom(stage).includes(to) ? undefined : noStep(to, stage);
}

function takenId(appointmentId: string): Decision<never> {
  return refuse(
    'ALREADY_EXISTS',
    'appointmentId',
    appointmentId,
    'An application or an appointment with this id is recorded.',
    'Give another id, or record the next step of this one.',
  );
}

function onlyWhereItBegins({ applicant, phaseId }: AdvanceInvestor): Decision<never> {
  return refuse(
    'INVALID_INPUT',
    applicant === undefined ? 'phaseId' : 'applicant',
    applicant?.name ?? phaseId ?? '',
    'Who applies, and for which phase, is said where an application begins.',
    'Leave it out, or record another application.',
  );
}

function noStep(to: string, stage: InvestorStage | undefined): Decision<never> {
  const allowed = stage === undefined ? [] : stepsFrom(stage);
  return refuse(
    'INVALID_STEP',
    'to',
    to,
    stage === undefined
      ? `Nobody is named as investor on that day, so that nothing is ${to}.`
      : `From ${stage} no step leads to ${to}.`,
    allowed.length > 0
      ? `Record ${allowed.join(' or ')}, or end it by its decision.`
      : 'Appoint, replace, rearrange or end the investor by its own decision.',
  );
}

function refuseScore({ to, score }: AdvanceInvestor): Decision<never> | undefined {
  if ((to === 'SCORED') !== (score !== undefined)) {
    return refuse(
      'INVALID_INPUT',
      'score',
      score?.total ?? '',
      to === 'SCORED' ? 'The points of the council are missing.' : 'Points are given where it is scored.',
      'Give the points with the step SCORED, and with no other.',
    );
  }
  if (score === undefined) return undefined;
  const fault = scoreFault(score);
  if (fault !== undefined) {
    return refuse(
      'INVALID_INPUT',
      'score',
      score.total,
      fault,
      'Give 0 to 100 points, of at most 15, 15, 30 and 40, with at most two decimals.',
    );
  }
  if (isEnough(score)) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'score',
    score.total,
    `An applicant needs at least ${FEWEST_POINTS} points (NĐ 32/2024 Đ.13(2)).`,
    'End the application with the outcome NOT_SELECTED.',
  );
}

function refuseApplicant(applicant: InvestorApplicant | undefined): Decision<never> | undefined {
  return refuseShares(applicant?.members, 'applicant.members');
}

/** Refuses a joint venture of one, and shares that are none or more than the whole. */
export function refuseShares(
  members: readonly { readonly sharePercent?: string }[] | undefined,
  field: string,
): Decision<never> | undefined {
  if (members === undefined) return undefined;
  const shares = members.map(({ sharePercent }) =>
    sharePercent === undefined ? 0 : hundredths(sharePercent),
  );
  const wrong = shares.findIndex((share) => share === undefined);
  const sum = shares.reduce<number>((added, share) => added + (share ?? 0), 0);
  if (members.length > 1 && wrong < 0 && sum <= 10_000) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    members.map((m) => m.sharePercent ?? '').join(';'),
    'A joint venture has two or more members, with shares of 100 percent at most together.',
    'Give each member once, and its share as a decimal number where the source states it.',
  );
}
