import type { ClusterSharesRecorded } from '../clusters/events.js';
import { millionths } from '../clusters/hectares.js';
import { sharesOn } from '../clusters/record.js';
import { correspondingOn } from '../clusters/territory.js';
import type { LocalDate } from '../time/local-date.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';

/** Which of several units has the most of a cluster; `NOT_STATED` where no source gives the area in each of them. */
export type LargestShare = { readonly unitId: UnitId } | 'EQUAL' | 'NOT_STATED';

/** The unit that has strictly the most hectares of a cluster on a day, by the shares that hold then. */
export function largestShare(
  shares: readonly ClusterSharesRecorded[],
  unitIds: readonly UnitId[],
  day: LocalDate,
  lineage: Lineage,
): LargestShare {
  const areas = areasOn(shares, day, lineage);
  const complete = areas?.size === unitIds.length && unitIds.every((id) => areas.has(id));
  if (areas === undefined || !complete) return 'NOT_STATED';
  const most = [...areas.values()].reduce((max, area) => (area > max ? area : max), 0n);
  const [first, second] = unitIds.filter((id) => areas.get(id) === most);
  return first === undefined || second !== undefined ? 'EQUAL' : { unitId: first };
}

/** The area in each unit of the day; undefined where none is stated, or a unit was divided since. */
function areasOn(
  recorded: readonly ClusterSharesRecorded[],
  day: LocalDate,
  lineage: Lineage,
): ReadonlyMap<UnitId, bigint> | undefined {
  const now = sharesOn({ shares: recorded }, day);
  if (now === undefined || now.provenance === 'INFERRED' || now.provenance === 'UNVERIFIED') return undefined;
  const areas = new Map<UnitId, bigint>();
  for (const { unitId, areaHa } of now.shares) {
    const [unit, other] = correspondingOn(lineage, unitId, day);
    if (unit === undefined || other !== undefined) return undefined;
    areas.set(unit, (areas.get(unit) ?? 0n) + millionths(areaHa));
  }
  return areas;
}
