import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ChangedAnswer, DiffRequest, PageRequest, ReadModel, RecordedEnvelope } from '#application';
import { answersOver, applyDiff, tileFrom, type LocalDate } from '#domain';
import { openReadModel } from '../../read-model.js';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, corrected, established, placement } from '../../testing/facts.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { CALENDAR, DUTIES, histories, SUBJECTS } from '../../testing/histories.js';
import { naiveAnswers } from '../../testing/naive.js';

/** All changes, read in pages of a size. */
function allChanges(model: ReadModel, request: DiffRequest, first = 100): readonly ChangedAnswer[] {
  const found: ChangedAnswer[] = [];
  let page: PageRequest = { first };
  for (;;) {
    const { rows, hasNext } = model.knowledge.diff(request, page);
    found.push(...rows.map(({ row }) => row));
    const last = rows.at(-1);
    if (!hasNext || last === undefined) return found;
    page = { first, after: last.key };
  }
}

const asked = (subjectId: string, knownFrom: number, knownTo: number): DiffRequest => ({
  scope: { subjectId },
  days: {},
  placedOn: day('2025-06-01'),
  knownFrom,
  knownTo,
});

function withModel(events: readonly RecordedEnvelope[], run: (model: ReadModel) => void): void {
  const file = newFile();
  projectAll(file, events, 7);
  const model = openReadModel({ file });
  try {
    run(model);
  } finally {
    model.close();
  }
}

const points = (one: number, another: number, events: number) =>
  [one, another].map((n) => n % (events + 1)).sort((a, b) => a - b) as [number, number];
const isOn = ({ from, to }: ChangedAnswer, on: LocalDate) =>
  (from === undefined || from <= on) && (to === undefined || on < to);

describe('the difference between two points of record time, over random histories', () => {
  it('is where the definition by single days gives another answer, and gives both', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (events, one, another) => {
        const [from, to] = points(one, another, events.length);
        withModel(events, (model) => {
          for (const subject of SUBJECTS) {
            const changes = allChanges(model, asked(subject, from, to), 3);
            for (const duty of DUTIES) {
              const [before, after] = [from, to].map((seq) =>
                naiveAnswers(events, subject, duty, seq, CALENDAR),
              );
              for (const [i, on] of CALENDAR.entries()) {
                const found = changes.filter((c) => c.dutyId === duty && isOn(c, on));
                const [was, is] = [before?.[i], after?.[i]].map((e) => [e?.status, e?.holders, e?.decidedBy]);
                expect(found).toHaveLength(JSON.stringify(was) === JSON.stringify(is) ? 0 : 1);
                for (const c of found) {
                  expect([c.before.status, c.before.holders, c.before.decidedBySeqs]).toEqual(was);
                  expect([c.after.status, c.after.holders, c.after.decidedBySeqs]).toEqual(is);
                }
              }
            }
          }
        });
      }),
      { numRuns: 25 },
    );
  });

  it('makes the later state of the earlier one', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat(), (events, one, another) => {
        const [from, to] = points(one, another, events.length);
        const log = events.map((event, i) => ({ seq: i + 1, eventId: event.eventId, event }));
        withModel(events, (model) => {
          for (const subject of SUBJECTS) {
            const changes = allChanges(model, asked(subject, from, to));
            for (const duty of DUTIES) {
              const [earlier, later] = [from, to].map((seq) =>
                model.knowledge.answersOver(subject, duty, seq),
              );
              if (earlier === undefined || later === undefined) throw new Error('There are two.');
              expect(later).toEqual(answersOver(log, subject, duty, to));
              const listed = changes
                .filter((c) => c.dutyId === duty)
                .map(({ from: first, to: end, changedBySeqs, aspects }) => ({
                  ...(first === undefined ? {} : { from: first }),
                  ...(end === undefined ? {} : { to: end }),
                  aspects,
                  changedBy: changedBySeqs,
                  before: tileFrom(earlier, first).answer,
                  after: tileFrom(later, first).answer,
                }));
              expect(applyDiff(earlier, listed)).toEqual(later);
            }
          }
        });
      }),
      { numRuns: 25 },
    );
  });
});

