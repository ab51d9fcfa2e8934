import type {
  ActRelation,
  Clocks,
  Page,
  PageRequest,
  TaintedAnswer,
  TaintView,
  TaintWay,
} from '#application';
import { firstDayOf, gapOf, toCurrent, type DomainEvent, type Tile } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { auditKey, readSeq } from '../events/audit.js';
import { eachLink } from '../events/concepts/index.js';
import { linkName } from '../events/links.js';
import { postings } from '../events/postings.js';
import { each } from '../events/rising.js';
import { assignedSubjects } from './subjects.js';

/** So many events are read one by one; on what more rest, every subject is looked at instead. */
export const FEW = 5_000;

/** What would be touched if an act fell. */
export function taintOf(connection: Connection, actId: string, knownSeq: number): TaintView | undefined {
  if (connection.acts.at(actId, knownSeq) === undefined) return undefined;
  const seqs = linkedSeqs(connection, actId, knownSeq);
  const few = fewSubjects(connection, actId, seqs, knownSeq);
  const base = { actId, eventCount: seqs.length, acts: actsOn(connection, actId, knownSeq) };
  if (few === undefined) return base;
  const found = few.flatMap((subjectId) => [...taintedIn(connection, subjectId, actId, knownSeq)]);
  const open = found.filter(({ tile }) => gapOf(tile.answer) !== undefined).length;
  const subjects = new Set(found.map(({ subjectId }) => subjectId)).size;
  return { ...base, answers: { count: found.length, open, subjects } };
}

export function findTaintedEvents(
  connection: Connection,
  actId: string,
  knownSeq: number,
  page: PageRequest,
): Page<number> {
  const after = page.after === undefined ? 0 : readSeq(page.after);
  const own = new Set(connection.acts.changesOf(actId));
  const found: number[] = [];
  for (const seq of each(postings(connection.db, linkName('act', actId), knownSeq), after + 1)) {
    if (!own.has(seq)) found.push(seq);
    if (found.length > page.first) break;
  }
  return pageOf(found, page.first, auditKey, (seq) => seq);
}

export function findTaintedAnswers(
  connection: Connection,
  actId: string,
  openOnly: boolean,
  at: Clocks,
  page: PageRequest,
): Page<TaintedAnswer> {
  const { knownSeq } = at;
  const after = page.after === undefined ? undefined : readKey(page.after, ['string', 'string', 'string']);
  const few = fewSubjects(connection, actId, linkedSeqs(connection, actId, knownSeq, FEW + 1), knownSeq);
  const from = after?.[0] ?? '';
  const found: Tainted[] = [];
  const subjects = few?.filter((id) => id >= from) ?? assignedSubjects(connection, from);
  for (const tainted of all(connection, subjects, actId, knownSeq)) {
    if (openOnly && gapOf(tainted.tile.answer) === undefined) continue;
    if (after !== undefined && !isAfter(keyOf(tainted), after)) continue;
    found.push(tainted);
    if (found.length > page.first) break;
  }
  return pageOf(
    found,
    page.first,
    (tainted) => JSON.stringify(keyOf(tainted)),
    (tainted) => view(connection, tainted, knownSeq),
  );
}

interface Tainted {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly tile: Tile;
  readonly ways: readonly TaintWay[];
}
type Key = readonly [subjectId: string, dutyId: string, from: string];

function keyOf({ subjectId, dutyId, tile }: Tainted): Key {
  return [subjectId, dutyId, tile.from ?? ''];
}

function isAfter(key: Key, other: Key): boolean {
  const i = key.findIndex((part, at) => part !== other[at]);
  return i >= 0 && (key[i] ?? '') > (other[i] ?? '');
}

function view(connection: Connection, { tile, ...tainted }: Tainted, knownSeq: number): TaintedAnswer {
  const { answer: said, ...days } = tile;
  const answeredAt = { validAt: firstDayOf(tile), knownSeq };
  const answer = connection.responsibilities.answer(tainted.subjectId, tainted.dutyId, answeredAt);
  const open = gapOf(said);
  return { ...days, ...tainted, ...(open === undefined ? {} : { open }), answer, answeredAt };
}

function* all(
  connection: Connection,
  subjects: Iterable<string>,
  actId: string,
  knownSeq: number,
): Generator<Tainted> {
  for (const subjectId of subjects) yield* taintedIn(connection, subjectId, actId, knownSeq);
}

