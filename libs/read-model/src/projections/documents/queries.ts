import type { ActView, DocumentReads } from '#application/ports';
import {
  standingAdjustments,
  standingSteps,
  type ClusterRecord,
  type DocumentSubject,
  type LocalDate,
  type NamedUnit,
} from '#domain';
import type { Database } from '../../storage/database.js';
import { OPEN_DAY, UNKNOWN_DAY } from '../../storage/sentinels.js';
import type { ActsMemory } from '../acts/memory.js';

/** What these questions read. */
export interface DocumentSource {
  readonly db: Database;
  readonly acts: ActsMemory;
}

/** Questions about acts as documents of an office. */
export class DocumentQueries implements DocumentReads {
  constructor(private readonly at: (knownSeq: number) => DocumentSource) {}

  identified(knownSeq: number): readonly string[] {
    return this.at(knownSeq)
      .acts.all(knownSeq)
      .filter((act) => act.identifiedIssuer !== undefined)
      .sort((a, b) => (key(a) < key(b) ? -1 : 1))
      .map(({ actId }) => actId);
  }

  subjects(knownSeq: number): ReadonlyMap<string, readonly DocumentSubject[]> {
    const rows = this.at(knownSeq).db.all<{ cluster: string }>(
      'SELECT cluster FROM cluster_versions WHERE known_from <= ? AND known_to > ? ORDER BY cluster_id',
      knownSeq,
      knownSeq,
    );
    const found = new Map<string, DocumentSubject[]>();
    for (const { cluster } of rows)
      for (const [actId, subject] of documentsOf(JSON.parse(cluster) as ClusterRecord))
        found.set(actId, [...(found.get(actId) ?? []), subject]);
    return found;
  }

  bearers(nameFolded: string, knownSeq: number): readonly NamedUnit[] {
    return this.at(knownSeq)
      .db.all<{ unit_id: string; valid_from: string; valid_to: string }>(
        `SELECT unit_id, valid_from, valid_to FROM unit_versions
         WHERE name_folded = ? AND known_from <= ? AND known_to > ? ORDER BY unit_id, valid_from`,
        nameFolded,
        knownSeq,
        knownSeq,
      )
      .map((row) => ({
        unitId: row.unit_id,
        ...(row.valid_from === UNKNOWN_DAY ? {} : { from: row.valid_from as LocalDate }),
        ...(row.valid_to === OPEN_DAY ? {} : { to: row.valid_to as LocalDate }),
      }));
  }
}

/** Undated first, then by day and id. */
function key({ issuedOn, actId }: ActView): string {
  return `${issuedOn ?? ''} ${actId}`;
}

/** The acts that a cluster's record names, each once: its documents, and those of its steps and adjustments. */
function documentsOf(cluster: ClusterRecord): ReadonlyMap<string, DocumentSubject> {
  const named = [
    ...standingAdjustments(cluster).map(({ actId }) => [actId, 'ADJUSTED'] as const),
    ...standingSteps(cluster.steps).flatMap(({ actId, to }) =>
      actId === undefined ? [] : [[actId, to] as const],
    ),
    ...cluster.documents.map(({ actId, subject }) => [actId, subject] as const),
  ];
  return new Map(named.map(([actId, subject]) => [actId, { clusterId: cluster.clusterId, subject }]));
}
