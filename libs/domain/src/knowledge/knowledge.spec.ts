import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '../events/catalogue.js';
import { isSameAnswer } from './answer.js';
import { applyDiff, diffOf, type AnswerChange, type KnownAfter } from './diff.js';
import { answersOver, type NumberedEvent } from './history.js';
import {
  ACT_IDS,
  assigned,
  CALENDAR,
  ended,
  extended,
  numbered,
  on,
  registered,
  saying,
} from '../testing/knowledge.js';
import { tileFrom, type Tiling } from './tiling.js';

const index = fc.integer({ min: 1, max: 38 });
const painted: fc.Arbitrary<DomainEvent> = fc
  .record({
    subjectId: fc.constantFrom('s', 't'),
    dutyId: fc.constantFrom('d', 'e'),
    actId: fc.constantFrom(...ACT_IDS),
    from: index,
    length: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
    holder: fc.integer({ min: 0, max: 3 }),
    restsOn: fc.boolean(),
  })
  .map(({ subjectId, dutyId, actId, from, length, holder, restsOn }) => {
    const to = length === undefined ? undefined : CALENDAR[from + length];
    return assigned({
      subjectId,
      dutyId,
      from: on(from),
      ...(to === undefined ? {} : { to }),
      holders: [{ officeId: `UBND_XA:${holder}@origin`, lead: false }],
      basis: { actId, provenance: 'READ' },
      ...(restsOn ? { restsOn: ['event-1'] } : {}),
    });
  });
const ofActs: fc.Arbitrary<DomainEvent> = fc
  .record({ actId: fc.constantFrom(...ACT_IDS), day: index, longer: fc.boolean() })
  .map(({ actId, day, longer }) => (longer ? extended(actId, on(day)) : ended(actId, on(day))));

/** Random histories of assignments that lie over each other, of two duties, over acts that lapse, end and go on. */
const randomHistories: fc.Arbitrary<readonly NumberedEvent[]> = fc
  .array(fc.oneof({ weight: 4, arbitrary: painted }, { weight: 1, arbitrary: ofActs }), {
    minLength: 1,
    maxLength: 30,
    size: 'max',
  })
  .map((events) =>
    numbered([
      registered('a1'),
      registered('a2', on(5), on(30)),
      registered('a3', undefined, on(15)),
      ...events,
    ]),
  );

/** What the record says of duty d over subject s after so many events. */
const after = (events: readonly NumberedEvent[], seq: number): Tiling => answersOver(events, 's', 'd', seq);

/** What changed between two numbers; every event in between is looked at, whether it concerns the duty or not. */
function changesIn(events: readonly NumberedEvent[], from: number, to: number): readonly AnswerChange[] {
  const steps: KnownAfter[] = [];
  for (let seq = from + 1; seq <= to; seq += 1) steps.push({ seq, tiling: after(events, seq) });
  return diffOf(after(events, from), steps);
}

const spans = (tiling: Tiling) => tiling.map(({ from, to, answer }) => [from, to, answer.status]);
const changed = (changes: readonly AnswerChange[]) =>
  changes.map(({ from, to, before, after: now, changedBy }) => [
    from,
    to,
    before.status,
    now.status,
    changedBy,
  ]);
const other = { holders: [{ officeId: 'UBND_XA:2@origin', lead: false }] };

describe('what the record says of a duty, for all days', () => {
  it('is one answer where nothing is recorded', () => {
    expect(spans(after(numbered([registered('a1')]), 1))).toEqual([[undefined, undefined, 'NO_BASIS']]);
  });

  it('has a basis only while its act is in force, and names the event that ends it', () => {
    const events = numbered([registered('a1', on(3), on(9)), assigned()]);
    expect(spans(after(events, 2))).toEqual([
      [undefined, on(1), 'NO_BASIS'],
      [on(1), on(3), 'NO_BASIS'],
      [on(3), on(9), 'HELD'],
      [on(9), undefined, 'NO_BASIS'],
    ]);
    expect(tileFrom(after(events, 2), on(9)).answer.decidedBy).toEqual([2, 1]);
  });

  it('holds every day exactly once, and neighbours differ, whatever happened', () => {
    fc.assert(
      fc.property(randomHistories, (events) => {
        const tiling = after(events, events.length);
        expect([tiling[0]?.from, tiling.at(-1)?.to]).toEqual([undefined, undefined]);
        for (const [i, tile] of tiling.slice(1).entries()) {
          const before = tiling[i];
          if (before === undefined) throw new Error('There is one before.');
          expect(before.to).toBe(tile.from);
          expect(isSameAnswer(before.answer, tile.answer)).toBe(false);
        }
      }),
    );
  });

  it('is on every day what the last event that covers it says', () => {
    fc.assert(
      fc.property(randomHistories, (events) => {
        const tiling = after(events, events.length);
        for (const day of CALENDAR) {
          const last = events.findLast(({ event }) => coversDay(event, day));
          expect(tileFrom(tiling, day).answer.decidedBy[0]).toBe(last?.seq);
        }
      }),
    );
  });
});

