import type { ActFilter, PageRequest } from '#application';
import { foldName } from '#domain';
import type { Database, SqlValue } from '../../storage/database.js';
import { containsFolded } from '../../storage/like.js';
import { readKey } from '../../storage/pages.js';

export interface ActRow {
  readonly act_id: string;
  readonly issued_on: string;
}

/** Key of a row in the list of acts: by date of issue (undated first) and id. */
export function actKey(row: ActRow): string {
  return JSON.stringify([row.issued_on, row.act_id]);
}

/** Acts as known, one more than asked for where there are more. */
export function findActs(
  db: Database,
  filter: ActFilter,
  knownSeq: number,
  page: PageRequest,
): readonly ActRow[] {
  const conditions = ['known_from <= ?', 'known_to > ?'];
  const values: SqlValue[] = [knownSeq, knownSeq];
  const where = (condition: string, ...more: SqlValue[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (filter.number !== undefined) where('number_folded = ?', foldName(filter.number));
  if (filter.issuer !== undefined) where(`issuer_folded LIKE ? ESCAPE '\\'`, containsFolded(filter.issuer));
  if (filter.inForceOn !== undefined)
    where('in_force_from <= ? AND ends_on > ?', filter.inForceOn, filter.inForceOn);
  if (page.after !== undefined)
    where('(issued_on, act_id) > (?, ?)', ...readKey(page.after, ['string', 'string']));
  return db.all<ActRow>(
    `SELECT act_id, issued_on FROM act_versions WHERE ${conditions.join(' AND ')}
     ORDER BY issued_on, act_id LIMIT ?`,
    ...values,
    page.first + 1,
  );
}
