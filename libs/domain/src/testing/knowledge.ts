import type { DomainEvent } from '../events/catalogue.js';
import type { Assignment } from '../responsibilities/assignment.js';
import { localDateAt, type LocalDate } from '../time/local-date.js';
import type { NumberedEvent } from '../knowledge/history.js';

/** A calendar of 40 days, so that random intervals often meet. */
export const CALENDAR: readonly LocalDate[] = Array.from({ length: 40 }, (_, i) =>
  localDateAt(new Date(Date.UTC(2025, 5, 1 + i))),
);
export const ACT_IDS = ['a1', 'a2', 'a3'] as const;

/** The day with a number in the calendar. */
export function on(index: number): LocalDate {
  const found = CALENDAR[index];
  if (found === undefined) throw new RangeError(`No day ${index}.`);
  return found;
}

/** An assignment of duty d over subject s, held by commune 1 under act a1 from the second day on. */
export function saying(over: Partial<Assignment> = {}): Assignment {
  return {
    subjectId: 's',
    dutyId: 'd',
    from: on(1),
    status: 'HELD',
    holders: [{ officeId: 'UBND_XA:1@origin', lead: false }],
    candidates: [],
    basis: { actId: 'a1', provenance: 'READ' },
    manner: 'BY_LAW',
    explanation: 'By law.',
    ...over,
  };
}

export const assigned = (over: Partial<Assignment> = {}): DomainEvent => ({
  type: 'responsibility.assigned',
  data: saying(over),
});
export const registered = (actId: string, inForceFrom?: LocalDate, lapsesOn?: LocalDate): DomainEvent => ({
  type: 'act.registered',
  data: {
    actId,
    kind: 'DECREE',
    number: actId,
    issuer: 'Chính phủ',
    ...(inForceFrom === undefined ? {} : { inForceFrom }),
    ...(lapsesOn === undefined ? {} : { lapsesOn }),
    provenance: 'READ',
    source: 'test',
  },
});
export const ended = (actId: string, endsOn: LocalDate): DomainEvent => ({
  type: 'act.ended',
  data: { actId, endsOn, manner: 'REPEALED', reason: 'Repealed.' },
});
export const extended = (actId: string, lapsesOn: LocalDate): DomainEvent => ({
  type: 'act.extended',
  data: { actId, lapsesOn, byActId: 'a1', reason: 'Extended.' },
});

/** Events in the order of the log, numbered from 1. */
export function numbered(events: readonly DomainEvent[]): readonly NumberedEvent[] {
  return events.map((event, i) => ({ seq: i + 1, eventId: `event-${i + 1}`, event }));
}
