import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ClusterFilter, ReadModel, RecordedEnvelope, ResponsibilityView } from '#application';
import type { LocalDate } from '#domain';
import { openReadModel } from './read-model.js';
import { digest } from './rebuild/digest.js';
import { LogBuilder } from './testing/events.js';
import { cluster, placement } from './testing/facts.js';
import { newFile, projectAll } from './testing/files.js';
import { CALENDAR, DUTIES, histories, SUBJECTS } from './testing/histories.js';
import { naiveAnswers, type Essence } from './testing/naive.js';

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

interface Timeline {
  readonly subject: string;
  readonly duty: string;
  readonly knownSeq: number;
}

/** Every duty at states of knowledge spread over the history. */
function timelines(events: number, stride: number): readonly Timeline[] {
  const asked: Timeline[] = [];
  for (let knownSeq = events % stride; knownSeq <= events; knownSeq += stride) {
    for (const subject of SUBJECTS) for (const duty of DUTIES) asked.push({ subject, duty, knownSeq });
  }
  return asked;
}

/** Runs something on a read model of these events. */
function withModel(
  events: readonly RecordedEnvelope[],
  batchSize: number,
  run: (model: ReadModel) => void,
): void {
  const file = newFile();
  projectAll(file, events, batchSize);
  const model = openReadModel({ file });
  try {
    run(model);
  } finally {
    model.close();
  }
}

const batchSizes = fc.integer({ min: 1, max: 50 });

describe('two-clock answers over random histories with corrections', () => {
  it('equal a naive fold of the events, for every duty, day and state of knowledge', () => {
    fc.assert(
      fc.property(histories, batchSizes, fc.integer({ min: 2, max: 7 }), (events, batchSize, stride) => {
        withModel(events, batchSize, (model) => {
          const asked = timelines(events.length, stride);
          const answers = asked.map(({ subject, duty, knownSeq }) =>
            CALENDAR.map((validAt) => essenceOf(model, subject, duty, validAt, knownSeq)),
          );
          const naive = asked.map((t) => naiveAnswers(events, t.subject, t.duty, t.knownSeq, CALENDAR));
          expect(answers).toEqual(naive);
        });
      }),
      { numRuns: 60 },
    );
  });

  it('are the same asked for all duties at once', () => {
    fc.assert(
      fc.property(
        histories,
        batchSizes,
        fc.nat(),
        fc.constantFrom(...CALENDAR),
        (events, size, known, validAt) => {
          withModel(events, size, (model) => {
            const at = { validAt, knownSeq: known % (events.length + 1) };
            for (const subject of SUBJECTS) {
              const all = model.responsibilities(subject, undefined, at);
              expect(all).toEqual(all.map((answer) => model.responsibility(subject, answer.dutyId, at)));
              const recorded = model.assignments(subject, undefined, at.knownSeq);
              expect(new Set(all.map((a) => a.dutyId))).toEqual(new Set(recorded.map((a) => a.dutyId)));
            }
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are those by which clusters are found', () => {
    fc.assert(
      fc.property(histories, fc.nat(), fc.constantFrom(...CALENDAR), (assignments, known, validAt) => {
        const log = new LogBuilder();
        for (const id of SUBJECTS) log.add(`clusters-${id}`, cluster(id, id, [placement(['x@origin'])]));
        for (const event of assignments) log.add(event.stream, event);
        withModel(log.events, 1000, (model) => {
          const at = { validAt, knownSeq: 2 + (known % (assignments.length + 1)) };
          const found = (filter: ClusterFilter) =>
            model.clusters(filter, at, { first: 10 }).rows.map((r) => r.row.id);
          const by = (fits: (answer: ResponsibilityView) => boolean) =>
            SUBJECTS.filter((id) => model.responsibilities(id, undefined, at).some(fits));
          for (const status of ['HELD', 'NO_BASIS', 'VACANT'] as const) {
            expect(found({ status })).toEqual(by((answer) => answer.status === status));
          }
          for (const n of [0, 1, 2, 3]) {
            const holderId = `UBND_XA:${n}@origin`;
            expect(found({ holderId })).toEqual(by((a) => a.holders.some((h) => h.officeId === holderId)));
          }
        });
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
