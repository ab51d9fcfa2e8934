import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';

export type ClusterId = string;

/** Where an industrial cluster (cụm công nghiệp) stands in its life; `UNKNOWN` where the sources do not say. */
export const CLUSTER_STATUSES = [
  'UNKNOWN',
  'PLANNED',
  'DOSSIER_OPEN',
  'UNDER_APPRAISAL',
  'INVESTOR_SELECTION',
  'ESTABLISHED',
  'UNDER_CONSTRUCTION',
  'OPERATING',
  'EXPANDING',
  'WITHDRAWN_FROM_PLAN',
  'LEGACY_UNESTABLISHED',
  'REVOKED',
] as const;
export type ClusterStatus = (typeof CLUSTER_STATUSES)[number];

/** How closely the place of a cluster is known. */
export const PLACEMENT_PRECISIONS = ['COMMUNE', 'DISTRICT', 'PROVINCE'] as const;
export type PlacementPrecision = (typeof PLACEMENT_PRECISIONS)[number];

/**
 * Where a cluster lies from a day on, as stated or decided.
 * A place that is inferred or unverified is kept but determines no holder.
 */
export interface Placement {
  /** First day; absent means since the cluster began. */
  readonly from?: LocalDate;
  readonly precision: PlacementPrecision;
  /** Several communes where it spans them. */
  readonly unitIds: readonly UnitId[];
  /** False where the source names some of its communes and not all. */
  readonly complete: boolean;
  readonly provenance: Provenance;
  readonly evidence: string;
  readonly actId?: ActId;
}

/** A document about a cluster; the issuer stays who it was on the day of issue. */
export interface ClusterDocument {
  readonly actId: ActId;
  /** What it did, e.g. `thành lập`, `điều chỉnh QHCT 1/500`, `giao đất`. */
  readonly subject: string;
}

/** A dated figure or statement with its source; conflicting ones stand beside each other. */
export interface ClusterClaim {
  /** e.g. `fillRatePercent`, `activeEnterprises`, `totalInvestmentVnd`, `note`. */
  readonly field: string;
  readonly value: string;
  readonly asOf?: LocalDate;
  readonly provenance: Provenance;
  readonly source: string;
}

/** What is recorded when a cluster enters the register. */
export interface ClusterRegistration {
  readonly clusterId: ClusterId;
  readonly name: string;
  readonly status: ClusterStatus;
  /** First day on which it is known to exist; absent where the sources do not say. */
  readonly since?: LocalDate;
  /** Area in hectares as a decimal string. */
  readonly areaHa?: string;
  /** By start; the first has no `from`, or the cluster's. */
  readonly placements: readonly Placement[];
  readonly documents: readonly ClusterDocument[];
  readonly claims: readonly ClusterClaim[];
  readonly provenance: Provenance;
  readonly source: string;
}
