import { decideRule, PROVENANCES, RULE_MATTERS, ruleId, streamOf, type DecideRule } from '#domain';
import type { AggregateImport } from './aggregates.js';
import { DAY, objectOf, PROVENANCE, TEXT } from './line-schema.js';
import { optionalFields } from './row-reader.js';

/** What provinces decided, one rule a row; the id of a rule follows from what it says. */
export const RULE_IMPORT: AggregateImport<DecideRule> = {
  what: 'rules',
  columns: [
    'matter',
    'province_unit_id',
    'territory_unit_id',
    'text',
    'area_ha',
    'percent',
    'from',
    'to',
    'act_id',
    'article',
    'replaces_rule_ids',
    'provenance',
    'source',
  ],
  fromCsv: (row) => ({
    matter: row.oneOf('matter', RULE_MATTERS),
    provinceUnitId: row.text('province_unit_id'),
    actId: row.text('act_id'),
    provenance: row.oneOf('provenance', PROVENANCES),
    source: row.text('source'),
    ...optionalFields({
      territoryUnitId: row.optional('territory_unit_id'),
      text: row.optional('text'),
      areaHa: row.optional('area_ha'),
      percent: row.optional('percent'),
      from: row.day('from'),
      to: row.day('to'),
      article: row.optional('article'),
      replacesRuleIds: row.optional('replaces_rule_ids')?.split(';'),
    }),
  }),
  schema: objectOf(['matter', 'provinceUnitId', 'actId', 'provenance', 'source'], {
    matter: { type: 'string', enum: RULE_MATTERS },
    provinceUnitId: TEXT,
    territoryUnitId: TEXT,
    text: TEXT,
    areaHa: TEXT,
    percent: TEXT,
    from: DAY,
    to: DAY,
    actId: TEXT,
    article: TEXT,
    replacesRuleIds: { type: 'array', items: TEXT },
    provenance: PROVENANCE,
    source: TEXT,
  }),
  idOf: ruleId,
  streamOf: streamOf.rule,
  knowing: (rows, register) => ({
    ...register,
    rulesOf: (matter) => {
      const given = rows.filter((r) => r.matter === matter).map((r) => ({ ...r, ruleId: ruleId(r) }));
      const ids = new Set(given.map((r) => r.ruleId));
      return [...register.rulesOf(matter).filter((r) => !ids.has(r.ruleId)), ...given];
    },
  }),
  decide: (row, { law, acts, rulesOf }) => {
    const own = ruleId(row);
    const others = rulesOf(row.matter).filter((rule) => rule.ruleId !== own);
    return decideRule(row, undefined, { lineage: law.lineage, duties: law.duties, acts, rules: others });
  },
};
