import type { Placement, Succession } from '#domain';

/** Numbers of the events that say where clusters lie and which unit went into which. */
export interface PlaceReads {
  /** The event by which a place that is known of a cluster came to be known. */
  placementSeq(clusterId: string, placement: Placement, knownSeq: number): number | undefined;
  /** The event that says what is known of a step between two units. */
  successionSeq(step: Pick<Succession, 'fromId' | 'toId'>, knownSeq: number): number | undefined;
}
