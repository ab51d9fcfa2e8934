import type { Rule, RuleMatter } from '#domain';
import type { Versioned } from './versioned.js';

export type RuleView = Versioned<Rule>;

/** Questions about what provinces decided. */
export interface RuleReads {
  rule(id: string, knownSeq: number): RuleView | undefined;
  /** All of one matter, in every province, by id. */
  rulesOf(matter: RuleMatter, knownSeq: number): readonly RuleView[];
}
