import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GapFilter, GapView, PageRequest, ReadModel } from '#application';
import { describeViolation, gapOf, type Days } from '#domain';
import { openReadModel } from '../../read-model.js';
import { currentGeneration, generationPath } from '../../storage/generations.js';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, placement, reassigned } from '../../testing/facts.js';
import { closing, newFile, projectAll, readModelOf } from '../../testing/files.js';
import { CALENDAR, DUTIES, histories, SUBJECTS } from '../../testing/histories.js';

const NOW = { validAt: day('2025-08-01'), knownSeq: 8 };

describe('the sweep over the plane of valid and record time', () => {
  it('finds nothing to complain of, whatever was recorded', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 9 }), fc.nat(), (events, batch, known) => {
        const file = newFile();
        projectAll(file, events, batch);
        const model = openReadModel({ file });
        try {
          for (const knownSeq of [events.length, known % (events.length + 1)])
            expect(SUBJECTS.flatMap((id) => model.coverage.violations(id, knownSeq))).toEqual([]);
        } finally {
          model.close();
        }
      }),
      { numRuns: 20 },
    );
  });

  /** A read model in which a hand has meddled. */
  function damaged(sql: string): ReadModel {
    const file = newFile();
    const log = new LogBuilder();
    log.add('cluster-c1', assigned({ to: day('2025-07-01') }));
    log.add('cluster-c1', assigned({ from: day('2025-07-01') }));
    projectAll(file, log.events);
    const db = new DatabaseSync(generationPath(file, currentGeneration(file)));
    db.exec(sql);
    db.close();
    return closing(openReadModel({ file }));
  }
  const found = (sql: string) => damaged(sql).coverage.violations('c1', 2);

  it('names the day that has two answers, and the events that clash', () => {
    const violations = found("UPDATE assignments SET valid_to = '2025-08-01' WHERE event_seq = 1");
    const [first] = violations;
    if (first === undefined) throw new Error('There is a clash.');
    expect(describeViolation(first)).toBe(
      'A day has two answers: d1 over c1 on 2025-07-01, as known from event 2 on (event 1; event 2).',
    );
    expect(new Set(violations.map((v) => v.problem))).toEqual(new Set(['TWO_ANSWERS', 'NOT_AS_RECORDED']));
  });

  it('names what is kept otherwise than recorded, and what is missing', () => {
    expect(found('DELETE FROM assignments WHERE event_seq = 2')).toMatchObject([
      {
        problem: 'NOT_AS_RECORDED',
        day: '2025-07-01',
        clashing: [expect.stringMatching(/^recorded event 2/)],
      },
    ]);
    expect(found("UPDATE assignments SET valid_from = '2024-06-01' WHERE event_seq = 1")).toHaveLength(2);
  });

  it('names a status that its holders belie', () => {
    const log = new LogBuilder();
    log.add('cluster-c1', assigned({ status: 'HELD', holders: [] }));
    expect(readModelOf(log.events).coverage.violations('c1', 1)).toMatchObject([
      { problem: 'STATUS_MISFIT', knownSeq: 1 },
    ]);
  });

  it('goes through every subject once, in order', () => {
    const log = new LogBuilder();
    for (const id of ['b', 'a', 'b', 'c'])
      log.add(`cluster-${id}`, assigned({ subjectId: id, dutyId: `d-${id}` }));
    expect([...readModelOf(log.events).coverage.subjects(undefined, NOW)]).toEqual(['a', 'b', 'c']);
  });
});

function allGaps(model: ReadModel, filter: GapFilter, days: Days, at = NOW, first = 2): readonly GapView[] {
  const found: GapView[] = [];
  let page: PageRequest = { first };
  for (;;) {
    const { rows, hasNext } = model.coverage.gaps(filter, days, at, page);
    found.push(...rows.map(({ row }) => row));
    const last = rows.at(-1);
    if (!hasNext || last === undefined) return found;
    page = { first, after: last.key };
  }
}

