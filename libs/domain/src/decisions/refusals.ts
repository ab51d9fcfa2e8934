import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { Holder } from '../responsibilities/assignment.js';
import type { Register } from './state.js';

/** The refusal for a subject that is not registered. */
export function unknownSubject(field: string, id: string): Decision<never> {
  return refuse(
    'UNKNOWN_SUBJECT',
    field,
    id,
    `Nothing is registered under ${id}.`,
    'Register it first, or look its id up in the list of clusters.',
  );
}

/** Refuses a duty that is not in the catalogue or not about clusters; undefined where it is. */
export function refuseDuty(dutyId: string, register: Register): Decision<never> | undefined {
  const duty = register.law.duties.find((d) => d.dutyId === dutyId);
  if (duty === undefined) {
    return refuse(
      'UNKNOWN_DUTY',
      'dutyId',
      dutyId,
      `No duty ${dutyId} is in the catalogue.`,
      'Look its id up in the list of duties.',
    );
  }
  if (duty.appliesTo === 'CLUSTER') return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'dutyId',
    dutyId,
    `Duty ${dutyId} is not about clusters.`,
    'Name a duty that applies to clusters.',
  );
}

/** Refuses an interval that ends before it begins; undefined where it is one. */
export function refuseInterval(from: LocalDate, to: LocalDate | undefined): Decision<never> | undefined {
  if (to === undefined || from < to) return undefined;
  return refuse(
    'INVALID_INTERVAL',
    'to',
    to,
    `The interval ends on ${to}, not after its start ${from}.`,
    'Give an end after the start, or none for an open end.',
  );
}

/** Refuses holders that are none, twice the same, several leads, or offices that do not exist on the day. */
export function refuseHolders(
  holders: readonly Holder[],
  day: LocalDate,
  register: Register,
): Decision<never> | undefined {
  if (holders.length === 0) {
    return refuse('INVALID_INPUT', 'holders', '', 'A duty needs a holder.', 'Name at least one office.');
  }
  const ids = holders.map((h) => h.officeId);
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (twice !== undefined)
    return refuse('INVALID_INPUT', 'holders', twice, 'An office is named twice.', 'Name each office once.');
  if (holders.filter((h) => h.lead).length > 1) {
    return refuse(
      'INVALID_INPUT',
      'holders',
      ids.join(';'),
      'Two leads are named.',
      'Mark at most one office as lead.',
    );
  }
  const missing = ids.find((id) => !register.officeExists(id, day));
  if (missing === undefined) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    'holders',
    missing,
    `No office ${missing} exists on ${day}.`,
    'Name an office such as UBND_XA:15520@2025-07-01, of a unit that exists on that day.',
  );
}
