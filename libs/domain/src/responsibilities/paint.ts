import { overlaps, type ValidInterval } from '../time/interval.js';

/** What a new interval leaves of those recorded before. */
export interface Painting<T extends ValidInterval> {
  /** Intervals that no longer stand as they were. */
  readonly covered: readonly T[];
  /** What is left of them on either side; each still says what it said. */
  readonly remainders: readonly T[];
}

/**
 * Lays a new interval over recorded ones: the new one holds on its days, the old ones on the rest of theirs.
 * Intervals that share no day with it are not touched.
 */
export function paint<T extends ValidInterval>(recorded: readonly T[], brush: ValidInterval): Painting<T> {
  const covered = recorded.filter((r) => overlaps(r, brush));
  return { covered, remainders: covered.flatMap((r) => outside(r, brush)) };
}

function outside<T extends ValidInterval>(interval: T, brush: ValidInterval): readonly T[] {
  const left: T[] = [];
  if (interval.from < brush.from) left.push({ ...interval, to: brush.from });
  if (brush.to !== undefined && (interval.to === undefined || brush.to < interval.to)) {
    left.push({ ...interval, from: brush.to });
  }
  return left;
}
