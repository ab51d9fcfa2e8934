import type { ActLookup } from '../acts/decide-act.js';
import type { Duty, DutyRule } from '../duties/duty.js';
import { contains } from '../time/interval.js';
import type { LocalDate } from '../time/local-date.js';
import { originProvinceOf, originsOf, unitsCovering } from '../units/covering.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import { forceOf, isCertain } from './force.js';
import { areaOf, dutyOfMatter, type Rule, type RuleMatter } from './rule.js';

/**
 * `DECIDED`: one rule applies. `CONFLICTING`: several do, and none replaces the others.
 * `UNVERIFIED`: what is recorded is inferred or from memory. `NOT_DECIDED`: no rule is recorded.
 * `BY_LAW`: before the reform NĐ 32/2024 itself settled it, most by measuring on the territory of the district.
 * `NO_BASIS`: nothing in force lets the province decide, so what it decided before carries no more;
 * also before NĐ 32/2024, of which no decree is recorded that it was settled by.
 */
export const RULE_STATUSES = [
  'DECIDED',
  'CONFLICTING',
  'UNVERIFIED',
  'NOT_DECIDED',
  'BY_LAW',
  'NO_BASIS',
] as const;
export type RuleStatus = (typeof RULE_STATUSES)[number];

/** What applied to one matter in one territory on one day. */
export interface RuleAnswer {
  readonly matter: RuleMatter;
  /** The unit that was asked about, or the former province that is a part of it. */
  readonly territoryUnitId: UnitId;
  /** The province that the territory belonged to before the reform; absent where none is known. */
  readonly formerProvinceUnitId?: UnitId;
  readonly status: RuleStatus;
  /** The rule that applies; all of them where they conflict, or where their basis lapsed. */
  readonly rules: readonly Rule[];
  /** In one plain sentence. */
  readonly explanation: string;
}

/** What is known of rules and of what they rest on. */
export interface KnownRules {
  readonly lineage: Lineage;
  readonly acts: ActLookup;
  readonly duties: readonly Duty[];
  readonly rules: readonly Rule[];
}

/** The units of a province for which a matter may have been decided apart: its former provinces, and each territory with a rule of its own. */
export function territoriesOf(
  provinceUnitId: UnitId,
  matter: RuleMatter,
  { lineage, rules }: KnownRules,
): readonly UnitId[] {
  const former = originsOf(lineage, provinceUnitId);
  const own = rules
    .filter((r) => r.matter === matter && areaOf(r) !== provinceUnitId)
    .map(areaOf)
    .filter((area) => {
      const above = unitsCovering(lineage, area);
      return above.has(provinceUnitId) || former.some((id) => id !== area && above.has(id));
    });
  return [...new Set([...former, ...own])].sort();
}

/** What applied to a matter in a unit's territory on a day; an answer for each former province that it has a part of. */
export function rulesOn(
  territoryUnitId: UnitId,
  matter: RuleMatter,
  day: LocalDate,
  known: KnownRules,
): readonly RuleAnswer[] {
  const { lineage } = known;
  const itself = unitsCovering(lineage, territoryUnitId);
  const answers = new Map<string, RuleAnswer>();
  for (const origin of originsOf(lineage, territoryUnitId)) {
    const covering = new Set([...itself, ...unitsCovering(lineage, origin)]);
    const formerProvinceUnitId = originProvinceOf(lineage, origin);
    const applying = applicable(covering, matter, day, known);
    const key = JSON.stringify([formerProvinceUnitId, applying.map((r) => r.ruleId)]);
    answers.set(key, {
      matter,
      territoryUnitId,
      ...(formerProvinceUnitId === undefined ? {} : { formerProvinceUnitId }),
      ...answerOf(matter, applying, day, known),
    });
  }
  return [...answers.values()];
}

/** Rules in force that cover the territory and that no other of them has replaced. */
function applicable(
  covering: ReadonlySet<UnitId>,
  matter: RuleMatter,
  day: LocalDate,
  { rules, acts }: KnownRules,
): readonly Rule[] {
  const here = rules.filter((r) => r.matter === matter && covering.has(areaOf(r)));
  const replaced = new Set(
    here.filter((r) => isCertain(r) && tookEffect(r, day, acts)).flatMap((r) => r.replacesRuleIds ?? []),
  );
  return here
    .filter((r) => contains(forceOf(r, acts), day) && !replaced.has(r.ruleId))
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1));
}

