import { BanGiaoError } from '../refusals/ban-giao-error.js';
import type { LocalDate } from '../time/local-date.js';
import { pathsBack, pathsForward, type Lineage, type SuccessionPath } from '../units/lineage.js';
import { unitsUpwards } from '../units/upwards.js';
import type { UnitId, UnitLevel } from '../units/unit.js';
import type { Placement } from './cluster.js';

/**
 * Where a cluster lies on a day, at one tier.
 * `KNOWN`: in exactly these units. `ONE_OF`: in one or more of these, which is not determined.
 * `UNKNOWN`: nothing narrower than a higher tier is stated.
 */
export type Territory =
  | { readonly certainty: 'KNOWN'; readonly unitIds: readonly UnitId[]; readonly placement: Placement }
  | {
      readonly certainty: 'ONE_OF';
      readonly unitIds: readonly UnitId[];
      readonly placement: Placement;
      readonly because: string;
    }
  | {
      readonly certainty: 'UNKNOWN';
      readonly unitIds: readonly [];
      readonly placement?: Placement;
      readonly because: string;
    };

/** True for a place that no source states: it determines nothing. */
export function isInferred(placement: Placement): boolean {
  return placement.provenance === 'INFERRED' || placement.provenance === 'UNVERIFIED';
}

/** The placement that applies on a day: the last one that has begun. */
export function placementOn(placements: readonly Placement[], day: LocalDate): Placement | undefined {
  return placements.filter((p) => p.from === undefined || p.from <= day).at(-1);
}

/**
 * Where a cluster lies on a day at a tier, followed from its stated place through every reorganisation.
 * A divided commune gives `ONE_OF`: nothing is guessed.
 */
export function territoryOn(
  placements: readonly Placement[],
  day: LocalDate,
  level: UnitLevel,
  lineage: Lineage,
): Territory {
  const placement = placementOn(placements, day);
  if (placement === undefined)
    return { certainty: 'UNKNOWN', unitIds: [], because: 'No place is recorded for this day.' };
  const reached = placement.unitIds.map((id) =>
    atLevel(correspondingOn(lineage, id, day), day, level, lineage),
  );
  if (reached.some((units) => units === 'too-wide')) {
    return {
      certainty: 'UNKNOWN',
      unitIds: [],
      placement,
      because: `The place is stated no closer than ${tierName(placement)}.`,
    };
  }
  const perUnit = reached as readonly (readonly UnitId[])[];
  const unitIds = [...new Set(perUnit.flat())].sort();
  if (unitIds.length === 0) {
    return {
      certainty: 'UNKNOWN',
      unitIds: [],
      placement,
      because: 'No unit of this tier exists there on this day.',
    };
  }
  const formedLater = placement.unitIds.some((id) => (lineage.lifetime(id)?.from ?? day) > day);
  const because = doubt(placement, perUnit, level, formedLater);
  return because === undefined
    ? { certainty: 'KNOWN', unitIds, placement }
    : { certainty: 'ONE_OF', unitIds, placement, because };
}

/** The units that hold the territory of a stated unit on a day, before or after. */
export function correspondingOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly UnitId[] {
  return [...new Set(pathsOn(lineage, unitId, day).map((path) => path.unitId))].sort();
}

/**
 * The ways from a stated unit to those that hold its territory on a day, before or after.
 * Back in time a commune corresponds to communes: the district it came out of is their parent, not one more place.
 */
export function pathsOn(lineage: Lineage, unitId: UnitId, day: LocalDate): readonly SuccessionPath[] {
  const began = lineage.lifetime(unitId)?.from;
  if (began === undefined || began <= day) return pathsForward(lineage, unitId, day);
  const before = pathsBack(lineage, unitId, day);
  const sameTier = before.filter((path) => lineage.levelOf(path.unitId) === lineage.levelOf(unitId));
  return sameTier.length > 0 ? sameTier : before;
}

function doubt(
  placement: Placement,
  perUnit: readonly (readonly UnitId[])[],
  level: UnitLevel,
  formedLater: boolean,
): string | undefined {
  if (perUnit.some((units) => units.length > 1)) {
    if (placement.precision === 'COMMUNE') {
      return formedLater
        ? 'Its commune was formed of several, and which of them held the cluster is not stated.'
        : 'Its commune was divided, and which part holds the cluster is not stated.';
    }
    return `Its commune is not stated, only ${tierName(placement)}, which several units succeeded.`;
  }
  if (isInferred(placement)) {
    return 'Its place is inferred, not stated by a source.';
  }
  const wholeProvince = level === 'PROVINCE';
  if (!placement.complete && !wholeProvince) return 'The source names some of its communes and not all.';
  return undefined;
}

function atLevel(
  unitIds: readonly UnitId[],
  day: LocalDate,
  level: UnitLevel,
  lineage: Lineage,
): readonly UnitId[] | 'too-wide' {
  const found = new Set<UnitId>();
  for (const id of unitIds) {
    const raised = raise(id, day, level, lineage);
    if (raised === 'too-wide') return raised;
    if (raised !== undefined) found.add(raised);
  }
  return [...found];
}

function raise(
  unitId: UnitId,
  day: LocalDate,
  level: UnitLevel,
  lineage: Lineage,
): UnitId | 'too-wide' | undefined {
  let known = false;
  for (const unit of unitsUpwards(lineage, unitId, () => day)) {
    if (unit.level === level) return unit.unitId;
    if (RANK[unit.level] < RANK[level]) return known ? undefined : 'too-wide';
    known = true;
  }
  if (known) return undefined;
  throw new BanGiaoError('UNIT_NOT_IN_FORCE', `Unit ${unitId} does not exist on ${day}.`, {
    field: 'placements',
    value: unitId,
    remedy: 'State the place by a unit that exists on its first day.',
  });
}

const RANK: Readonly<Record<UnitLevel, number>> = { PROVINCE: 0, DISTRICT: 1, COMMUNE: 2 };

function tierName(placement: Placement): string {
  switch (placement.precision) {
    case 'COMMUNE':
      return 'its commune';
    case 'DISTRICT':
      return 'its district';
    case 'PROVINCE':
      return 'its province';
  }
}

/** The names of the units of a tier in which a cluster lies on a day; undefined where that is not known. */
export function namesOn(
  placements: readonly Placement[],
  day: LocalDate,
  tier: UnitLevel,
  lineage: Lineage,
): readonly string[] | undefined {
  const territory = territoryOn(placements, day, tier, lineage);
  if (territory.certainty !== 'KNOWN') return undefined;
  return territory.unitIds.map((id) => lineage.unitOn(id, day)?.name ?? id);
}
