import type { ClusterAdjusted, ClusterAdvanced, ClusterPhasesRecorded, ClusterSharesRecorded } from '#domain';
import type { CommandContext } from './commands.js';

/** What is decided on a registered cluster, on the revision that the caller saw. */
export type OnCluster<Fact extends { readonly clusterId: string }> = Fact & {
  readonly expectedRevision: number;
};

/** Records a step of a cluster's life. */
export class AdvanceClusterCommand {
  constructor(
    readonly input: OnCluster<ClusterAdvanced>,
    readonly context: CommandContext,
  ) {}
}
/** Adjusts what the establishing decision says. */
export class AdjustClusterCommand {
  constructor(
    readonly input: OnCluster<ClusterAdjusted>,
    readonly context: CommandContext,
  ) {}
}
/** Records the phases of a cluster. */
export class RecordPhasesCommand {
  constructor(
    readonly input: OnCluster<ClusterPhasesRecorded>,
    readonly context: CommandContext,
  ) {}
}
/** Records how much of a cluster lies in each unit. */
export class RecordSharesCommand {
  constructor(
    readonly input: OnCluster<ClusterSharesRecorded>,
    readonly context: CommandContext,
  ) {}
}