/** Whether a rule had begun by the day; one whose act was annulled from its first day never did. */
function tookEffect(rule: Rule, day: LocalDate, acts: ActLookup): boolean {
  const { from, to } = forceOf(rule, acts);
  return from <= day && (to === undefined || from < to);
}

type Outcome = Pick<RuleAnswer, 'status' | 'rules' | 'explanation'>;

function answerOf(matter: RuleMatter, applying: readonly Rule[], day: LocalDate, known: KnownRules): Outcome {
  const power = powerToDecide(matter, known);
  if (power?.from !== undefined && day < power.from)
    return { ...beforeReform(matter, day, known.acts), rules: [] };
  if (power !== undefined && !carries(power, day, known.acts)) return { ...NO_BASIS, rules: applying };
  return amongApplying(applying, known.acts);
}

function amongApplying(applying: readonly Rule[], acts: ActLookup): Outcome {
  const certain = applying.filter(isCertain);
  const [rule] = certain;
  if (rule === undefined) return { ...(applying.length > 0 ? UNVERIFIED : NOT_DECIDED), rules: applying };
  if (certain.length > 1) return { ...CONFLICTING, rules: certain };
  const act = acts(rule.actId);
  const article = rule.article === undefined ? '' : `, ${rule.article}`;
  return {
    status: 'DECIDED',
    rules: [rule],
    explanation: `${act?.issuer ?? rule.provinceUnitId} decided it in ${act?.number ?? rule.actId}${article}.`,
  };
}

type Plain = Pick<RuleAnswer, 'status' | 'explanation'>;
/** The decree whose tests NĐ 139/2025 Đ.12 lets the province decide on. */
const ND_32 = '32-2024-nd-cp.chinh-phu.2024-03-15';
/** NĐ 32/2024 Đ.9(1)(a): the one matter of the eight that is an assignment and no measurement. */
const ASSIGNED: RuleMatter = 'ccn_assign_lead_authority_for_spanning_cluster';

function beforeReform(matter: RuleMatter, day: LocalDate, acts: ActLookup): Plain {
  const measuredFrom = acts(ND_32)?.inForceFrom;
  if (measuredFrom !== undefined && day < measuredFrom) return BEFORE_DECREE;
  return matter === ASSIGNED ? BY_ASSIGNMENT : BY_MEASURE;
}

const BY_MEASURE: Plain = {
  status: 'BY_LAW',
  explanation:
    'The decree itself measured it on the territory of the district; no rule of the province was called for.',
};
const BY_ASSIGNMENT: Plain = {
  status: 'BY_LAW',
  explanation:
    'Under NĐ 32/2024 Đ.9(1)(a) one of the committees was assigned to submit the dossier; that is a decision on a cluster, and no rule of the province was called for.',
};
const BEFORE_DECREE: Plain = {
  status: 'NO_BASIS',
  explanation: 'Decree 32/2024/NĐ-CP was not in force yet; what was said of it before is not recorded.',
};
const NO_BASIS: Plain = {
  status: 'NO_BASIS',
  explanation: 'No act in force on the day lets the province decide it, and no newer basis is recorded.',
};
const UNVERIFIED: Plain = {
  status: 'UNVERIFIED',
  explanation: 'A rule is recorded, but only inferred or from memory; it decides nothing.',
};
const NOT_DECIDED: Plain = {
  status: 'NOT_DECIDED',
  explanation: 'No rule of a province for this territory is recorded for the day.',
};
const CONFLICTING: Plain = {
  status: 'CONFLICTING',
  explanation: 'Several rules cover this territory on the day, and none is recorded as replacing the others.',
};

/** The period of the duty under which the province decides: the last of the catalogue. */
function powerToDecide(matter: RuleMatter, { duties }: KnownRules): DutyRule | undefined {
  const dutyId = dutyOfMatter(matter);
  return dutyId === undefined ? undefined : duties.find((d) => d.dutyId === dutyId)?.rules.at(-1);
}

function carries(power: DutyRule, day: LocalDate, acts: ActLookup): boolean {
  const end = power.basisActId === undefined ? undefined : acts(power.basisActId)?.endsOn;
  return (end === undefined || day < end) && (power.to === undefined || day < power.to);
}
