import { territoryOn } from '../clusters/territory.js';
import type { DutyId } from '../duties/duty.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';
import { largestShare, type LargestShare } from './largest-share.js';
import type { ClusterFacts, LawInForce, LeadRule } from './subject.js';

/** A rule on the lead with whom it names. */
export interface NamedLead {
  readonly rule: LeadRule;
  readonly largest: LargestShare;
}

/** Whom the rule of its province names lead of a duty over a cluster in several communes; undefined where it has none. */
export function leadOn(
  cluster: ClusterFacts,
  dutyId: DutyId,
  unitIds: readonly UnitId[],
  day: LocalDate,
  law: LawInForce,
): NamedLead | undefined {
  const rule = leadRuleFor(cluster, dutyId, day, law);
  return rule && { rule, largest: largestShare(cluster.shares ?? [], unitIds, day, law.lineage) };
}

/** The youngest rule of the cluster's own province that covers a duty on a day. */
export function leadRuleFor(
  cluster: ClusterFacts,
  dutyId: DutyId,
  day: LocalDate,
  law: LawInForce,
): LeadRule | undefined {
  const provinces = territoryOn(cluster.placements, day, 'PROVINCE', law.lineage);
  return law.leadRules
    .filter(
      (r) =>
        r.from <= day &&
        r.dutyIds.includes(dutyId) &&
        provinces.certainty === 'KNOWN' &&
        provinces.unitIds.includes(r.provinceUnitId),
    )
    .reduce<LeadRule | undefined>(
      (last, r) => (last === undefined || last.from <= r.from ? r : last),
      undefined,
    );
}

/** Days after one on which another lead may be named: a rule of its own province begins, or other shares hold. */
export function nextLeads(
  cluster: ClusterFacts,
  dutyId: DutyId,
  day: LocalDate,
  law: LawInForce,
): readonly LocalDate[] {
  const ruled = law.leadRules
    .filter((r) => r.from > day && leadRuleFor(cluster, dutyId, r.from, law) === r)
    .map((r) => r.from);
  const shared = (cluster.shares ?? []).flatMap(({ from }) =>
    from !== undefined && from > day && leadRuleFor(cluster, dutyId, from, law) !== undefined ? [from] : [],
  );
  return [...ruled, ...shared];
}
