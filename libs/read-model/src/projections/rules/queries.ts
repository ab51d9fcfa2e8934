import type { RuleReads, RuleView } from '#application/ports';
import type { Rule, RuleMatter } from '#domain';
import type { Database } from '../../storage/database.js';
import { AggregateVersions } from '../aggregates/versions.js';
import { rules } from './projection.js';

/** More rules than all provinces have on one matter. */
const ALL = { first: 100_000 };

/** Questions about what provinces decided. */
export class RuleQueries implements RuleReads {
  readonly #versions: AggregateVersions<Rule>;

  constructor(db: () => Database) {
    this.#versions = new AggregateVersions(db, rules);
  }

  rule(id: string, knownSeq: number): RuleView | undefined {
    return this.#versions.at(id, knownSeq);
  }

  rulesOf(matter: RuleMatter, knownSeq: number): readonly RuleView[] {
    const narrowing = { keys: [`matter:${matter}`], admits: (rule: Rule) => rule.matter === matter };
    return this.#versions.page(narrowing, knownSeq, ALL).rows.map(({ row }) => row);
  }
}
