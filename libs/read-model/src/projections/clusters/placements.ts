import type { PlaceReads } from '#application/ports';
import type { ClusterRecord, Placement, Succession } from '#domain';
import type { Connection } from '../../connection.js';

interface StoredVersion {
  readonly cluster: string;
  readonly known_from: number;
}

/** Finds the events that say where clusters lie and which unit went into which. */
export class PlaceQueries implements PlaceReads {
  constructor(private readonly at: (knownSeq: number) => Connection) {}

  /** The event since which the place is known without a break: later ones that leave it say nothing new. */
  placementSeq(clusterId: string, placement: Placement, knownSeq: number): number | undefined {
    const wanted = JSON.stringify(placement);
    const versions = this.at(knownSeq).db.iterate<StoredVersion>(
      `SELECT cluster, known_from FROM cluster_versions
       WHERE cluster_id = ? AND known_from <= ? ORDER BY known_to DESC`,
      clusterId,
      knownSeq,
    );
    let since: number | undefined;
    for (const { cluster, known_from } of versions) {
      const { placements } = JSON.parse(cluster) as ClusterRecord;
      if (!placements.some((p) => JSON.stringify(p) === wanted)) break;
      since = known_from;
    }
    return since;
  }

  successionSeq({ fromId, toId }: Pick<Succession, 'fromId' | 'toId'>, knownSeq: number): number | undefined {
    return this.at(knownSeq).succession.seqOf(fromId, toId, knownSeq);
  }
}
