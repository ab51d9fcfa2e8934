import { evolveCluster, foldName, isClusterEvent, namesOf, type ClusterRecord } from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_SEQ } from '../../storage/sentinels.js';
import { requireText, UnprojectableEvent } from '../checks.js';
import { NOTHING_HELD_BACK, type Projection } from '../projection.js';

/** Clusters as known at any time; a cluster is found by every name it has had. */
export const clustersProjection: Projection = {
  name: 'clusters',
  version: 2,
  ddl: `
    CREATE TABLE cluster_versions (
      cluster_id TEXT NOT NULL,
      known_to INTEGER NOT NULL,
      known_from INTEGER NOT NULL,
      name_folded TEXT NOT NULL,
      cluster TEXT NOT NULL,
      PRIMARY KEY (cluster_id, known_to)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX cluster_versions_by_name ON cluster_versions (name_folded, cluster_id, known_from, known_to);
    CREATE INDEX cluster_versions_by_seq ON cluster_versions (known_from);`,
  digested: [
    {
      table: 'cluster_versions',
      columns: 'cluster_id, known_to, known_from, name_folded, cluster',
      orderBy: 'cluster_id, known_to',
    },
  ],
  writer: (db) => ({
    ...NOTHING_HELD_BACK,
    apply(event, seq) {
      if (!isClusterEvent(event)) return;
      const { clusterId } = event.data;
      requireText('clusterId', clusterId);
      const record = evolveCluster(known(db, clusterId), event);
      if (record === undefined) throw new UnprojectableEvent(`Cluster ${clusterId} is not registered.`);
      write(db, record, seq);
    },
  }),
};

function known(db: Database, clusterId: string): ClusterRecord | undefined {
  const row = db.get<{ cluster: string }>(
    `SELECT cluster FROM cluster_versions WHERE cluster_id = ? AND known_to = ${OPEN_SEQ}`,
    clusterId,
  );
  return row === undefined ? undefined : (JSON.parse(row.cluster) as ClusterRecord);
}

function write(db: Database, cluster: ClusterRecord, seq: number): void {
  requireText('name', cluster.name);
  db.run(
    `UPDATE cluster_versions SET known_to = ? WHERE cluster_id = ? AND known_to = ${OPEN_SEQ}`,
    seq,
    cluster.clusterId,
  );
  db.run(
    `INSERT INTO cluster_versions (cluster_id, known_to, known_from, name_folded, cluster)
     VALUES (?, ${OPEN_SEQ}, ?, ?, ?)`,
    cluster.clusterId,
    seq,
    // The registered name first: it is what lists are ordered by.
    namesOf(cluster).map(foldName).join('\n'),
    JSON.stringify(cluster),
  );
}
