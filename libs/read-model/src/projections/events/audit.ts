import type { AuditFilter, PageRequest } from '#application';
import type { Database, SqlValue } from '../../storage/database.js';
import { readKey } from '../../storage/pages.js';
import { linkTo } from './links.js';
import type { EventStore } from './store.js';

/** Key of a row in the audit trail: its number. */
export function auditKey(seq: number): string {
  return JSON.stringify([seq]);
}

/** Numbers of the events asked for in order, one more than asked for where there are more. */
export function findEvents(
  db: Database,
  events: EventStore,
  filter: AuditFilter,
  knownSeq: number,
  page: PageRequest,
): readonly number[] {
  const [after] = page.after === undefined ? [0] : readKey(page.after, ['number']);
  const reached = filter.from === undefined ? 0 : events.seqReaching(filter.from, knownSeq) - 1;
  const range: Range = { after: Math.max(after, reached), upTo: knownSeq, count: page.first + 1 };
  const links = linksIn(filter);
  if (links.length > 0 || filter.types === undefined) return query(db, range, links, filter);
  // One ordered read of the index per type; a list of types in one query would read the whole log.
  return [...new Set(filter.types)]
    .flatMap((type) => query(db, range, links, { ...filter, types: [type] }))
    .sort((a, b) => a - b)
    .slice(0, range.count);
}

interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly count: number;
}

function linksIn(filter: AuditFilter): readonly string[] {
  return [
    ...(filter.subjectId === undefined ? [] : [linkTo.subject(filter.subjectId)]),
    ...(filter.unitId === undefined ? [] : [linkTo.unit(filter.unitId)]),
    ...(filter.actId === undefined ? [] : [linkTo.act(filter.actId)]),
  ];
}

function query(db: Database, range: Range, links: readonly string[], filter: AuditFilter): readonly number[] {
  const [driving, ...others] = links;
  const seq = driving === undefined ? 'e.seq' : 'l.seq';
  const conditions = [`${seq} > ?`, `${seq} <= ?`];
  const values: SqlValue[] = [range.after, range.upTo];
  const where = (condition: string, ...more: SqlValue[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  if (driving !== undefined) where('l.link = ?', driving);
  for (const link of others)
    where('EXISTS (SELECT 1 FROM event_links o WHERE o.link = ? AND o.seq = l.seq)', link);
  if (filter.types !== undefined) {
    where(`e.type IN (${filter.types.map(() => '?').join(', ')})`, ...filter.types);
  }
  if (filter.from !== undefined) where('e.recorded_at >= ?', filter.from);
  if (filter.to !== undefined) where('e.recorded_at < ?', filter.to);
  const from = driving === undefined ? 'events e' : 'event_links l CROSS JOIN events e ON e.seq = l.seq';
  return db
    .all<{ seq: number }>(
      `SELECT ${seq} AS seq FROM ${from} WHERE ${conditions.join(' AND ')} ORDER BY ${seq} LIMIT ?`,
      ...values,
      range.count,
    )
    .map((row) => row.seq);
}

/** Numbers of the reassignments that a unit's dissolution caused. */
export function transitionSeqs(db: Database, unitId: string, knownSeq: number): readonly number[] {
  return db
    .all<{ seq: number }>(
      'SELECT seq FROM event_links WHERE link = ? AND seq <= ? ORDER BY seq',
      linkTo.transition(unitId),
      knownSeq,
    )
    .map((row) => row.seq);
}

/** Whether an event about the subject was recorded by then. */
export function isSubject(db: Database, id: string, knownSeq: number): boolean {
  const row = db.get(
    'SELECT 1 FROM event_links WHERE link = ? AND seq <= ? LIMIT 1',
    linkTo.subject(id),
    knownSeq,
  );
  return row !== undefined;
}
