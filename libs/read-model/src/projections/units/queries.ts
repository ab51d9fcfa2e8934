import { UNIT_LEVELS, type UnitLevel } from '#domain';
import type { Clocks, PageRequest, UnitFilter } from '#application';
import type { Database, SqlValue } from '../../storage/database.js';
import { containsFolded } from '../../storage/like.js';
import { readKey } from '../../storage/pages.js';

export interface UnitRow {
  readonly unit_id: string;
  readonly level: number;
  readonly sort_key: string;
}

/** Key of a row in the list of units: by tier, code (or name) and id. */
export function unitKey({ level, sort_key, unit_id }: UnitRow): string {
  return JSON.stringify([level, sort_key, unit_id]);
}

/** Units of a day, one more than asked for where there are more. */
export function findUnits(
  db: Database,
  filter: UnitFilter,
  at: Clocks,
  page: PageRequest,
): readonly UnitRow[] {
  const conditions = ['v.known_from <= ?', 'v.known_to > ?', 'v.valid_from <= ?', 'v.valid_to > ?'];
  const values: SqlValue[] = [at.knownSeq, at.knownSeq, at.validAt, at.validAt];
  const where = (condition: string, ...more: SqlValue[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (filter.level !== undefined) where('v.level = ?', levelRank(filter.level));
  if (filter.code !== undefined) {
    if (isCodeOn(db, filter.code, at)) where('v.code = ?', filter.code);
    else
      where(
        'v.unit_id IN (SELECT unit_id FROM unit_aliases WHERE alias = ? AND seq <= ?)',
        filter.code,
        at.knownSeq,
      );
  }
  if (filter.parentId !== undefined) where('v.parent_id = ?', filter.parentId);
  if (filter.name !== undefined) {
    const pattern = containsFolded(filter.name);
    where(
      `(v.name_folded LIKE ? ESCAPE '\\' OR EXISTS (
         SELECT 1 FROM unit_aliases a
         WHERE a.unit_id = v.unit_id AND a.seq <= ? AND a.alias_folded LIKE ? ESCAPE '\\'))`,
      pattern,
      at.knownSeq,
      pattern,
    );
  }
  if (page.after !== undefined) {
    const [level, sortKey, id] = readKey(page.after, ['number', 'string', 'string']);
    where('(v.level, v.sort_key, v.unit_id) > (?, ?, ?)', level, sortKey, id);
  }
  return db.all<UnitRow>(
    `SELECT v.unit_id, v.level, v.sort_key FROM unit_versions v WHERE ${conditions.join(' AND ')}
     ORDER BY v.level, v.sort_key, v.unit_id LIMIT ?`,
    ...values,
    page.first + 1,
  );
}

/** Ids of units that ever had a national code, as known. */
export function unitIdsWithCode(db: Database, code: string, knownSeq: number): readonly string[] {
  return db
    .all<{ unit_id: string }>(
      `SELECT DISTINCT unit_id FROM unit_versions WHERE code = ? AND known_from <= ? AND known_to > ? ORDER BY unit_id`,
      code,
      knownSeq,
      knownSeq,
    )
    .map((row) => row.unit_id);
}

/** Ids of units that a list gives this code too, as known. */
export function unitIdsWithAlias(db: Database, code: string, knownSeq: number): readonly string[] {
  return db
    .all<{ unit_id: string }>(
      'SELECT DISTINCT unit_id FROM unit_aliases WHERE alias = ? AND seq <= ? ORDER BY unit_id',
      code,
      knownSeq,
    )
    .map((row) => row.unit_id);
}

/** Whether a unit has the code itself on the day: it comes before one that some list gives it. */
function isCodeOn(db: Database, code: string, { validAt, knownSeq }: Clocks): boolean {
  const sql = `SELECT 1 FROM unit_versions
    WHERE code = ? AND known_from <= ? AND known_to > ? AND valid_from <= ? AND valid_to > ? LIMIT 1`;
  return db.get(sql, code, knownSeq, knownSeq, validAt, validAt) !== undefined;
}

function levelRank(level: UnitLevel): number {
  return UNIT_LEVELS.indexOf(level);
}
