import type { ActId } from '../acts/act.js';
import type { ClusterId, ClusterRegistration, Placement } from './cluster.js';

export interface ClusterPlaced {
  readonly clusterId: ClusterId;
  readonly placement: Placement;
  readonly actId: ActId;
  readonly reason: string;
}

export interface ClusterEvents {
  'cluster.registered': ClusterRegistration;
  'cluster.placed': ClusterPlaced;
}

export const CLUSTER_EVENT_VERSIONS = {
  'cluster.registered': 1,
  'cluster.placed': 1,
} as const satisfies Readonly<Record<keyof ClusterEvents, number>>;
