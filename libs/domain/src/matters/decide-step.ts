import { reasonRequired, refuseBasis, unknownAct } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { refuseFuture } from '../refusals/refuse-future.js';
import type { OfficeId } from '../responsibilities/office.js';
import { chairmanOver } from '../tasks/chairman.js';
import type { LocalDate } from '../time/local-date.js';
import { clockAllows } from './deadline.js';
import { refuseDays, type MatterRegister } from './decide-record.js';
import { stepsInOrder, type Matter, type MatterStep } from './evolve.js';
import type {
  MatterAccepted,
  MatterAdvanced,
  MatterClosed,
  MatterCoordinated,
  MatterTakenOver,
} from './matter.js';
import { MATTER_STEPS } from './stages.js';
import { beganOn, standingOn, type MatterStanding } from './standing.js';

export type TakeOverMatter = MatterTakenOver;
export type CoordinateMatter = Omit<MatterCoordinated, 'byOfficeId'>;
export type AcceptMatter = Omit<MatterAccepted, 'officeId'>;
export type AdvanceMatter = Omit<MatterAdvanced, 'officeId'>;
export type CloseMatter = Omit<MatterClosed, 'officeId'>;

type Turn = Omit<MatterStanding, 'from' | 'to'>;

/** Who records that a matter was taken over, and when. */
export interface MatterCaller {
  readonly office: OfficeId;
  /** Runs the service and acts for no office: he records what offices did on paper. */
  readonly operator: boolean;
  readonly today: LocalDate;
}

/**
 * Records that an office took a matter over by territory.
 * Refuses `UNKNOWN_SUBJECT`, `INVALID_STEP`, `INVALID_INPUT` for a day to come, an act that is not in force,
 * `NOT_APPLICABLE` for an office that the territory does not lead to: that is for the chairman to decide, and
 * `NOT_YOUR_OFFICE` for whoever acts neither for that office nor for a chairman who coordinates.
 */
export function decideTakeOverMatter(
  input: TakeOverMatter,
  matter: Matter | undefined,
  caller: MatterCaller,
  register: MatterRegister,
): Decision<EventOf<'matter.taken-over'>> {
  if (matter === undefined) return unknownSubject('matterId', input.matterId);
  const step = { type: 'matter.taken-over', data: input } as const;
  const turn = turnBefore(step, matter, register);
  return (
    refuseStep(step, matter, register) ??
    (turn.officeId === input.officeId ? undefined : anotherTerritory(input.officeId, turn)) ??
    (caller.operator ? undefined : refuseStranger(caller.office, [input.officeId, ...turn.coordinators])) ??
    refuseFuture('effectiveOn', input.effectiveOn, caller.today) ??
    refuseBasis('actId', input.actId, input.effectiveOn, register.acts) ??
    accept([step])
  );
}

/**
 * Records the decision of the provincial chairman on which office continues a matter (NĐ 139/2025/NĐ-CP Art. 22(3)).
 * Refuses `NOT_YOUR_OFFICE` for whoever does not act for the chairman of a province that it lies in, `UNKNOWN_OFFICE`
 * for an office outside of that province, `REASON_REQUIRED`, `INVALID_STEP`, and an act that is not in force.
 */
export function decideCoordinateMatter(
  input: CoordinateMatter,
  matter: Matter | undefined,
  actorOffice: OfficeId,
  register: MatterRegister,
): Decision<EventOf<'matter.coordinated'>> {
  if (matter === undefined) return unknownSubject('matterId', input.matterId);
  if (input.reason.trim() === '') return reasonRequired();
  const step = { type: 'matter.coordinated', data: { ...input, byOfficeId: actorOffice } } as const;
  return (
    refuseStep(step, matter, register) ??
    refuseStranger(actorOffice, turnBefore(step, matter, register).coordinators) ??
    refuseReceiver(input, actorOffice, register) ??
    refuseBasis('actId', input.actId, input.effectiveOn, register.acts) ??
    accept([step])
  );
}

