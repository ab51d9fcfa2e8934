import type { Clocks, TransitionView } from '#application';
import type { ResponsibilityStatus } from '#domain';
import type { Connection } from '../connection.js';
import { transitionSeqs } from './events/audit.js';

/** Statuses in which nobody is determined to hold a duty. */
export const UNSETTLED: ReadonlySet<ResponsibilityStatus> = new Set([
  'UNDETERMINED',
  'VACANT',
  'DISPUTED',
  'NO_BASIS',
]);

/**
 * How far the transition of a dissolved unit is. Each reassignment counts with the status its duty has on the day
 * asked for, or on the first day of the reassignment where that is later. Undefined for a unit that goes on.
 */
export function transitionOf(connection: Connection, unitId: string, at: Clocks): TransitionView | undefined {
  const eventSeqs = transitionSeqs(connection.db, unitId, at.knownSeq);
  const reassigned = eventSeqs.map((seq) => connection.events.assignment(seq).assignment);
  const effectiveOn = reassigned[0]?.from ?? connection.units.lifetime(unitId, at.knownSeq)?.to;
  if (effectiveOn === undefined) return undefined;
  const counts = new Map<ResponsibilityStatus, number>();
  for (const { subjectId, dutyId, from } of reassigned) {
    const validAt = at.validAt < from ? from : at.validAt;
    const { status } = connection.responsibilities.answer(subjectId, dutyId, { ...at, validAt });
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  const statuses = [...counts].map(([status, count]) => ({ status, count }));
  return {
    unitId,
    effectiveOn,
    statuses: statuses.sort((a, b) => (a.status < b.status ? -1 : 1)),
    subjectIds: [...new Set(reassigned.map((r) => r.subjectId))].sort(),
    reassigned: reassigned.length,
    unsettled: statuses.reduce((sum, { status, count }) => sum + (UNSETTLED.has(status) ? count : 0), 0),
    eventSeqs,
  };
}
