import { evolveReport, type ReportEvents, type ReportState } from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** What was reported under each obligation, as known at any time. */
export const reports: AggregateKind<ReportState, keyof ReportEvents> = {
  name: 'reports',
  version: 1,
  types: ['report.submitted'],
  idOf: ({ data }) => data.obligationId,
  evolve: evolveReport,
  sortOf: ({ obligationId }) => obligationId,
  keysOf: () => [],
};

export const reportsProjection = aggregateProjection(reports);
