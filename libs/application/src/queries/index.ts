import { AskHandler, AskPageHandler } from './ask.js';
import { ActHandler, ActsHandler, DutiesHandler, LogStatusHandler } from './catalogue-queries.js';
import { KnowledgeDiffHandler } from './knowledge-queries.js';
import {
  AuditTrailHandler,
  ClusterHandler,
  ClustersHandler,
  ResponsibilityHandler,
  TransitionHandler,
} from './responsibility-queries.js';
import { CorrespondenceHandler, UnitHandler, UnitsHandler } from './unit-queries.js';

export * from './clocks.js';
export * from './queries.js';
export { daysAsked, KnowledgeDiffQuery, type AskedDays, type RecordPoint } from './knowledge-queries.js';
export { overKnown, requireKnown, unknownUnit } from './known-ids.js';
export { AskPageQuery, AskQuery } from './ask.js';
export * from './decision-rules.js';
export * from './dissolved-documents.js';
export { knownForReports } from './known-for-reports.js';
export * from './report-obligations.js';
export * from './worklist.js';
export * from './unit-named.js';
export type { Answered } from './query-base.js';
export type { LogStatusView } from './catalogue-queries.js';

/** Every query handler, for the composition root. */
export const QUERY_HANDLERS = [
  AskHandler,
  AskPageHandler,
  UnitHandler,
  UnitsHandler,
  CorrespondenceHandler,
  ActHandler,
  ActsHandler,
  DutiesHandler,
  ClusterHandler,
  ClustersHandler,
  ResponsibilityHandler,
  AuditTrailHandler,
  TransitionHandler,
  KnowledgeDiffHandler,
  LogStatusHandler,
];
