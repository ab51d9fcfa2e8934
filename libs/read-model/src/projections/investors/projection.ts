import {
  evolveInvestors,
  officesOf,
  type InvestorEntry,
  type InvestorEvents,
  type InvestorRecord,
} from '#domain';
import { aggregateProjection, type AggregateKind } from '../aggregates/projection.js';

/** Key of the records in which a public service unit or a committee is named: only those can wait for a province. */
export const PUBLIC_INVESTOR = 'public';

/** Key of the records in which an office is named. */
export function officeKey(officeId: string): string {
  return `office:${officeId}`;
}

/** What is recorded of the investors of each cluster, as known at any time. */
export const investors: AggregateKind<InvestorRecord, keyof InvestorEvents> = {
  name: 'investors',
  version: 3,
  types: ['investor.appointed', 'investor.advanced', 'investor.ended', 'investor.corrected'],
  idOf: ({ data }) => data.clusterId,
  evolve: evolveInvestors,
  sortOf: ({ clusterId }) => clusterId,
  keysOf: ({ entries }) => entries.flatMap(keysOf),
};

export const investorsProjection = aggregateProjection(investors);

function keysOf(entry: InvestorEntry): readonly string[] {
  const { kind } = entry.appointment ?? {};
  const isPublic = kind === 'PUBLIC_SERVICE_UNIT' || kind === 'COMMITTEE';
  return [...(isPublic ? [PUBLIC_INVESTOR] : []), ...officesOf(entry).map(officeKey)];
}
