import type { Clocks, SubjectScope } from '#application';
import type { Connection } from '../../connection.js';
import { linkName } from '../events/links.js';
import { postings } from '../events/postings.js';
import type { Between } from './tilings.js';

/**
 * Ids of the subjects in a scope, in order, from one on; a unit's are those that lie in it on the day as known.
 * `only` are the ones that can be meant at all, where they are few.
 */
export function subjectsIn(
  connection: Connection,
  { unitId, subjectId }: SubjectScope,
  at: readonly Clocks[],
  from = '',
  only?: readonly string[],
): Iterable<string> {
  const there =
    unitId === undefined ? undefined : new Set(at.flatMap((a) => [...connection.clusters.inUnit(unitId, a)]));
  const possible = only === undefined ? undefined : new Set(only);
  const ids = subjectId === undefined ? (possible ?? there) : new Set([subjectId]);
  if (ids === undefined) return assignedSubjects(connection, from);
  const admits = (id: string) => id >= from && (there?.has(id) ?? true) && (possible?.has(id) ?? true);
  return [...ids].filter(admits).sort();
}

/** Every subject over which a duty was ever assigned, in order: one jump in the index for each. */
export function* assignedSubjects({ db }: Connection, from: string): Generator<string> {
  let comparison = '>=';
  for (let last = from; ; comparison = '>') {
    const row = db.get<{ subject_id: string }>(
      `SELECT subject_id FROM assignments WHERE subject_id ${comparison} ? ORDER BY subject_id LIMIT 1`,
      last,
    );
    if (row === undefined) return;
    last = row.subject_id;
    yield last;
  }
}

/**
 * Tells by index which subjects an answer can have changed of: those of an event in between, and those resting on an
 * act of which one was recorded in between.
 */
export function changedBetween(
  connection: Connection,
  { knownFrom, knownTo }: Between,
): (subjectId: string) => boolean {
  const { db } = connection;
  const acts = db.all<{ act_id: string }>(
    'SELECT DISTINCT act_id FROM act_versions WHERE known_from > ? AND known_from <= ?',
    knownFrom,
    knownTo,
  );
  const changed = JSON.stringify(acts.map((act) => act.act_id));
  const restsOnChanged = (subjectId: string) =>
    acts.length > 0 &&
    db.get(
      `SELECT 1 FROM assignments
       WHERE subject_id = ? AND known_to > ? AND known_from <= ? AND act_id IN (SELECT value FROM json_each(?)) LIMIT 1`,
      subjectId,
      knownFrom,
      knownTo,
      changed,
    ) !== undefined;
  return (subjectId) =>
    postings(db, linkName('subject', subjectId), knownTo)(knownFrom + 1) !== undefined ||
    restsOnChanged(subjectId);
}
