import type { ClusterRegistration } from '#domain';
import type { Database } from '../../storage/database.js';

const DISTRICT = 1;

/**
 * The district, or where that is not one the province, of the place that a cluster was first recorded in.
 * It never changes afterwards, so that what is counted by it need not move.
 */
export class FirstPlaces {
  constructor(private readonly db: Database) {}

  /**
   * The place as it was found when it was first asked for, and kept; empty for a subject that is no cluster or whose
   * units were not known then.
   */
  of(subjectId: string): string {
    const sql = 'SELECT place FROM first_places WHERE subject_id = ?';
    const kept = this.db.get<{ place: string }>(sql, subjectId);
    if (kept !== undefined) return kept.place;
    const place = this.#find(subjectId);
    this.db.run('INSERT INTO first_places (subject_id, place) VALUES (?, ?)', subjectId, place);
    return place;
  }

  #find(subjectId: string): string {
    const row = this.db.get<{ cluster: string }>(
      'SELECT cluster FROM cluster_versions WHERE cluster_id = ? ORDER BY known_from LIMIT 1',
      subjectId,
    );
    if (row === undefined) return '';
    const { placements } = JSON.parse(row.cluster) as ClusterRegistration;
    const chains = (placements[0]?.unitIds ?? []).map((unitId) => this.#chain(unitId));
    const [first = [], ...others] = chains;
    return first.find((unit) => others.every((chain) => chain.includes(unit))) ?? '';
  }

  /** The unit and those above it as they first stood, from the district tier up. */
  #chain(unitId: string): readonly string[] {
    const chain: string[] = [];
    for (let id: string | null = unitId; id !== null && chain.length < 4;) {
      const unit: FirstVersion | undefined = this.db.get<FirstVersion>(
        `SELECT level, parent_id FROM unit_versions WHERE unit_id = ? ORDER BY known_from, valid_from LIMIT 1`,
        id,
      );
      if (unit === undefined) break;
      if (unit.level <= DISTRICT) chain.push(id);
      id = unit.parent_id;
    }
    return chain;
  }
}

interface FirstVersion {
  readonly level: number;
  readonly parent_id: string | null;
}
