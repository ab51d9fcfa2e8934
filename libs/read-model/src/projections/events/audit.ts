import type { AuditFilter, PageRequest } from '#application';
import type { Database } from '../../storage/database.js';
import { foreignKey, readKey } from '../../storage/pages.js';
import { linkName } from './links.js';
import { postings } from './postings.js';
import { between, each, inAll, inAny, listed, type Rising } from './rising.js';
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
  const last = page.after === undefined ? 0 : readSeq(page.after);
  const found: number[] = [];
  const { numbers, after } = candidates(db, events, filter, last, knownSeq);
  for (const seq of each(numbers, after + 1)) {
    if (!isInTime(events, seq, filter)) continue;
    found.push(seq);
    if (found.length > page.first) break;
  }
  return found;
}

/** @throws BanGiaoError `INVALID_CURSOR` for a key of another list. */
export function readSeq(key: string): number {
  const [seq] = readKey(key, ['number']);
  if (Number.isSafeInteger(seq) && seq >= 0) return seq;
  throw foreignKey(key);
}

function candidates(
  db: Database,
  events: EventStore,
  filter: AuditFilter,
  last: number,
  upTo: number,
): { readonly numbers: Rising; readonly after: number } {
  const after = filter.from === undefined ? last : Math.max(last, events.seqBefore(filter.from, upTo));
  const of = (link: string) => postings(db, link, upTo);
  const numbers = inAll([
    recordedBefore(events, filter.to, after, upTo),
    ...(filter.subjectId === undefined ? [] : [of(linkName('subject', filter.subjectId))]),
    ...(filter.unitId === undefined ? [] : [of(linkName('unit', filter.unitId))]),
    ...(filter.actId === undefined ? [] : [of(linkName('act', filter.actId))]),
    ...(filter.types === undefined ? [] : [inAny(filter.types.map((type) => of(linkName('type', type))))]),
  ]);
  return { numbers, after };
}

/** Times rise with the numbers but for the few events that were stamped by a clock behind; those have an index. */
function recordedBefore(events: EventStore, to: AuditFilter['to'], after: number, upTo: number): Rising {
  if (to === undefined) return between(after + 1, upTo);
  const end = events.seqBefore(to, upTo);
  return inAny([between(after + 1, end), listed(events.stampedLate(Math.max(after, end), upTo, to))]);
}

function isInTime(events: EventStore, seq: number, { from, to }: AuditFilter): boolean {
  if (from === undefined && to === undefined) return true;
  const recordedAt = events.recordedAt(seq);
  return (from === undefined || from <= recordedAt) && (to === undefined || recordedAt < to);
}

/** Numbers of the reassignments that a unit's dissolution caused. */
export function transitionSeqs(db: Database, unitId: string, knownSeq: number): readonly number[] {
  return [...each(postings(db, linkName('transition', unitId), knownSeq), 1)];
}

/** Whether an event about the subject was recorded by then. */
export function isSubject(db: Database, id: string, knownSeq: number): boolean {
  return postings(db, linkName('subject', id), knownSeq)(1) !== undefined;
}
