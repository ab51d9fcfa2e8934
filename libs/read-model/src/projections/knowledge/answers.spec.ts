import { describe, expect, it } from '@jest/globals';
import type { Clocks, CorrectionFilter, Page } from '#application';
import type { Assignment, DomainEvent } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import {
  abolished,
  act,
  assigned,
  assignment,
  cluster,
  corrected,
  established,
  placement,
  reassigned,
} from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const DISTRICT = '01.soc-son@origin';
const UNIT = '1@2025-07-01';
const REFORM = day('2025-07-01');
const district = { officeId: `UBND_HUYEN:${DISTRICT}`, lead: false };
const commune = { officeId: `UBND_XA:${UNIT}`, lead: false };
const ended = (actId: string, endsOn: string, byActId?: string): DomainEvent => ({
  type: 'act.ended',
  data: {
    actId,
    endsOn: day(endsOn),
    manner: 'ANNULLED',
    ...(byActId === undefined ? {} : { byActId }),
    reason: 'Void.',
  },
});

/** A reassignment that an act ordered and that takes nothing from a dissolved unit. */
const byDecision = (over: Partial<Assignment>, actId: string): DomainEvent => ({
  type: 'responsibility.reassigned',
  data: { ...assignment(over), releasedOfficeIds: [], actId },
});

const log = new LogBuilder();
log.add(
  'boundary-x',
  established(DISTRICT, 'Huyện Sóc Sơn', '2000-01-01', { level: 'DISTRICT', kind: 'HUYEN' }),
); // 1
log.add('boundary-x', abolished(DISTRICT, REFORM)); // 2
log.add('boundary-x', established(UNIT, 'Xã Sóc Sơn', REFORM)); // 3
log.add('act-nd-32', act('nd-32', { lapsesOn: day('2030-01-01') })); // 4
log.add('act-nd-139', act('nd-139', { lapsesOn: day('2027-03-01') })); // 5
log.add('act-qd-9', act('qd-9', { amends: ['nd-32'] })); // 6
for (const id of ['a', 'b']) log.add(`cluster-${id}`, cluster(id, id, [placement([UNIT])])); // 7 8
const before = { from: day('2024-05-01'), to: REFORM, holders: [district] };
for (const subjectId of ['a', 'b']) log.add('cluster-x', assigned({ subjectId, ...before })); // 9 10
const since = { from: REFORM, basis: { actId: 'nd-139', provenance: 'READ' as const } };
log.add(
  'transition-x',
  reassigned({ subjectId: 'a', ...since, holders: [commune] }, { dissolvedUnitId: DISTRICT }),
); // 11
log.add(
  'transition-x',
  reassigned(
    { subjectId: 'b', ...since, status: 'UNDETERMINED', holders: [] },
    { dissolvedUnitId: DISTRICT },
  ),
); // 12
const placed = log.add('cluster-b', {
  type: 'cluster.placed',
  data: {
    clusterId: 'b',
    placement: placement([UNIT], { from: REFORM }),
    actId: 'qd-9',
    reason: 'Biên bản.',
  },
}); // 13
const settled = { subjectId: 'b', ...since, from: day('2025-09-01'), holders: [commune] };
log.add('cluster-b', byDecision({ ...settled, restsOn: [placed.eventId] }, 'qd-9')); // 14
log.add(
  'cluster-a',
  byDecision({ subjectId: 'a', ...since, from: day('2026-01-01'), holders: [commune] }, 'qd-9'),
); // 15
const wrong = log.events[10]?.eventId ?? '';
log.add(
  'cluster-a',
  corrected(wrong, { subjectId: 'a', ...since, to: day('2025-08-01'), holders: [district] }),
); // 16
log.add('act-nd-32', ended('nd-32', '2028-01-01', 'qd-9')); // 17

const model = readModelOf(log.events);
const at = (validAt: string, knownSeq = 17): Clocks => ({ validAt: day(validAt), knownSeq });
const rowsOf = <T>(page: Page<T>): readonly T[] => page.rows.map(({ row }) => row);