const COMMUNE = '1@origin';
const PROVINCE = '01@origin';
const log = new LogBuilder();
log.add('boundary-x', established(PROVINCE, 'Tỉnh A', '2000-01-01', { level: 'PROVINCE', kind: 'TINH' })); // 1
log.add('boundary-x', established(COMMUNE, 'Xã A', '2000-01-01', { parentId: PROVINCE })); // 2
log.add('boundary-x', established('2@origin', 'Xã B', '2000-01-01')); // 3
log.add('act-nd-32', act('nd-32', { inForceFrom: day('2024-05-01') })); // 4
for (const id of ['a', 'b', 'z'])
  log.add(`cluster-${id}`, cluster(id, id, [placement([id === 'z' ? '2@origin' : COMMUNE])])); // 5 6 7
for (const id of ['a', 'b', 'z']) log.add(`cluster-${id}`, assigned({ subjectId: id })); // 8 9 10
const wrong = log.events[7]?.eventId ?? '';
const other = { subjectId: 'a', holders: [{ officeId: 'UBND_XA:1@origin', lead: false }] };
log.add('cluster-a', corrected(wrong, { ...other, from: day('2025-07-01'), to: day('2025-10-01') })); // 11
log.add('act-nd-32', {
  type: 'act.ended',
  data: {
    actId: 'nd-32',
    endsOn: day('2026-01-01'),
    manner: 'REPEALED',
    byActId: 'luat-1',
    reason: 'Repealed.',
  },
}); // 12

describe('the difference of a province', () => {
  const model = readModelOf(log.events);
  const inProvince = (knownFrom: number, knownTo: number, more: Partial<DiffRequest> = {}) =>
    allChanges(model, {
      scope: { unitId: PROVINCE },
      days: {},
      placedOn: day('2025-08-01'),
      knownFrom,
      knownTo,
      ...more,
    });
  const spans = (changes: readonly ChangedAnswer[]) =>
    changes.map(({ subjectId, from, to, before, after, changedBySeqs }) => [
      subjectId,
      from,
      to,
      before.status,
      after.status,
      changedBySeqs,
    ]);

  it('has the subjects that an act changed by one event, and none that lies elsewhere', () => {
    expect(spans(inProvince(11, 12))).toEqual([
      ['a', '2026-01-01', undefined, 'HELD', 'NO_BASIS', [12]],
      ['b', '2026-01-01', undefined, 'HELD', 'NO_BASIS', [12]],
    ]);
    expect(spans(inProvince(11, 12, { scope: { subjectId: 'z' } }))).toHaveLength(1);
  });

  it('has what was believed and what is known since a correction (H14)', () => {
    const [change, ...more] = inProvince(10, 11);
    expect(more).toEqual([]);
    expect(change?.before.holders).toEqual([{ officeId: 'UBND_HUYEN:01.soc-son@origin', lead: false }]);
    expect(change?.after.holders).toEqual(other.holders);
    expect([change?.from, change?.to, change?.aspects]).toEqual([
      '2025-07-01',
      '2025-10-01',
      ['HOLDERS', 'MANNER', 'GROUNDS'],
    ]);
    expect(change?.after).toEqual(
      model.responsibility('a', 'd1', { validAt: day('2025-08-01'), knownSeq: 11 }),
    );
  });

  it('is cut to the days and the duties asked about', () => {
    const days = { from: day('2025-09-01'), to: day('2025-09-02') };
    expect(spans(inProvince(10, 12, { days }))).toEqual([
      ['a', '2025-09-01', '2025-09-02', 'HELD', 'HELD', [11]],
    ]);
    expect(inProvince(10, 12, { dutyIds: ['d2'] })).toEqual([]);
  });

  it('is nothing between a point and itself, or back in time', () => {
    expect(inProvince(12, 12)).toEqual([]);
    expect(inProvince(12, 10)).toEqual([]);
  });

  it('refuses a key of another list', () => {
    const request = asked('a', 1, 12);
    expect(() => model.knowledge.diff(request, { first: 1, after: '["a"]' })).toThrow(/does not belong/);
  });

  it('finds the event at a position, or the last before it', () => {
    expect([0, 6, 7, 13, 14, 500].map((p) => model.knowledge.seqAt(String(p)))).toEqual([0, 0, 1, 1, 2, 12]);
    expect(() => model.knowledge.seqAt('x')).toThrow(/not a position/);
  });
});
