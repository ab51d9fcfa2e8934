import type { ValidInterval } from '../time/interval.js';
import { earlierEnd, overlaps } from '../time/interval.js';

/** The days that two intervals share; undefined for none. */
export function intersect(a: ValidInterval, b: ValidInterval): ValidInterval | undefined {
  if (!overlaps(a, b)) return undefined;
  const from = a.from < b.from ? b.from : a.from;
  const to = earlierEnd(a.to, b.to);
  return to === undefined ? { from } : { from, to };
}