describe('what would be touched if an act fell', () => {
  const answers = (actId: string, openOnly = false, knownSeq = 17) =>
    rowsOf(model.knowledge.taintedAnswers(actId, openOnly, at('2025-08-01', knownSeq), { first: 100 })).map(
      ({ subjectId, from, to, ways, open }) => [subjectId, from, to, ways, open],
    );

  it('is every answer that has it for a basis, and none that lost it already', () => {
    expect(answers('nd-139', false, 14)).toEqual([
      ['a', REFORM, '2027-03-01', ['BASIS'], undefined],
      ['b', REFORM, '2025-09-01', ['BASIS'], 'UNDETERMINED'],
      ['b', '2025-09-01', '2027-03-01', ['BASIS'], undefined],
    ]);
    expect(answers('nd-139', true, 14)).toEqual([['b', REFORM, '2025-09-01', ['BASIS'], 'UNDETERMINED']]);
  });

  it('is also what it decided, what a place rests on, and what it ended', () => {
    expect(answers('qd-9')).toEqual([
      ['a', '2026-01-01', '2027-03-01', ['DECISION'], undefined],
      ['b', '2025-09-01', '2027-03-01', ['DECISION', 'EVIDENCE'], undefined],
    ]);
    expect(model.knowledge.taint('qd-9', 17)).toMatchObject({
      eventCount: 4,
      acts: [{ actId: 'nd-32', relation: 'ENDED_BY_IT' }],
      answers: { count: 2, open: 0, subjects: 2 },
    });
  });

  it('gives acts that amend it and the events that rest on it, in pages, and writes nothing', () => {
    const taint = model.knowledge.taint('nd-32', 17);
    expect(taint?.acts).toEqual([{ actId: 'qd-9', relation: 'AMENDS_IT' }]);
    const first = model.knowledge.taintedEvents('nd-32', 17, { first: 2 });
    expect([rowsOf(first), first.hasNext]).toEqual([[6, 9], true]);
    const rest = model.knowledge.taintedEvents('nd-32', 17, { first: 9, after: first.rows[1]?.key ?? '' });
    expect(rowsOf(rest)).toEqual([10]);
    expect(taint?.eventCount).toBe(3);
    expect(model.status().seq).toBe(17);
  });

  it('is nothing of an act that was not registered by then', () => {
    expect(model.knowledge.taint('qd-9', 5)).toBeUndefined();
  });

  it('goes on after a page', () => {
    const clocks = at('2025-08-01', 14);
    const first = model.knowledge.taintedAnswers('nd-139', false, clocks, { first: 2 });
    const rest = model.knowledge.taintedAnswers('nd-139', false, clocks, {
      first: 2,
      after: first.rows[1]?.key ?? '',
    });
    expect(rowsOf(rest).map((r) => [r.subjectId, r.from])).toEqual([['b', '2025-09-01']]);
  });
});

describe('what left a dissolved unit', () => {
  const left = (unassignedOnly: boolean, clocks: Clocks, first = 100) =>
    rowsOf(model.coverage.leftBy(DISTRICT, unassignedOnly, clocks, { first })).map(
      ({ subjectId, seq, answer, unassigned }) => [subjectId, seq, answer.status, unassigned],
    );

  it('is each duty by the event that passed it on, and where it is on the day', () => {
    expect(left(false, at('2025-08-01'))).toEqual([
      ['a', 11, 'HELD', false],
      ['b', 12, 'UNDETERMINED', true],
    ]);
    expect(left(true, at('2025-08-01'))).toEqual([['b', 12, 'UNDETERMINED', true]]);
    expect(left(true, at('2025-09-01'))).toEqual([]);
    expect(left(true, at('2027-03-01')).map(([id]) => id)).toEqual(['a', 'b']);
  });

  it('is what was known then, and has the first day where the day is earlier', () => {
    expect(left(false, at('2025-01-01', 11))).toEqual([['a', 11, 'HELD', false]]);
    expect(left(false, at('2025-08-01', 10))).toEqual([]);
  });

  it('goes on after a page', () => {
    const first = model.coverage.leftBy(DISTRICT, false, at('2025-08-01'), { first: 1 });
    const rest = model.coverage.leftBy(DISTRICT, false, at('2025-08-01'), {
      first: 1,
      after: first.rows[0]?.key ?? '',
    });
    expect([first.hasNext, rowsOf(rest).map((r) => r.subjectId), rest.hasNext]).toEqual([true, ['b'], false]);
  });
});

describe('duties whose basis lapses', () => {
  const lapsing = (days: number, clocks: Clocks) =>
    rowsOf(model.coverage.lapsing(days, clocks, { first: 10 }));
  const decree = { actId: 'nd-139', endsOn: '2027-03-01', dutyId: 'd1', subjects: 2 };

  it('are told by act and duty with the count of subjects, from so many days before (H18)', () => {
    expect(lapsing(90, at('2026-11-30'))).toEqual([]);
    expect(lapsing(91, at('2026-11-30'))).toEqual([decree]);
    expect(lapsing(91, at('2027-03-01'))).toEqual([]);
  });

  it('are those on which nothing follows: an interval that ends by itself before is not one', () => {
    expect(lapsing(2000, at('2026-11-30', 17))).toEqual([decree]);
    expect(lapsing(2000, at('2024-06-01', 10))).toEqual([]);
  });

  it('are as known then', () => {
    expect(lapsing(91, at('2026-11-30', 11))).toEqual([{ ...decree, subjects: 1 }]);
  });
});

describe('corrections', () => {
  const corrections = (filter: CorrectionFilter, clocks = at('2025-07-15')) =>
    rowsOf(model.knowledge.corrections(filter, clocks, { first: 10 }));

  it('come with the answers that each changed (H14)', () => {
    const [one, ...more] = corrections({});
    expect(more).toEqual([]);
    expect(one?.seq).toBe(16);
    expect(one?.changes).toMatchObject([
      {
        subjectId: 'a',
        from: REFORM,
        to: '2025-08-01',
        before: { holders: [commune] },
        after: { holders: [district] },
        changedBySeqs: [16],
      },
    ]);
  });

  it('are found by subject, by commune and by when they were recorded', () => {
    expect(corrections({ subjectId: 'b' })).toEqual([]);
    expect(corrections({ provinceId: UNIT })).toHaveLength(1);
    expect(corrections({ provinceId: 'elsewhere@origin' })).toEqual([]);
    const recordedAt = log.events[15]?.metadata.recordedAt;
    if (recordedAt === undefined) throw new Error('It is recorded.');
    expect(corrections({ from: recordedAt })).toHaveLength(1);
    expect(corrections({ to: recordedAt })).toEqual([]);
    expect(corrections({}, at('2025-07-15', 15))).toEqual([]);
  });
});
