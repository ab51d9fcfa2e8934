import type { LocalDate } from '../time/local-date.js';
import type { Matter } from './evolve.js';

/** First day without districts (Luật 72/2025/QH15 Art. 51(3)). */
export const DISTRICTS_ENDED_ON = '2025-07-01' as LocalDate;
/** The last day of the districts: days that were left on it are counted after it. */
export const LAST_DAY_OF_DISTRICTS = '2025-06-30' as LocalDate;

/** Whether a matter was in flight when the districts ended, as far as the sources say. */
export const AT_CUTOVER = ['IN_FLIGHT', 'NOT_STATED', 'NOT_IN_FLIGHT'] as const;
export type AtCutover = (typeof AT_CUTOVER)[number];

/** A matter that a source first states after the cutover may have begun before it: that is not stated. */
export function atCutover({ startedOn, asOf, steps }: Matter): AtCutover {
  const closed = steps.some(
    ({ type, data }) => type === 'matter.closed' && data.effectiveOn < DISTRICTS_ENDED_ON,
  );
  if (closed || (startedOn !== undefined && startedOn >= DISTRICTS_ENDED_ON)) return 'NOT_IN_FLIGHT';
  return startedOn !== undefined || asOf < DISTRICTS_ENDED_ON ? 'IN_FLIGHT' : 'NOT_STATED';
}
