import type { EventOf, LocalDate, UnitVersion } from '#domain';
import { UNKNOWN_DAY } from '../../storage/sentinels.js';
import { UnprojectableEvent } from '../checks.js';

/** An event about one unit that says how it stands from a day on. */
export type UnitFact = EventOf<
  'unit.listed' | 'unit.established' | 'unit.abolished' | 'unit.renamed' | 'unit.retyped' | 'unit.reparented'
>;
type UnitChange = Exclude<UnitFact, { type: 'unit.listed' | 'unit.established' | 'unit.abolished' }>;

/** A unit's name, kind and parent for some days; bounds as stored. */
export interface UnitPeriod {
  readonly from: string;
  readonly to?: LocalDate;
  readonly version: UnitVersion;
}
export interface UnitTimeline {
  /** First day, or the sentinel of an unknown one. */
  readonly born: string;
  /** Day after the last. */
  readonly ended?: LocalDate;
  readonly periods: readonly UnitPeriod[];
}

/**
 * How a unit stood, day by day, by the facts recorded of it in the order of recording.
 * Each change holds from its day until the next change of the same thing, in whatever order they were recorded.
 */
export function unitTimeline(facts: readonly UnitFact[]): UnitTimeline {
  const birth = facts.findLast((f) => f.type === 'unit.listed' || f.type === 'unit.established');
  if (birth === undefined)
    throw new UnprojectableEvent(`Nothing says when unit ${facts[0]?.data.unitId} began.`);
  const born = birth.type === 'unit.established' ? birth.data.effectiveFrom : UNKNOWN_DAY;
  const ended = facts.findLast((f) => f.type === 'unit.abolished')?.data.effectiveFrom;
  const changes = facts
    .filter(isChange)
    .filter((c) => ended === undefined || c.data.effectiveFrom < ended)
    .sort((a, b) =>
      a.data.effectiveFrom < b.data.effectiveFrom ? -1 : a.data.effectiveFrom > b.data.effectiveFrom ? 1 : 0,
    );
  const periods = periodsOf(versionOf(birth.data), born, changes, ended);
  return { born, ...(ended === undefined ? {} : { ended }), periods };
}

function isChange(fact: UnitFact): fact is UnitChange {
  return fact.type === 'unit.renamed' || fact.type === 'unit.retyped' || fact.type === 'unit.reparented';
}

function periodsOf(
  first: UnitVersion,
  born: string,
  changes: readonly UnitChange[],
  ended: LocalDate | undefined,
): readonly UnitPeriod[] {
  const periods: UnitPeriod[] = [];
  let version = first;
  let from = born;
  for (const change of changes) {
    const day = change.data.effectiveFrom;
    if (from < day) periods.push({ from, to: day, version });
    version = changed(version, change);
    from = from < day ? day : from;
  }
  if (ended === undefined) return [...periods, { from, version }];
  return from < ended ? [...periods, { from, to: ended, version }] : periods;
}

function changed(version: UnitVersion, change: UnitChange): UnitVersion {
  switch (change.type) {
    case 'unit.renamed':
      return { ...version, name: change.data.name };
    case 'unit.retyped':
      return { ...version, name: change.data.name, kind: change.data.kind };
    case 'unit.reparented':
      return { ...version, parentId: change.data.parentId };
  }
}

function versionOf({ unitId, code, name, level, kind, parentId }: UnitVersion): UnitVersion {
  return {
    unitId,
    ...(code === undefined ? {} : { code }),
    name,
    level,
    kind,
    ...(parentId === undefined ? {} : { parentId }),
  };
}