function* taintedIn(
  connection: Connection,
  subjectId: string,
  actId: string,
  knownSeq: number,
): Generator<Tainted> {
  for (const [dutyId, tiling] of connection.tilings.of(subjectId, knownSeq)) {
    for (const tile of tiling) {
      const ways = waysOf(connection, tile, actId, knownSeq);
      if (ways.length > 0) yield { subjectId, dutyId, tile, ways };
    }
  }
}

/** What an answer owes to an act. What has no basis has nothing to lose but the end of that basis. */
function waysOf(
  connection: Connection,
  { answer }: Tile,
  actId: string,
  knownSeq: number,
): readonly TaintWay[] {
  const ways = new Set<TaintWay>();
  if (answer.status !== 'NO_BASIS' && answer.basis?.actId === actId) ways.add('BASIS');
  for (const seq of answer.decidedBy) {
    const way = wayOf(connection, seq, actId, knownSeq);
    if (way !== undefined && (way === 'FORCE' || answer.status !== 'NO_BASIS')) ways.add(way);
  }
  return [...ways];
}

/** What an event that an answer rests on owes to an act besides the basis; nothing of the act's own events. */
function wayOf(
  { db, events, acts }: Connection,
  seq: number,
  actId: string,
  knownSeq: number,
): TaintWay | undefined {
  if (postings(db, linkName('act', actId), knownSeq)(seq) !== seq || acts.changesOf(actId).includes(seq))
    return undefined;
  const event = events.bySeq(seq);
  if (event?.actId !== actId) return undefined;
  if (event.type.startsWith('act.')) return event.type === 'act.registered' ? undefined : 'FORCE';
  if (!event.type.startsWith('responsibility.')) return 'EVIDENCE';
  return events.assignment(seq).assignment.basis.actId === actId ? undefined : 'DECISION';
}

/** Numbers of the events that rest on an act, other than its own; so many of them at most. */
export function linkedSeqs(
  { db, acts }: Connection,
  actId: string,
  knownSeq: number,
  most = Infinity,
): readonly number[] {
  const own = new Set(acts.changesOf(actId));
  const found: number[] = [];
  for (const seq of each(postings(db, linkName('act', actId), knownSeq), 1)) {
    if (!own.has(seq)) found.push(seq);
    if (found.length >= most) break;
  }
  return found;
}

/**
 * The subjects of which an answer can rest on an act, in order; undefined where they can be nearly all.
 * Whatever rests on an act that this one ended or extended rests on this one too.
 */
function fewSubjects(
  connection: Connection,
  actId: string,
  seqs: readonly number[],
  knownSeq: number,
): readonly string[] | undefined {
  if (seqs.length > FEW) return undefined;
  const carried = actsOn(connection, actId, knownSeq).filter(
    ({ relation }) => relation === 'ENDED_BY_IT' || relation === 'EXTENDED_BY_IT',
  );
  const more = carried.flatMap(({ actId: other }) => linkedSeqs(connection, other, knownSeq, FEW + 1));
  if (seqs.length + more.length > FEW) return undefined;
  const subjects = new Set<string>();
  for (const seq of new Set([...seqs, ...more])) {
    const event = connection.events.bySeq(seq);
    if (event === undefined) continue;
    eachLink(toCurrent(event) as DomainEvent, (kind, id) => {
      if (kind === 'subject') subjects.add(id);
    });
  }
  return [...subjects].sort();
}

/** Acts that hang on an act as known. */
function actsOn(
  { acts, events }: Connection,
  actId: string,
  knownSeq: number,
): readonly { readonly actId: string; readonly relation: ActRelation }[] {
  return acts.all(knownSeq).flatMap((act) => {
    if (act.actId === actId) return [];
    const extended = acts.at(act.actId, knownSeq)?.extensions ?? [];
    const relations: ActRelation[] = [];
    if (act.amends?.includes(actId) ?? false) relations.push('AMENDS_IT');
    if (act.replaces?.includes(actId) ?? false) relations.push('REPLACES_IT');
    if (act.endedByActId === actId) relations.push('ENDED_BY_IT');
    if (extended.some(({ seq }) => events.bySeq(seq)?.actId === actId)) relations.push('EXTENDED_BY_IT');
    return relations.map((relation) => ({ actId: act.actId, relation }));
  });
}
