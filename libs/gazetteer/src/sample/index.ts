import type { ClusterRegistration, InvestorAppointment, LeadRule } from '#domain';
import { loadActs } from '../acts/index.js';
import { readRecords, requireDistinct, requireKnown } from '../records.js';

export { loadSampleFacts } from './facts.js';

/** Real clusters with what is known of them, and their investors. */
export interface Sample {
  readonly clusters: readonly ClusterRegistration[];
  readonly investors: readonly InvestorAppointment[];
}

const CLUSTERS = ['sample', 'clusters.json'] as const;
const INVESTORS = ['sample', 'investors.json'] as const;

/**
 * The sample clusters.
 * @throws BanGiaoError `GAZETTEER_INVALID` for two records of one id or a reference to none.
 */
export function loadSample(): Sample {
  const clusters = readRecords<ClusterRegistration>(...CLUSTERS);
  const investors = readRecords<InvestorAppointment>(...INVESTORS);
  const ids = clusters.map((c) => c.clusterId);
  requireDistinct(ids, ...CLUSTERS);
  requireDistinct(
    investors.map((a) => a.appointmentId),
    ...INVESTORS,
  );
  requireKnown(
    investors.map((a) => a.clusterId),
    new Set(ids),
    ...INVESTORS,
  );
  const acts = new Set(loadActs().map((a) => a.actId));
  requireKnown(
    clusters.flatMap((c) => c.documents.map((d) => d.actId)),
    acts,
    ...CLUSTERS,
  );
  return { clusters, investors };
}

/** Provincial rules that name the lead of a cluster on several communes. */
export function loadLeadRules(): readonly LeadRule[] {
  return readRecords<LeadRule>('sample', 'lead-rules.json');
}