function coversDay(event: DomainEvent, day: string): boolean {
  if (event.type !== 'responsibility.assigned') return false;
  const { subjectId, dutyId, from, to } = event.data;
  return subjectId === 's' && dutyId === 'd' && from <= day && (to === undefined || day < to);
}

describe('the difference between two states of knowledge', () => {
  it('makes the later state of the earlier one, over random histories', () => {
    fc.assert(
      fc.property(randomHistories, fc.nat(), fc.nat(), (events, one, another) => {
        const [from = 0, to = 0] = [one, another].map((n) => n % (events.length + 1)).sort((a, b) => a - b);
        expect(applyDiff(after(events, from), changesIn(events, from, to))).toEqual(after(events, to));
      }),
      { numRuns: 300 },
    );
  });

  it('names for each change the last event that changed it, and lists only what differs', () => {
    fc.assert(
      fc.property(randomHistories, fc.nat(), (events, one) => {
        const from = one % (events.length + 1);
        for (const change of changesIn(events, from, events.length)) {
          const cause = change.changedBy.at(-1) ?? 0;
          const day = change.from;
          expect(cause).toBeGreaterThan(from);
          const [before, then] = [cause - 1, cause].map((seq) => tileFrom(after(events, seq), day).answer);
          if (before === undefined || then === undefined) throw new Error('There are two.');
          expect(isSameAnswer(then, change.after)).toBe(true);
          expect(isSameAnswer(before, then)).toBe(false);
          expect(change.aspects).not.toEqual([]);
        }
      }),
    );
  });

  it('of an act that was repealed is the days from then on, by that one event (H18)', () => {
    const events = numbered([registered('a1', undefined, on(30)), assigned(), ended('a1', on(20))]);
    const changes = changesIn(events, 2, 3);
    expect(changed(changes)).toEqual([
      [on(20), on(30), 'HELD', 'NO_BASIS', [3]],
      // Without a basis it was before; now another event says so.
      [on(30), undefined, 'NO_BASIS', 'NO_BASIS', [3]],
    ]);
    expect(changes.map((c) => c.aspects)).toEqual([['STATUS', 'HOLDERS', 'GROUNDS'], ['GROUNDS']]);
  });

  it('of an act that was extended is the days that it carries now (H18)', () => {
    const events = numbered([registered('a1', undefined, on(20)), assigned(), extended('a1', on(30))]);
    expect(changed(changesIn(events, 2, 3))).toEqual([
      [on(20), on(30), 'NO_BASIS', 'HELD', [3]],
      [on(30), undefined, 'NO_BASIS', 'NO_BASIS', [3]],
    ]);
  });

  it('of a correction is its days, with what was believed and what is known since (H14)', () => {
    const corrected: DomainEvent = {
      type: 'responsibility.corrected',
      data: {
        ...saying({ to: on(10), ...other }),
        corrects: 'event-2',
        actId: 'a1',
        reason: 'Wrong commune.',
      },
    };
    const changes = changesIn(numbered([registered('a1'), assigned(), corrected]), 2, 3);
    expect(changed(changes)).toEqual([[on(1), on(10), 'HELD', 'HELD', [3]]]);
    expect(changes[0]?.aspects).toEqual(['HOLDERS', 'GROUNDS']);
    expect(changes[0]?.before.holders).toEqual(saying().holders);
    expect(changes[0]?.after.holders).toEqual(other.holders);
  });

  it('names the text that a decision rested on at its day, and the one since (H19)', () => {
    const events = numbered([
      registered('a1', undefined, on(10)),
      registered('a2', on(10)),
      assigned(),
      assigned({ from: on(10), basis: { actId: 'a2', article: 'Đ.7', provenance: 'READ' } }),
    ]);
    const [change, ...more] = changesIn(events, 3, 4);
    expect(more).toEqual([]);
    expect(change?.before.basis?.actId).toBe('a1');
    expect(change?.after.basis).toEqual({ actId: 'a2', article: 'Đ.7', provenance: 'READ' });
    expect(tileFrom(after(events, 4), on(9)).answer.basis?.actId).toBe('a1');
  });

  it('lists every event that changed an answer on the way, and nothing that changed back', () => {
    const events = numbered([
      registered('a1', undefined, on(30)),
      assigned(),
      assigned({ from: on(5), to: on(8), ...other }),
      ended('a1', on(6)),
      extended('a1', on(7)),
    ]);
    expect(changed(changesIn(events, 2, 5))).toEqual([
      [on(5), on(6), 'HELD', 'HELD', [3]],
      [on(6), on(7), 'HELD', 'HELD', [3, 4, 5]],
      [on(7), on(8), 'HELD', 'NO_BASIS', [3, 4, 5]],
      [on(8), on(30), 'HELD', 'NO_BASIS', [4, 5]],
      [on(30), undefined, 'NO_BASIS', 'NO_BASIS', [4, 5]],
    ]);
    expect(changesIn(events, 5, 5)).toEqual([]);
  });

  it('does not fit a state that says something else', () => {
    const events = numbered([registered('a1'), assigned(), assigned({ from: on(5), ...other })]);
    const changes = changesIn(events, 2, 3);
    expect(() => applyDiff(after(events, 1), changes)).toThrow(/says something else from 2025-06-06/);
  });
});
