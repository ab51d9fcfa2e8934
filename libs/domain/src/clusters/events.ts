import type { ActId } from '../acts/act.js';
import type { Provenance } from '../identity/provenance.js';
import type { LocalDate } from '../time/local-date.js';
import type { UnitId } from '../units/unit.js';
import type { ClusterId, ClusterRegistration, Placement } from './cluster.js';
import type { LifecycleState } from './lifecycle-states.js';

export interface ClusterPlaced {
  readonly clusterId: ClusterId;
  readonly placement: Placement;
  readonly actId: ActId;
  readonly reason: string;
}

/** A procedure in progress: the decree that it finishes under, and its clock, which no reorganisation starts anew. */
export interface Procedure {
  readonly applicableActId: ActId;
  readonly clock?: ProcedureClock;
}

export interface ProcedureClock {
  readonly startedOn: LocalDate;
  readonly limitDays: number;
  /** True where only working days count. */
  readonly working: boolean;
  /** Days on which it stood still for supplements. */
  readonly stoppedDays?: number;
}

/** A step of a cluster's life. */
export interface ClusterAdvanced {
  readonly clusterId: ClusterId;
  /** The state it left; absent where the sources do not say, so that steps in between may be missing. */
  readonly from?: LifecycleState;
  readonly to: LifecycleState;
  readonly effectiveOn: LocalDate;
  readonly actId?: ActId;
  /** When the paper was signed, where that is another day. */
  readonly signedOn?: LocalDate;
  readonly procedure?: Procedure;
  readonly reason?: string;
  /** Id of the step that was wrong; it counts no more from now on. */
  readonly corrects?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

/** A span as plans state it: a year, `2025`, or a quarter of one, `2026-Q3`. */
export interface Schedule {
  readonly startsIn?: string;
  readonly endsIn?: string;
}

/** What an adjustment of the establishing decision changes; what is absent stays. */
export interface ClusterChanges {
  readonly name?: string;
  /** The place as the decision words it; it moves no responsibility. */
  readonly locationText?: string;
  /** The whole area from then on, in hectares. */
  readonly areaHa?: string;
  readonly industries?: readonly string[];
  readonly capitalVnd?: string;
  readonly schedule?: Schedule;
  /** The investor as the decision words it; it appoints nobody. */
  readonly investorText?: string;
}

/** The establishing decision was adjusted by another. */
export interface ClusterAdjusted {
  readonly clusterId: ClusterId;
  readonly changes: ClusterChanges;
  readonly effectiveOn: LocalDate;
  readonly signedOn?: LocalDate;
  readonly actId: ActId;
  readonly reason?: string;
  /** Id of the adjustment that was wrong; it counts no more from now on. */
  readonly corrects?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface ClusterPhase {
  readonly phaseId: string;
  readonly name?: string;
  readonly areaHa?: string;
  readonly schedule?: Schedule;
}

/** The phases of a cluster, all of them; a later record replaces them from its first day. */
export interface ClusterPhasesRecorded {
  readonly clusterId: ClusterId;
  readonly phases: readonly ClusterPhase[];
  /** First day; absent means since the cluster began. */
  readonly from?: LocalDate;
  readonly actId?: ActId;
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface ClusterShare {
  readonly unitId: UnitId;
  readonly areaHa: string;
}

/** How much of a cluster lies in each unit; a later record replaces the shares from its first day. */
export interface ClusterSharesRecorded {
  readonly clusterId: ClusterId;
  readonly shares: readonly ClusterShare[];
  /** First day; absent means since the cluster began. */
  readonly from?: LocalDate;
  readonly actId?: ActId;
  readonly reason?: string;
  readonly provenance: Provenance;
  readonly source: string;
}

export interface ClusterEvents {
  'cluster.registered': ClusterRegistration;
  'cluster.placed': ClusterPlaced;
  'cluster.advanced': ClusterAdvanced;
  'cluster.adjusted': ClusterAdjusted;
  'cluster.phases-recorded': ClusterPhasesRecorded;
  'cluster.shares-recorded': ClusterSharesRecorded;
}

export const CLUSTER_EVENT_VERSIONS = {
  'cluster.registered': 1,
  'cluster.placed': 1,
  'cluster.advanced': 1,
  'cluster.adjusted': 1,
  'cluster.phases-recorded': 1,
  'cluster.shares-recorded': 1,
} as const satisfies Readonly<Record<keyof ClusterEvents, number>>;
