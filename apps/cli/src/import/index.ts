import { planAggregates, type AggregateImport } from './aggregates.js';
import { CLAIM_IMPORT } from './claims.js';
import { ENTERPRISE_IMPORT } from './enterprises.js';
import { planFacts, type FactImport } from './facts.js';
import { HOLIDAY_IMPORT } from './holidays.js';
import { INVESTOR_IMPORT } from './investors.js';
import { HANDOVER_IMPORT } from './handovers.js';
import { ISSUER_IMPORT } from './issuers.js';
import { LIFECYCLE_IMPORT } from './lifecycle.js';
import { MATTER_IMPORT } from './matters.js';
import type { ImportPlan, Planning } from './plan.js';
import { ORGANISATION_IMPORT } from './organisations.js';
import { PROJECT_IMPORT } from './projects.js';
import { RULE_IMPORT } from './rules.js';
import { SCHEME_IMPORT } from './schemes.js';

/** An import of one file, whatever its rows are. */
export interface FileImport {
  readonly what: string;
  readonly columns: readonly string[];
  readonly plan: (path: string, planning: Planning) => Promise<ImportPlan>;
}

/** Every import whose rows become streams of their own, one a row. */
export const AGGREGATE_IMPORTS: readonly FileImport[] = [
  fileImport(PROJECT_IMPORT),
  fileImport(RULE_IMPORT),
  fileImport(ORGANISATION_IMPORT),
  fileImport(SCHEME_IMPORT),
  fileImport(MATTER_IMPORT),
  fileImport(ENTERPRISE_IMPORT),
  fileImport(HANDOVER_IMPORT),
];

/** Every import whose rows are facts about what is registered. */
export const FACT_IMPORTS: readonly FileImport[] = [
  factImport(LIFECYCLE_IMPORT),
  factImport(CLAIM_IMPORT),
  factImport(ISSUER_IMPORT),
  factImport(HOLIDAY_IMPORT),
  INVESTOR_IMPORT,
];

function fileImport<Row extends object>(kind: AggregateImport<Row>): FileImport {
  const { what, columns } = kind;
  return { what, columns, plan: (path, planning) => planAggregates(kind, path, planning) };
}

function factImport<Row extends object, State>(kind: FactImport<Row, State>): FileImport {
  const { what, columns } = kind;
  return { what, columns, plan: (path, planning) => planFacts(kind, path, planning) };
}
