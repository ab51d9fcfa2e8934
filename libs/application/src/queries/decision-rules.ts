import {
  BanGiaoError,
  originsOf,
  RULE_MATTERS,
  rulesOn,
  territoriesOf,
  unitsCovering,
  type KnownRules,
  type Lineage,
  type RuleAnswer,
  type RuleMatter,
} from '#domain';
import type { Clocks, ReadModel } from '../ports/read-model.js';
import { unknownUnit } from './known-ids.js';

/** What is asked about the rules of a province. */
export interface DecisionRulesRequest {
  readonly provinceId: string;
  /** Every matter where absent. */
  readonly matter?: RuleMatter;
  /** A unit of the province, of today or dissolved; each former province where absent. */
  readonly territoryId?: string;
}

/** What is known of the rules of one matter. */
export function knownRules(readModel: ReadModel, matter: RuleMatter, knownSeq: number): KnownRules {
  return {
    lineage: readModel.lineage(knownSeq),
    acts: (id) => readModel.act(id, knownSeq),
    duties: readModel.duties(knownSeq),
    rules: readModel.rules.rulesOf(matter, knownSeq),
  };
}

/**
 * Which rule applied where in a province on a day.
 * @throws BanGiaoError `UNKNOWN_UNIT`, or `INVALID_INPUT` for a territory of another province.
 */
export function decisionRules(
  readModel: ReadModel,
  { provinceId, matter, territoryId }: DecisionRulesRequest,
  { validAt, knownSeq }: Clocks,
): readonly RuleAnswer[] {
  requireProvince(readModel.lineage(knownSeq), provinceId, territoryId);
  const matters = matter === undefined ? RULE_MATTERS : [matter];
  return matters.flatMap((m) => {
    const known = knownRules(readModel, m, knownSeq);
    const territories = territoryId === undefined ? territoriesOf(provinceId, m, known) : [territoryId];
    return territories.flatMap((id) => rulesOn(id, m, validAt, known));
  });
}

function requireProvince(lineage: Lineage, provinceId: string, territoryId: string | undefined): void {
  if (lineage.levelOf(provinceId) !== 'PROVINCE') throw unknownUnit(provinceId, 'provinceId');
  if (territoryId === undefined) return;
  if (lineage.levelOf(territoryId) === undefined) throw unknownUnit(territoryId, 'territoryId');
  const parts = [territoryId, ...originsOf(lineage, territoryId)];
  if (parts.some((id) => unitsCovering(lineage, id).has(provinceId))) return;
  throw new BanGiaoError('INVALID_INPUT', `${territoryId} is no part of ${provinceId}.`, {
    field: 'territoryId',
    value: territoryId,
    remedy: 'Name a unit of this province, of today or dissolved, or leave it out.',
  });
}
