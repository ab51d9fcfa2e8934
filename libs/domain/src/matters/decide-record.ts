import { refuseBasis, unknownAct, type ActLookup } from '../acts/decide-act.js';
import { unknownSubject } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { refuseId } from '../identity/refuse.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { OfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import type { MatterClock, MatterPlace, MatterRecord } from './matter.js';
import { beganOn, type MatterLaw } from './standing.js';

/** What a decision on matters looks up; all of it as known now. */
export interface MatterRegister {
  readonly law: MatterLaw;
  readonly acts: ActLookup;
  subjectExists(id: string): boolean;
  officeExists(id: OfficeId, day: LocalDate): boolean;
}

/**
 * Records a matter with whatever its source states.
 * Refuses `INVALID_INPUT`, `ALREADY_EXISTS`, `UNKNOWN_SUBJECT`, `UNKNOWN_OFFICE` for one that did not exist on the day,
 * `UNKNOWN_UNIT`, `UNKNOWN_ACT`, and `ACT_NOT_IN_FORCE` for a decree under which it cannot have been opened.
 */
export function decideRecordMatter(
  input: MatterRecord,
  register: MatterRegister,
): Decision<EventOf<'matter.recorded'>> {
  return (
    refuseId('matterId', input.matterId) ??
    refuseText(input) ??
    refuseSubject(input, register) ??
    refuseOffice(input, register) ??
    refusePlaces(input.places, register) ??
    (input.clock === undefined ? undefined : refuseClock(input.clock)) ??
    refuseActs(input, register.acts) ??
    accept([{ type: 'matter.recorded', data: input }])
  );
}

function refuseText(input: MatterRecord): Decision<never> | undefined {
  const blank = (['title', 'step', 'source'] as const).find((field) => input[field].trim() === '');
  if (blank === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    blank,
    input[blank],
    `A matter needs its ${blank}.`,
    'Give it in the words of the source.',
  );
}

function refuseSubject(
  { matterId, subjectId }: MatterRecord,
  register: MatterRegister,
): Decision<never> | undefined {
  if (register.subjectExists(matterId)) {
    return refuse(
      'ALREADY_EXISTS',
      'matterId',
      matterId,
      `Something is registered under ${matterId} already.`,
      'Use what is registered, or give another id.',
    );
  }
  return subjectId === undefined || register.subjectExists(subjectId)
    ? undefined
    : unknownSubject('subjectId', subjectId);
}

function refuseOffice(
  { officeId, asOf }: MatterRecord,
  register: MatterRegister,
): Decision<never> | undefined {
  if (officeId === undefined || register.officeExists(officeId, asOf)) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    'officeId',
    officeId,
    `No office ${officeId} exists on ${asOf}.`,
    'Name the office that had the matter on that day, or give the last day on which it had it.',
  );
}

function refusePlaces(places: readonly MatterPlace[], { law }: MatterRegister): Decision<never> | undefined {
  for (const [i, { unitIds, precision }] of places.entries()) {
    const field = `places.${i}.unitIds`;
    if (unitIds.length === 0)
      return refuse('INVALID_INPUT', field, '', 'A place needs a unit.', 'Name at least one unit.');
    for (const id of unitIds) {
      const level = law.lineage.levelOf(id);
      if (level === undefined) {
        return refuse(
          'UNKNOWN_UNIT',
          field,
          id,
          `No unit ${id} is known.`,
          'Look the id up by its name; ids carry their era, as in 15520@2025-07-01.',
        );
      }
      if (level !== precision) {
        return refuse(
          'INVALID_INPUT',
          `places.${i}.precision`,
          precision,
          `Unit ${id} is not of this tier.`,
          'Give the precision that matches the units: COMMUNE, DISTRICT or PROVINCE.',
        );
      }
    }
  }
  return undefined;
}

/** Refuses numbers of days that are none, and a pause before the start. */
function refuseClock({
  days,
  startedOn,
  pausedOn,
  remainingAtCutover,
}: MatterClock): Decision<never> | undefined {
  if (pausedOn !== undefined && startedOn !== undefined && pausedOn < startedOn) {
    return refuse(
      'INVALID_INTERVAL',
      'clock.pausedOn',
      pausedOn,
      `The clock cannot stand still before it starts on ${startedOn}.`,
      `Give ${startedOn} or a later day.`,
    );
  }
  return (
    refuseDays('clock.days', days) ??
    (remainingAtCutover === undefined
      ? undefined
      : (refuseDays('clock.remainingAtCutover', remainingAtCutover, 0) ??
        refuseMoreLeft(remainingAtCutover, days)))
  );
}

function refuseMoreLeft(remaining: number, days: number): Decision<never> | undefined {
  if (remaining <= days) return undefined;
  return refuse(
    'INVALID_INPUT',
    'clock.remainingAtCutover',
    String(remaining),
    `Of ${days} days no ${remaining} can be left.`,
    'Give in clock.days what is allowed altogether, extensions included.',
  );
}

/** Refuses a number of days that is not a whole one in a sensible range; undefined where it is. */
export function refuseDays(field: string, days: number, least = 1): Decision<never> | undefined {
  if (Number.isInteger(days) && days >= least && days <= 3_660) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    String(days),
    'This is not a number of days.',
    `Give a whole number from ${least} to 3660.`,
  );
}

function refuseActs(input: MatterRecord, acts: ActLookup): Decision<never> | undefined {
  const { applicableActId, clock } = input;
  const cited = [
    ...input.documents.map((d, i) => ({ field: `documents.${i}.actId`, id: d.actId })),
    ...(clock?.actId === undefined ? [] : [{ field: 'clock.actId', id: clock.actId }]),
  ];
  const missing = cited.find(({ id }) => acts(id) === undefined);
  if (missing !== undefined) return unknownAct(missing.field, missing.id);
  if (applicableActId === undefined) return undefined;
  return input.startedOn === undefined
    ? acts(applicableActId) === undefined
      ? unknownAct('applicableActId', applicableActId)
      : undefined
    : refuseBasis('applicableActId', applicableActId, beganOn(input), acts);
}