const office = (id: string, lead = false) => ({ officeId: `UBND_XA:${id}`, lead });
const log = new LogBuilder();
log.add('act-nd-32', act('nd-32', { lapsesOn: day('2027-03-01') })); // 1
for (const id of ['a', 'b']) log.add(`cluster-${id}`, cluster(id, id, [placement(['1@origin'])])); // 2 3
const over = (subjectId: string, dutyId: string, from: string) => ({ subjectId, dutyId, from: day(from) });
log.add('cluster-a', assigned({ ...over('a', 'd1', '2024-05-01'), to: day('2025-07-01') })); // 4
log.add('cluster-a', reassigned({ ...over('a', 'd1', '2025-07-01'), status: 'UNDETERMINED', holders: [] })); // 5
log.add(
  'cluster-a',
  reassigned({ ...over('a', 'd1', '2026-01-01'), status: 'JOINT', holders: [office('1'), office('2')] }),
); // 6
log.add(
  'cluster-b',
  assigned({ ...over('b', 'd2', '2024-05-01'), status: 'JOINT', holders: [office('1', true), office('2')] }),
); // 7
log.add('cluster-b', assigned({ ...over('b', 'd1', '2024-05-01'), status: 'VACANT', holders: [] })); // 8

describe('gaps and overlaps', () => {
  const model = readModelOf(log.events);
  const spans = (gaps: readonly GapView[]) =>
    gaps.map(({ subjectId, dutyId, from, to, kind }) => [subjectId, dutyId, from, to, kind]);

  it('are listed by cluster, duty and interval', () => {
    expect(spans(allGaps(model, {}, { from: day('2025-07-01'), to: day('2027-04-01') }))).toEqual([
      ['a', 'd1', '2025-07-01', '2026-01-01', 'UNDETERMINED'],
      ['a', 'd1', '2026-01-01', '2027-03-01', 'JOINT_WITHOUT_LEAD'],
      ['a', 'd1', '2027-03-01', undefined, 'NO_BASIS'],
      ['b', 'd1', '2024-05-01', '2027-03-01', 'VACANT'],
      ['b', 'd1', '2027-03-01', undefined, 'NO_BASIS'],
      ['b', 'd2', '2027-03-01', undefined, 'NO_BASIS'],
    ]);
  });

  it('give the answer of the first day asked about', () => {
    const [gap] = allGaps(
      model,
      { clusterId: 'b', dutyId: 'd1' },
      { from: day('2025-07-01'), to: day('2025-07-02') },
    );
    expect(gap?.answeredAt.validAt).toBe('2025-07-01');
    expect(gap?.responsibility).toEqual(
      model.responsibility('b', 'd1', { ...NOW, validAt: day('2025-07-01') }),
    );
  });

  it('are narrowed by kind, and a joint duty with a lead is none', () => {
    const today = { from: day('2025-08-01'), to: day('2025-08-02') };
    expect(
      spans(allGaps(model, { kinds: ['VACANT', 'JOINT_WITHOUT_LEAD'] }, today)).map(([id]) => id),
    ).toEqual(['b']);
    expect(allGaps(model, { kinds: ['DISPUTED'] }, {})).toEqual([]);
  });

  it('are those known then', () => {
    const at = { ...NOW, knownSeq: 4 };
    expect(spans(allGaps(model, { clusterId: 'a' }, { from: day('2025-07-01') }, at))).toEqual([
      ['a', 'd1', '2025-07-01', undefined, 'NO_BASIS'],
    ]);
  });

  it('are on every day where the answer is one, over random histories', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const some = readModelOf(events);
        const gaps = allGaps(some, {}, {}, { ...NOW, knownSeq: events.length }, 10);
        for (const subjectId of SUBJECTS)
          for (const dutyId of DUTIES)
            for (const validAt of some.assignments(subjectId, dutyId, events.length).length === 0
              ? []
              : CALENDAR) {
              const here = gaps.filter(
                (g) =>
                  g.subjectId === subjectId &&
                  g.dutyId === dutyId &&
                  (g.from ?? '') <= validAt &&
                  validAt < (g.to ?? '9'),
              );
              const expected = gapOf(
                some.responsibility(subjectId, dutyId, { validAt, knownSeq: events.length }),
              );
              expect(here.map((g) => g.kind)).toEqual(expected === undefined ? [] : [expected]);
            }
      }),
      { numRuns: 10 },
    );
  });
});