/** The receiving office accepts. Refuses `NOT_YOUR_OFFICE` for everybody else, and `INVALID_STEP`. */
export function decideAcceptMatter(
  input: AcceptMatter,
  matter: Matter | undefined,
  actorOffice: OfficeId,
  register: MatterRegister,
): Decision<EventOf<'matter.accepted'>> {
  if (matter === undefined) return unknownSubject('matterId', input.matterId);
  const step = { type: 'matter.accepted', data: { ...input, officeId: actorOffice } } as const;
  return refuseOwnStep(step, matter, register) ?? accept([step]);
}

/**
 * The office whose turn it is goes on.
 * Refuses `NOT_YOUR_OFFICE`, `INVALID_STEP` also for a clock that cannot change so, and `INVALID_INPUT` where nothing changes.
 */
export function decideAdvanceMatter(
  input: AdvanceMatter,
  matter: Matter | undefined,
  actorOffice: OfficeId,
  register: MatterRegister,
): Decision<EventOf<'matter.advanced'>> {
  if (matter === undefined) return unknownSubject('matterId', input.matterId);
  const step = { type: 'matter.advanced', data: { ...input, officeId: actorOffice } } as const;
  return (
    refuseOwnStep(step, matter, register) ??
    refuseNothing(input) ??
    refuseClockChange(input, matter) ??
    (input.actId === undefined
      ? undefined
      : refuseBasis('actId', input.actId, input.effectiveOn, register.acts)) ??
    accept([step])
  );
}

/** The office whose turn it is ends the matter. Refuses `NOT_YOUR_OFFICE`, `INVALID_STEP`, `REASON_REQUIRED`, `UNKNOWN_ACT`. */
export function decideCloseMatter(
  input: CloseMatter,
  matter: Matter | undefined,
  actorOffice: OfficeId,
  register: MatterRegister,
): Decision<EventOf<'matter.closed'>> {
  if (matter === undefined) return unknownSubject('matterId', input.matterId);
  if (input.reason.trim() === '') return reasonRequired();
  const step = { type: 'matter.closed', data: { ...input, officeId: actorOffice } } as const;
  const { actId } = input;
  return (
    refuseOwnStep(step, matter, register) ??
    (actId === undefined || register.acts(actId) !== undefined ? undefined : unknownAct('actId', actId)) ??
    accept([step])
  );
}

function refuseOwnStep(
  step: MatterStep,
  matter: Matter,
  register: MatterRegister,
): Decision<never> | undefined {
  const { officeId } = turnBefore(step, matter, register);
  return (
    refuseStep(step, matter, register) ??
    refuseStranger(step.data.officeId, officeId === undefined ? [] : [officeId])
  );
}

/** Where the matter stands when the step comes: after everything of the same day that was recorded before. */
function turnBefore({ data }: MatterStep, matter: Matter, { law }: MatterRegister): Turn {
  return standingOn(matter, stepsInOrder(matter), data.effectiveOn, law);
}

/** Refuses a step that its stage does not allow, that comes too early, or after which a later recorded one could not come. */
function refuseStep(step: MatterStep, matter: Matter, register: MatterRegister): Decision<never> | undefined {
  const began = beganOn(matter);
  const { effectiveOn } = step.data;
  if (effectiveOn < began) {
    return refuse(
      'INVALID_INTERVAL',
      'effectiveOn',
      effectiveOn,
      `The matter is known since ${began} only.`,
      `Give ${began} or a later day.`,
    );
  }
  const { stage } = turnBefore(step, matter, register);
  if (!MATTER_STEPS[stage].includes(step.type)) {
    const allowed = MATTER_STEPS[stage].join(', ');
    return refuse(
      'INVALID_STEP',
      'matterId',
      matter.matterId,
      `On ${effectiveOn} it is ${stage}, and ${step.type} does not follow.`,
      allowed === '' ? `${stage} is final.` : `What may follow is ${allowed}.`,
    );
  }
  return refuseBreak(step, matter, register);
}

