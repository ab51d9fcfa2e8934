import type { ActKind } from '../acts/act.js';
import { reasonRequired, refuseBasis, unknownAct } from '../acts/decide-act.js';
import { issuedBy } from '../acts/issuer.js';
import { refuseInterval } from '../decisions/refusals.js';
import type { EventOf } from '../events/catalogue.js';
import { accept, refuse, type Decision } from '../refusals/refusal.js';
import { overlaps } from '../time/interval.js';
import { unitsCovering } from '../units/covering.js';
import type { Lineage } from '../units/lineage.js';
import type { UnitId } from '../units/unit.js';
import { forceOf, hasStart, isCertain } from './force.js';
import { areaOf, ruleId, type Rule } from './rule.js';
import type { KnownRules } from './rules-on.js';

/** A rule as it is decided; its id follows from what it says. */
export type DecideRule = Omit<Rule, 'ruleId'>;

/**
 * Records what a province decided on a matter, or puts right what was recorded under the same id.
 * Refuses `INVALID_INPUT`, `INVALID_INTERVAL`, `UNKNOWN_UNIT`, `UNIT_NOT_IN_FORCE`, `NOT_APPLICABLE`, `UNKNOWN_ACT`,
 * `ACT_NOT_IN_FORCE`, `UNKNOWN_SUBJECT` for a replaced rule, `REASON_REQUIRED`, and `OVERLAPPING_INTERVAL`
 * for a rule in force in the same territory that it does not replace.
 */
export function decideRule(
  input: DecideRule,
  state: Rule | undefined,
  known: KnownRules,
): Decision<EventOf<'rule.decided'>> {
  const rule: Rule = { ...input, ruleId: ruleId(input) };
  const refusal =
    refuseValue(rule) ??
    refuseDays(rule, known) ??
    refusePlace(rule, known) ??
    refuseDecider(rule, known) ??
    refuseReplaced(rule, known) ??
    refuseSilentChange(rule, state) ??
    refuseOverlap(rule, known);
  return refusal ?? accept([{ type: 'rule.decided', data: rule }]);
}

const DECIMAL = /^(0|[1-9][0-9]*)(\.[0-9]+)?$/;

function refuseValue(rule: Rule): Decision<never> | undefined {
  if ((rule.text ?? '').trim() === '' && rule.areaHa === undefined && rule.percent === undefined)
    return refuse(
      'INVALID_INPUT',
      'text',
      '',
      'A rule says something.',
      'Give its text, an area or a per cent.',
    );
  if (Number(rule.percent ?? 0) > 100)
    return refuse(
      'INVALID_INPUT',
      'percent',
      rule.percent ?? '',
      'It is more than the whole.',
      'Give a per cent from 0 to 100.',
    );
  const field = (['areaHa', 'percent'] as const).find((f) => rule[f] !== undefined && !DECIMAL.test(rule[f]));
  if (field === undefined) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    rule[field] ?? '',
    'It is not a decimal number.',
    'Write it with digits and a point, for example 5 or 7.5.',
  );
}

function refuseDays(rule: Rule, { acts }: KnownRules): Decision<never> | undefined {
  if (acts(rule.actId) === undefined) return unknownAct('actId', rule.actId);
  if (!hasStart(rule, acts))
    return refuse(
      'INVALID_INPUT',
      'from',
      '',
      'Neither the rule nor its act says since when it is in force.',
      'Give the first day of the rule.',
    );
  const { from } = forceOf(rule, acts);
  return refuseInterval(from, rule.to) ?? refuseBasis('actId', rule.actId, from, acts);
}

function refusePlace(rule: Rule, { lineage, acts }: KnownRules): Decision<never> | undefined {
  const { provinceUnitId, territoryUnitId } = rule;
  const level = lineage.levelOf(provinceUnitId);
  if (level === undefined) return unknownUnit('provinceUnitId', provinceUnitId);
  if (level !== 'PROVINCE')
    return refuse(
      'NOT_APPLICABLE',
      'provinceUnitId',
      provinceUnitId,
      'Only a province decides such a rule.',
      'Name the province, of today or dissolved, whose committee or council decided.',
    );
  if (territoryUnitId !== undefined) {
    if (lineage.levelOf(territoryUnitId) === undefined)
      return unknownUnit('territoryUnitId', territoryUnitId);
    if (!unitsCovering(lineage, territoryUnitId).has(provinceUnitId)) return foreign(rule, territoryUnitId);
  }
  return refuseEnded(rule, lineage, forceOf(rule, acts).from);
}

