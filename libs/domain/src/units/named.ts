import type { ValidInterval } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from './unit.js';

/** A unit with the days on which it bore the name that a document uses. */
export interface NamedUnit extends Partial<ValidInterval> {
  readonly unitId: UnitId;
}

/** Whether a unit bore a name on a day: `STALE` where none did any more, `NOT_YET` where none did yet. */
export const NAME_READINGS = ['IN_FORCE', 'STALE', 'NOT_YET', 'UNKNOWN'] as const;
export type NameReading = (typeof NAME_READINGS)[number];

/**
 * What a document means by the name of a unit.
 * `STALE` flags a name that no unit bore any more on the day of the document: it says which unit last did,
 * and changes nothing about the document.
 */
export interface ReadName {
  readonly reading: NameReading;
  /** Several where the name alone does not tell them apart. */
  readonly unitIds: readonly UnitId[];
  /** First day on which no unit bore the name any more, where it is stale. */
  readonly endedOn?: LocalDate;
}

/** Reads the name of a unit in a document by the day of the document. */
export function readUnitName(bearers: readonly NamedUnit[], on: LocalDate): ReadName {
  const begun = bearers.filter((u) => u.from === undefined || u.from <= on);
  const standing = begun.filter((u) => u.to === undefined || on < u.to);
  if (standing.length > 0) return { reading: 'IN_FORCE', unitIds: idsOf(standing) };
  const ends = begun.flatMap((u) => u.to ?? []).sort();
  const endedOn = ends.at(-1);
  if (endedOn !== undefined)
    return { reading: 'STALE', unitIds: idsOf(begun.filter((u) => u.to === endedOn)), endedOn };
  return bearers.length === 0
    ? { reading: 'UNKNOWN', unitIds: [] }
    : { reading: 'NOT_YET', unitIds: idsOf(bearers) };
}

function idsOf(units: readonly NamedUnit[]): readonly UnitId[] {
  return [...new Set(units.map((u) => u.unitId))].sort();
}