/** Every step recorded for a later day still has to follow, by the same office. */
function refuseBreak(step: MatterStep, matter: Matter, { law }: MatterRegister): Decision<never> | undefined {
  const all = stepsInOrder({ ...matter, steps: [...matter.steps, step] });
  for (let i = all.indexOf(step) + 1; i < all.length; i += 1) {
    const next = all[i];
    if (next === undefined) break;
    const { stage, officeId } = standingOn(matter, all.slice(0, i), next.data.effectiveOn, law);
    const sameOffice = next.type === 'matter.coordinated' || next.data.officeId === officeId;
    if (MATTER_STEPS[stage].includes(next.type) && sameOffice) continue;
    return refuse(
      'INVALID_STEP',
      'effectiveOn',
      step.data.effectiveOn,
      `After it the recorded ${next.type} of ${next.data.effectiveOn} by ${next.data.officeId} could not come.`,
      'Give the day on which it took effect, or a later one.',
    );
  }
  return undefined;
}

/** Nobody acts for an office that is not his. */
function refuseStranger(actorOffice: OfficeId, offices: readonly OfficeId[]): Decision<never> | undefined {
  if (offices.includes(actorOffice)) return undefined;
  return refuse(
    'NOT_YOUR_OFFICE',
    'actor.office',
    actorOffice,
    'You do not act for the office whose step this is.',
    offices.length === 0 ? 'No office is known to be the one.' : `It is for ${offices.join(' or ')}.`,
  );
}

function anotherTerritory(officeId: OfficeId, { officeId: right }: Turn): Decision<never> {
  return refuse(
    'NOT_APPLICABLE',
    'officeId',
    officeId,
    `The territory of the matter leads to ${right ?? 'no single office'}.`,
    'Name that office, or record the decision of the provincial chairman.',
  );
}

/** A chairman gives a matter to an office below him that exists on the day. */
function refuseReceiver(
  { officeId, effectiveOn }: CoordinateMatter,
  byOfficeId: OfficeId,
  register: MatterRegister,
): Decision<never> | undefined {
  const exists = register.officeExists(officeId, effectiveOn);
  if (exists && chairmanOver(officeId, effectiveOn, register.law.lineage) === byOfficeId) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    'officeId',
    officeId,
    `It is no office of the chairman’s province on ${effectiveOn}.`,
    'Name an office such as UBND_XA:15520@2025-07-01, of a unit of that province.',
  );
}

function refuseNothing({ step, clock }: AdvanceMatter): Decision<never> | undefined {
  if (clock !== undefined || (step ?? '').trim() !== '') return undefined;
  return refuse(
    'INVALID_INPUT',
    'step',
    step ?? '',
    'Neither the step nor the clock changes.',
    'Say what is to be done next, or what happens to the clock.',
  );
}

function refuseClockChange(
  { clock, effectiveOn }: AdvanceMatter,
  matter: Matter,
): Decision<never> | undefined {
  if (clock === undefined) return undefined;
  const needsDays = clock.change === 'STARTED' || clock.change === 'EXTENDED';
  if (needsDays || clock.days !== undefined) {
    const wrong = needsDays
      ? refuseDays('clock.days', clock.days ?? 0)
      : refuse(
          'INVALID_INPUT',
          'clock.days',
          String(clock.days),
          `A clock that is ${clock.change} gets no days.`,
          'Leave them out.',
        );
    if (wrong !== undefined) return wrong;
  }
  if (clockAllows(matter, clock.change, effectiveOn)) return undefined;
  return refuse(
    'INVALID_STEP',
    'clock.change',
    clock.change,
    `The clock does not stand so that it can be ${clock.change} on ${effectiveOn}.`,
    'A clock runs once it has started, stands still until it is resumed, and is extended only while there is one.',
  );
}
