import { refuse, type Decision } from '../refusals/refusal.js';
import type { LocalDate } from '../time/local-date.js';
import type { Holder } from '../responsibilities/assignment.js';
import { parseOfficeId, type OfficeId } from '../responsibilities/office.js';
import type { ValidInterval } from '../time/interval.js';
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
export function refuseDuty(
  dutyId: string,
  register: Register,
  field = 'dutyId',
): Decision<never> | undefined {
  const duty = register.law.duties.find((d) => d.dutyId === dutyId);
  if (duty === undefined) {
    return refuse(
      'UNKNOWN_DUTY',
      field,
      dutyId,
      `No duty ${dutyId} is in the catalogue.`,
      'Look its id up in the list of duties.',
    );
  }
  if (duty.appliesTo === 'CLUSTER') return undefined;
  return refuse(
    'NOT_APPLICABLE',
    field,
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

/** Refuses holders that are none, twice the same, several leads, or offices that do not exist on all of the days. */
export function refuseHolders(
  holders: readonly Holder[],
  days: ValidInterval,
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
  const missing = ids.find((id) => !register.officeExists(id, days.from));
  if (missing === undefined) return refuseEnding(ids, days, register);
  return refuse(
    'UNKNOWN_OFFICE',
    'holders',
    missing,
    `No office ${missing} exists on ${days.from}.`,
    'Name an office such as UBND_XA:15520@2025-07-01, of a unit that exists on that day.',
  );
}

/** An office cannot hold a duty longer than its unit exists. */
function refuseEnding(
  ids: readonly OfficeId[],
  days: ValidInterval,
  register: Register,
): Decision<never> | undefined {
  for (const id of ids) {
    const unitId = parseOfficeId(id)?.rest;
    const end = unitId === undefined ? undefined : register.law.lineage.lifetime(unitId)?.to;
    if (end === undefined || (days.to !== undefined && days.to <= end)) continue;
    return refuse(
      'UNIT_NOT_IN_FORCE',
      'holders',
      id,
      `The unit of ${id} ends on ${end}, within the interval.`,
      `End this interval on ${end} or before, and record the next by its own decision.`,
    );
  }
  return undefined;
}
