import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReadModel } from '#application';
import type { LocalDate } from '#domain';
import { openReadModel } from './read-model.js';
import { digest } from './rebuild/digest.js';
import { newFile, projectAll } from './testing/files.js';
import { CALENDAR, DUTIES, histories, SUBJECTS } from './testing/histories.js';
import { naiveAnswer, type Essence } from './testing/naive.js';

function essenceOf(
  model: ReadModel,
  subject: string,
  duty: string,
  validAt: LocalDate,
  knownSeq: number,
): Essence {
  const { status, holders, since, until, decidedBySeqs } = model.responsibility(subject, duty, {
    validAt,
    knownSeq,
  });
  return {
    status,
    holders,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    decidedBy: decidedBySeqs,
  };
}

describe('two-clock answers over random histories with corrections', () => {
  it('equal a naive fold of the events, for every duty, day and state of knowledge', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 7 }),
        (events, batch, stride) => {
          const file = newFile();
          projectAll(file, events, batch);
          const model = openReadModel({ file });
          try {
            for (let knownSeq = 0; knownSeq <= events.length; knownSeq += stride) {
              for (const subject of SUBJECTS) {
                for (const duty of DUTIES) {
                  for (let i = knownSeq % 3; i < CALENDAR.length; i += 3) {
                    const validAt = CALENDAR[i] as LocalDate;
                    const naive = naiveAnswer(events, subject, duty, { validAt, knownSeq }, CALENDAR);
                    expect(essenceOf(model, subject, duty, validAt, knownSeq)).toEqual(naive);
                  }
                }
              }
            }
          } finally {
            model.close();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('do not change when they are asked for all duties at once, or by a search', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.nat({ max: CALENDAR.length - 1 }), (events, known, dayIndex) => {
        const file = newFile();
        projectAll(file, events);
        const model = openReadModel({ file });
        const at = { validAt: CALENDAR[dayIndex] as LocalDate, knownSeq: known % (events.length + 1) };
        try {
          for (const subject of SUBJECTS) {
            const all = model.responsibilities(subject, undefined, at);
            expect(all).toEqual(all.map((answer) => model.responsibility(subject, answer.dutyId, at)));
            const everAssigned = new Set(
              model.assignments(subject, undefined, at.knownSeq).map((a) => a.dutyId),
            );
            expect(new Set(all.map((answer) => answer.dutyId))).toEqual(everAssigned);
          }
        } finally {
          model.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the digest', () => {
  it('is the same in whatever batches the log was projected', () => {
    fc.assert(
      fc.property(
        histories,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (events, one, other) => {
          const [a, b] = [newFile(), newFile()];
          projectAll(a, events, one);
          projectAll(b, events, other);
          expect(digest({ file: a })).toEqual(digest({ file: b }));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('differs where one word of one event does', () => {
    const [events] = fc.sample(histories, { numRuns: 1, seed: 7 });
    const [first, ...rest] = events ?? [];
    if (first?.type !== 'act.registered') throw new Error('A history begins with an act.');
    const [a, b] = [newFile(), newFile()];
    projectAll(a, [first, ...rest]);
    projectAll(b, [{ ...first, data: { ...first.data, source: 'another' } }, ...rest]);
    expect(digest({ file: a }).digest).not.toBe(digest({ file: b }).digest);
  });

  it('does not depend on the positions that a store gives', () => {
    const [events] = fc.sample(histories, { numRuns: 1, seed: 7 });
    const [a, b] = [newFile(), newFile()];
    projectAll(a, events ?? []);
    projectAll(
      b,
      (events ?? []).map((e) => ({ ...e, position: `1${e.position.padStart(20, '0')}` })),
    );
    expect(digest({ file: a })).toEqual(digest({ file: b }));
  });
});
