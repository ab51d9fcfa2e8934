import type { EventOf } from '../events/catalogue.js';
import { slug } from '../identity/fold.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import { actId, type Act, type ActEndManner, type ActId } from './act.js';

/** An act with the end it has as known now. */
export interface KnownAct extends Act {
  /** First day on which it is no longer in force, by its terms, a recorded end or an extension. */
  readonly endsOn?: LocalDate;
  /** Set where an end other than by its own terms is recorded. */
  readonly endManner?: ActEndManner;
}

/** Looks up an act as known now. */
export type ActLookup = (id: ActId) => KnownAct | undefined;

/**
 * Registers an act.
 * Refuses `INVALID_INPUT`, `ALREADY_EXISTS`, `INVALID_INTERVAL`, `UNKNOWN_ACT` (for an act it amends or replaces).
 */
export function decideRegisterAct(
  input: Omit<Act, 'actId'>,
  acts: ActLookup,
): Decision<EventOf<'act.registered'>> {
  const blank = (['number', 'issuer'] as const).find((field) => slug(input[field]) === '');
  if (blank !== undefined) {
    return refuse(
      'INVALID_INPUT',
      blank,
      input[blank],
      `An act needs its ${blank}.`,
      'Give it as printed on the act; number, issuer and date identify it.',
    );
  }
  const id = actId(input.number, input.issuer, input.issuedOn);
  if (acts(id) !== undefined) {
    return refuse(
      'ALREADY_EXISTS',
      'number',
      input.number,
      `Act ${id} is registered already.`,
      'Use the registered act; number, issuer and date identify it.',
    );
  }
  if (
    input.inForceFrom !== undefined &&
    input.lapsesOn !== undefined &&
    input.lapsesOn <= input.inForceFrom
  ) {
    return refuse(
      'INVALID_INTERVAL',
      'lapsesOn',
      input.lapsesOn,
      'An act cannot lapse before it is in force.',
      `Give a day after ${input.inForceFrom}.`,
    );
  }
  for (const field of ['amends', 'replaces'] as const) {
    const unknown = input[field]?.find((other) => acts(other) === undefined);
    if (unknown !== undefined) return unknownAct(field, unknown);
  }
  return accept([{ type: 'act.registered', data: { ...input, actId: id } }]);
}

export interface EndAct {
  readonly actId: ActId;
  readonly endsOn: LocalDate;
  readonly manner: ActEndManner;
  readonly byActId?: ActId;
  readonly reason: string;
}

/**
 * Records the end of an act; every answer that rests on it changes from now on in record time.
 * Refuses `UNKNOWN_ACT`, `ACT_ALREADY_ENDED`, `INVALID_INTERVAL`, `REASON_REQUIRED`.
 */
export function decideEndAct(input: EndAct, acts: ActLookup): Decision<EventOf<'act.ended'>> {
  const act = acts(input.actId);
  if (act === undefined) return unknownAct('actId', input.actId);
  if (input.byActId !== undefined && acts(input.byActId) === undefined)
    return unknownAct('byActId', input.byActId);
  if (input.reason.trim() === '') return reasonRequired();
  if (act.endsOn !== undefined && (act.endManner !== undefined || act.endsOn <= input.endsOn)) {
    return refuse(
      'ACT_ALREADY_ENDED',
      'endsOn',
      input.endsOn,
      `Act ${act.number} ends on ${act.endsOn} already.`,
      'Record an extension to move its end to a later day.',
    );
  }
  if (act.inForceFrom !== undefined && input.endsOn < act.inForceFrom) {
    return refuse(
      'INVALID_INTERVAL',
      'endsOn',
      input.endsOn,
      `Act ${act.number} is in force from ${act.inForceFrom} only.`,
      `Give ${act.inForceFrom} or a later day.`,
    );
  }
  return accept([{ type: 'act.ended', data: input }]);
}

export interface ExtendAct {
  readonly actId: ActId;
  readonly lapsesOn?: LocalDate;
  readonly byActId: ActId;
  readonly reason: string;
}

/**
 * Records that an act stays in force longer than was known.
 * Refuses `UNKNOWN_ACT`, `INVALID_INTERVAL` where the new end is not later, `REASON_REQUIRED`.
 */
export function decideExtendAct(input: ExtendAct, acts: ActLookup): Decision<EventOf<'act.extended'>> {
  const act = acts(input.actId);
  if (act === undefined) return unknownAct('actId', input.actId);
  if (acts(input.byActId) === undefined) return unknownAct('byActId', input.byActId);
  if (input.reason.trim() === '') return reasonRequired();
  const later = act.endsOn !== undefined && (input.lapsesOn === undefined || input.lapsesOn > act.endsOn);
  if (!later) {
    const known = act.endsOn === undefined ? 'no end is recorded' : `its end is ${act.endsOn}`;
    return refuse(
      'INVALID_INTERVAL',
      'lapsesOn',
      input.lapsesOn ?? '',
      `This does not extend act ${act.number}: ${known}.`,
      'Give a later day, or none for no end.',
    );
  }
  return accept([{ type: 'act.extended', data: input }]);
}

/** The refusal for an act that is not registered. */
export function unknownAct(field: string, id: ActId): Decision<never> {
  return refuse(
    'UNKNOWN_ACT',
    field,
    id,
    `No act ${id} is registered.`,
    'Register the act first, or look its id up in the list of acts.',
  );
}

/** The refusal for a decision without a reason. */
export function reasonRequired(): Decision<never> {
  return refuse('REASON_REQUIRED', 'reason', '', 'A decision needs a reason.', 'State in one sentence why.');
}

/**
 * Refuses an act that a decision cannot rest on: unknown, or not in force on the decision's first day.
 * An act that does not say since when it is in force is not before the day of its issue.
 * Undefined where it can.
 */
export function refuseBasis(
  field: string,
  id: ActId,
  day: LocalDate,
  acts: ActLookup,
): Decision<never> | undefined {
  const act = acts(id);
  if (act === undefined) return unknownAct(field, id);
  const begins = act.inForceFrom ?? act.issuedOn;
  const early = begins !== undefined && day < begins;
  const late = act.endsOn !== undefined && act.endsOn <= day;
  if (!early && !late) return undefined;
  const force = `${begins ?? 'an unknown day'} to ${act.endsOn ?? 'an open end'}`;
  return refuse(
    'ACT_NOT_IN_FORCE',
    field,
    id,
    `Act ${act.number} is not in force on ${day} (in force from ${force}).`,
    'Name an act in force on the first day, or another first day.',
  );
}
