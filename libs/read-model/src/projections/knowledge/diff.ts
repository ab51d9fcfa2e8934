import type { ChangedAnswer, Clocks, DiffRequest, Page, PageRequest } from '#application';
import { common, firstDayOf, type AnswerChange } from '#domain';
import type { Connection } from '../../connection.js';
import { pageOf, readKey } from '../../storage/pages.js';
import { changedBetween, subjectsIn } from './subjects.js';
import type { Between } from './tilings.js';

/** A change with what it is a change of. */
export interface Found {
  readonly subjectId: string;
  readonly dutyId: string;
  readonly change: AnswerChange;
}

/** The answers that changed between two points of record time; a page reads no further than it needs. */
export function findChanges(
  connection: Connection,
  request: DiffRequest,
  page: PageRequest,
): Page<ChangedAnswer> {
  const after = page.after === undefined ? undefined : readKey(page.after, ['string', 'string', 'string']);
  const found: Found[] = [];
  for (const one of changesIn(connection, request, after?.[0])) {
    if (after !== undefined && !isAfter(keyOf(one), after)) continue;
    found.push(one);
    if (found.length > page.first) break;
  }
  return pageOf(
    found,
    page.first,
    (one) => JSON.stringify(keyOf(one)),
    (one) => changedAnswer(connection, request, one),
  );
}

function* changesIn(
  connection: Connection,
  { scope, dutyIds, days, placedOn, ...between }: DiffRequest,
  from: string | undefined,
): Generator<Found> {
  if (between.knownFrom >= between.knownTo) return;
  // A subject that was placed elsewhere meanwhile belongs to where it was and to where it is.
  const at = [between.knownFrom, between.knownTo].map((knownSeq) => ({ validAt: placedOn, knownSeq }));
  const mayHaveChanged = changedBetween(connection, between);
  for (const subjectId of subjectsIn(connection, scope, at, from)) {
    if (!mayHaveChanged(subjectId)) continue;
    for (const [dutyId, changes] of connection.tilings.changes(subjectId, between)) {
      if (dutyIds !== undefined && !dutyIds.includes(dutyId)) continue;
      for (const change of changes) {
        const { from: _from, to: _to, ...what } = change;
        const asked = common(change, days);
        if (asked !== undefined) yield { subjectId, dutyId, change: { ...what, ...asked } };
      }
    }
  }
}

type Key = readonly [subjectId: string, dutyId: string, from: string];

function keyOf({ subjectId, dutyId, change }: Found): Key {
  return [subjectId, dutyId, change.from ?? ''];
}

function isAfter(key: Key, other: Key): boolean {
  const i = key.findIndex((part, at) => part !== other[at]);
  return i >= 0 && (key[i] ?? '') > (other[i] ?? '');
}

/** A change with the answers of its first day as known at either point. */
export function changedAnswer(
  connection: Connection,
  { knownFrom, knownTo }: Between,
  { subjectId, dutyId, change }: Found,
): ChangedAnswer {
  const { before: _before, after: _after, changedBy, ...rest } = change;
  const validAt = firstDayOf(change);
  const answer = (at: Clocks) => connection.responsibilities.answer(subjectId, dutyId, at);
  const [beforeAt, afterAt] = [
    { validAt, knownSeq: knownFrom },
    { validAt, knownSeq: knownTo },
  ] as const;
  return {
    ...rest,
    subjectId,
    dutyId,
    before: answer(beforeAt),
    after: answer(afterAt),
    beforeAt,
    afterAt,
    changedBySeqs: changedBy,
  };
}