function unknownUnit(field: string, id: UnitId): Decision<never> {
  return refuse('UNKNOWN_UNIT', field, id, `No unit ${id} is known.`, 'Look its id up in the list of units.');
}

function foreign({ provinceUnitId }: Rule, territoryUnitId: UnitId): Decision<never> {
  return refuse(
    'NOT_APPLICABLE',
    'territoryUnitId',
    territoryUnitId,
    `Its territory does not lie wholly in ${provinceUnitId}.`,
    'Name a unit of this province or one that went into it as a whole, or leave it out.',
  );
}

function refuseEnded(rule: Rule, lineage: Lineage, from: string): Decision<never> | undefined {
  const { from: began, to: ended } = lineage.lifetime(rule.provinceUnitId) ?? {};
  if ((began === undefined || began <= from) && (ended === undefined || from < ended)) return undefined;
  return refuse(
    'UNIT_NOT_IN_FORCE',
    'provinceUnitId',
    rule.provinceUnitId,
    `The province did not exist on ${from}, when the rule begins.`,
    'Name the province that decided, as it was on that day.',
  );
}

/** Kinds of acts by which a committee or a council of a province decides. */
const OF_PROVINCES: readonly ActKind[] = ['PROVINCIAL_DECISION', 'RESOLUTION', 'GUIDANCE', 'OTHER'];

/** The act is one of the province named, which exists on the first day of the rule. */
function refuseDecider(rule: Rule, { acts, lineage }: KnownRules): Decision<never> | undefined {
  const act = acts(rule.actId);
  const province = lineage.unitOn(rule.provinceUnitId, forceOf(rule, acts).from)?.name;
  if (act === undefined || province === undefined) return undefined;
  if (OF_PROVINCES.includes(act.kind) && issuedBy(act, [province])) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    'actId',
    rule.actId,
    `${act.number} of ${act.issuer} is no decision of ${province}.`,
    'Name the act by which the committee or the council of the province decided, or the province that decided.',
  );
}

function refuseReplaced(rule: Rule, { rules }: KnownRules): Decision<never> | undefined {
  for (const [i, id] of (rule.replacesRuleIds ?? []).entries()) {
    if (id !== rule.ruleId && rules.some((r) => r.ruleId === id && r.matter === rule.matter)) continue;
    return refuse(
      'UNKNOWN_SUBJECT',
      `replacesRuleIds.${i}`,
      id,
      `No other rule ${id} on this matter is recorded.`,
      'Look its id up among the decision rules of the territory.',
    );
  }
  return undefined;
}

/** The same rule again is a correction, which says why. */
function refuseSilentChange(rule: Rule, state: Rule | undefined): Decision<never> | undefined {
  if (state === undefined || (rule.reason ?? '').trim() !== '') return undefined;
  if (rule.reason !== undefined) return reasonRequired();
  return refuse(
    'ALREADY_EXISTS',
    'actId',
    rule.actId,
    `Rule ${rule.ruleId} is recorded already.`,
    'To put it right, give the reason; what was recorded stays at the time it was known.',
  );
}

function refuseOverlap(rule: Rule, { rules, acts, lineage }: KnownRules): Decision<never> | undefined {
  const days = forceOf(rule, acts);
  const other = rules.find(
    (r) =>
      r.ruleId !== rule.ruleId &&
      r.matter === rule.matter &&
      isCertain(r) &&
      !(rule.replacesRuleIds ?? []).includes(r.ruleId) &&
      !(r.replacesRuleIds ?? []).includes(rule.ruleId) &&
      overlaps(forceOf(r, acts), days) &&
      shareTerritory(lineage, areaOf(r), areaOf(rule)),
  );
  if (other === undefined || !isCertain(rule)) return undefined;
  return refuse(
    'OVERLAPPING_INTERVAL',
    'from',
    days.from,
    `Rule ${other.ruleId} is in force in the same territory then.`,
    'Name it among the rules that this one replaces, record the end of its act, or give other days.',
  );
}

function shareTerritory(lineage: Lineage, a: UnitId, b: UnitId): boolean {
  return unitsCovering(lineage, a).has(b) || unitsCovering(lineage, b).has(a);
}
