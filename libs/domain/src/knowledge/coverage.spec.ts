import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DomainEvent } from '../events/catalogue.js';
import { INSPECT, MANAGE } from '../testing/law.js';
import { assigned, CALENDAR, on, saying } from '../testing/knowledge.js';
import { clusterAt, inCommunes, refusalOf, TestRegister } from '../testing/register.js';
import {
  coverageAfter,
  coverageOf,
  describeViolation,
  type KnownRectangle,
  type StandingNow,
} from './coverage.js';
import { refuseBrokenCoverage } from './refuse-coverage.js';

const rectangle = (over: Partial<KnownRectangle> = {}): KnownRectangle => ({
  subjectId: 's',
  dutyId: 'd',
  from: on(1),
  knownFrom: 3,
  eventSeq: 3,
  ...over,
});
const standing: StandingNow = { subjectId: 's', dutyId: 'd', from: on(1), to: on(9), eventId: 'event-7' };
const nothing = (): readonly StandingNow[] => [];
const two = [
  { officeId: 'UBND_XA:1@origin', lead: true },
  { officeId: 'UBND_XA:2@origin', lead: true },
];

describe('the plane of valid and record time', () => {
  it('is tiled by rectangles that share no day at one time of knowledge', () => {
    const tiled = [
      rectangle({ knownTo: 5 }),
      rectangle({ to: on(4), knownFrom: 5, eventSeq: 3 }),
      rectangle({ from: on(4), knownFrom: 5, eventSeq: 5 }),
    ];
    expect(coverageOf(tiled)).toEqual([]);
    expect(coverageOf([])).toEqual([]);
  });

  it('is not where two are known for one day, and the first such day is the counterexample', () => {
    const [found, ...more] = coverageOf([rectangle(), rectangle({ from: on(5), knownFrom: 8, eventSeq: 8 })]);
    expect(more).toEqual([]);
    expect(found).toEqual({
      subjectId: 's',
      dutyId: 'd',
      day: on(5),
      knownSeq: 8,
      problem: 'TWO_ANSWERS',
      clashing: ['event 3', 'event 8'],
    });
    expect(found === undefined ? '' : describeViolation(found)).toBe(
      'A day has two answers: d over s on 2025-06-06, as known from event 8 on (event 3; event 8).',
    );
  });

  it('is not where a rectangle holds nothing', () => {
    for (const empty of [rectangle({ to: on(1) }), rectangle({ knownTo: 3 })])
      expect(coverageOf([empty])).toMatchObject([{ problem: 'EMPTY', day: on(1) }]);
  });

  it('has a clash found wherever two random rectangles hold one day at one time', () => {
    const random = fc
      .record({
        from: fc.integer({ min: 0, max: 20 }),
        days: fc.integer({ min: 1, max: 9 }),
        knownFrom: fc.nat(9),
        known: fc.integer({ min: 1, max: 5 }),
      })
      .map(({ from, days, knownFrom, known }) =>
        rectangle({ from: on(from), to: on(from + days), knownFrom, knownTo: knownFrom + known }),
      );
    fc.assert(
      fc.property(fc.array(random, { maxLength: 5 }), (rectangles) => {
        const count = (day: string, seq: number) =>
          rectangles.filter(
            (r) => r.from <= day && day < (r.to ?? '9') && r.knownFrom <= seq && seq < (r.knownTo ?? 99),
          ).length;
        const clash = CALENDAR.some((day) =>
          Array.from({ length: 16 }, (_, seq) => count(day, seq)).some((n) => n > 1),
        );
        const found = coverageOf(rectangles);
        expect(found.length > 0).toBe(clash);
        for (const { day, knownSeq = -1 } of found) expect(count(day, knownSeq)).toBeGreaterThan(1);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is about to be recorded', () => {
  it('may cover what stands, and may not answer one day twice', () => {
    expect(coverageAfter(() => [standing], [assigned({ from: on(5) })])).toBeUndefined();
    expect(coverageAfter(nothing, [assigned({ to: on(6) }), assigned({ from: on(6) })])).toBeUndefined();
    expect(coverageAfter(nothing, [assigned({ dutyId: 'e' }), assigned({ dutyId: 'd' })])).toBeUndefined();
    const twice = coverageAfter(nothing, [assigned({ to: on(7) }), assigned({ from: on(6) })]);
    expect(twice).toMatchObject({ day: on(6), problem: 'TWO_ANSWERS', subjectId: 's', dutyId: 'd' });
  });

  it('meets a record that is damaged already', () => {
    const damaged = [standing, { ...standing, from: on(3), to: on(5), eventId: 'event-8' }];
    const found = coverageAfter(() => damaged, [assigned({ from: on(20) })]);
    expect(found).toMatchObject({ day: on(3), problem: 'TWO_ANSWERS', clashing: ['event-7', 'event-8'] });
  });

  it.each([
    ['HELD', two],
    ['HELD', []],
    ['JOINT', two.slice(1)],
    ['JOINT', two],
    ['UNDETERMINED', two],
    ['VACANT', two],
    ['DISPUTED', two],
    ['CONTINUING_PENDING_REARRANGEMENT', []],
  ] as const)('may not say %s with holders that belie it', (status, holders) => {
    const found = coverageAfter(nothing, [assigned({ status, holders })]);
    expect(found).toMatchObject({ problem: 'STATUS_MISFIT', day: on(1) });
  });

  it('holds on at least one day', () => {
    expect(coverageAfter(nothing, [assigned({ to: on(1) })])).toMatchObject({ problem: 'EMPTY' });
  });
});

describe('a decision', () => {
  const register = new TestRegister().add(clusterAt('s', 'S', [inCommunes(['15520@origin'])]));
  const cluster = register.cluster('s');
  const known = cluster?.assignments[0];
  if (cluster === undefined || known === undefined) throw new Error('It has duties.');

  it('that keeps every day with one answer is let through', () => {
    const fine: DomainEvent = { type: 'responsibility.assigned', data: { ...known, explanation: 'Again.' } };
    expect(refuseBrokenCoverage([fine], register)).toBeUndefined();
    expect(
      refuseBrokenCoverage([{ type: 'cluster.registered', data: clusterAt('t', 'T', []) }], register),
    ).toBeUndefined();
  });

  it('that breaks the coverage is refused with a counterexample', () => {
    const days = { from: known.from, ...(known.to === undefined ? {} : { to: known.to }) };
    const said = saying({ subjectId: 's', dutyId: known.dutyId, ...days });
    const broken = refuseBrokenCoverage([assigned(said), assigned(said)], register);
    if (broken === undefined) throw new Error('It is broken.');
    expect(refusalOf(broken)).toMatchObject({ code: 'COVERAGE_BROKEN', field: 'subjectId', value: 's' });
    expect(refusalOf(broken).message).toContain(`${known.dutyId} over s on ${known.from}`);
  });

  it('is checked against what is recorded of each duty by itself', () => {
    expect(new Set(cluster.assignments.map((a) => a.dutyId)).size).toBeGreaterThan(1);
    expect([INSPECT, MANAGE].every((id) => cluster.assignments.some((a) => a.dutyId === id))).toBe(true);
  });
});
