import type { ActId } from '../acts/act.js';
import type { DutyId } from '../duties/duty.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';

export type RuleId = string;

/**
 * The matters that a province decides as a rule.
 * The first eight are those of NĐ 139/2025 Đ.12 (items 1 to 8), each under its duty of the catalogue;
 * the others are what a provincial regulation says beside them.
 */
export const RULE_MATTERS = [
  'ccn_decide_mountain_area_size_rule',
  'ccn_decide_land_forecast_scope',
  'ccn_decide_plan_adjustment_land_scope',
  'ccn_decide_establishment_land_plan_condition',
  'ccn_decide_occupancy_condition',
  'ccn_decide_expansion_land_plan_condition',
  'ccn_assign_lead_authority_for_spanning_cluster',
  'ccn_decide_minor_adjustment',
  'management_regulation',
  'spanning_cluster_lead',
  'detailed_plan_approval',
] as const;
export type RuleMatter = (typeof RULE_MATTERS)[number];

const OF_REGULATIONS: readonly RuleMatter[] = [
  'management_regulation',
  'spanning_cluster_lead',
  'detailed_plan_approval',
];

/** The duty of the catalogue that lets the province decide; undefined for what a regulation adds. */
export function dutyOfMatter(matter: RuleMatter): DutyId | undefined {
  return OF_REGULATIONS.includes(matter) ? undefined : matter;
}

/** What a province decided on one matter, for its territory or that of one unit. */
export interface Rule {
  readonly ruleId: RuleId;
  readonly matter: RuleMatter;
  /** The province that decided, of its time: a rule of a dissolved one goes on for its territory. */
  readonly provinceUnitId: UnitId;
  /** The unit whose territory it covers, a former province or smaller; absent: all of the province. */
  readonly territoryUnitId?: UnitId;
  /** The rule in words. */
  readonly text?: string;
  /** A threshold in hectares, as a decimal string. */
  readonly areaHa?: string;
  /** A threshold in per cent, as a decimal string. */
  readonly percent?: string;
  /** First day; absent where the source does not state it: the day its act is in force, or was issued. */
  readonly from?: LocalDate;
  /** Exclusive; absent where only the end of its act ends it. */
  readonly to?: LocalDate;
  readonly actId: ActId;
  readonly article?: string;
  /** Rules whose place it takes, in its own territory and from its first day on. */
  readonly replacesRuleIds?: readonly RuleId[];
  /** Why, for a rule that puts what was recorded under this id before right. */
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** Id of a rule: its matter, its territory, its act, and its first day where that is stated. */
export function ruleId(
  rule: Pick<Rule, 'matter' | 'provinceUnitId' | 'territoryUnitId' | 'actId' | 'from'>,
): RuleId {
  const area = rule.territoryUnitId ?? rule.provinceUnitId;
  return [rule.matter, area, rule.actId, ...(rule.from === undefined ? [] : [rule.from])].join('.');
}

/** The unit whose territory a rule covers. */
export function areaOf(rule: Pick<Rule, 'provinceUnitId' | 'territoryUnitId'>): UnitId {
  return rule.territoryUnitId ?? rule.provinceUnitId;
}
