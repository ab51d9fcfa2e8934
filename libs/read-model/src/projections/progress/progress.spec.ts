import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clocks, ProgressRow, ReadModel, RecordedEnvelope } from '#application';
import { addDays, HANDOVER_STATES, RESPONSIBILITY_STATUSES, type Instant } from '#domain';
import { openReadModel } from '../../read-model.js';
import { day, LogBuilder } from '../../testing/events.js';
import {
  abolished,
  act,
  assigned,
  cluster,
  duty,
  established,
  listed,
  placement,
  reassigned,
  succeeded,
} from '../../testing/facts.js';
import { handoverUpTo } from '../../testing/handovers.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { CALENDAR, histories, SUBJECTS } from '../../testing/histories.js';

/** Recorded over several days of Vietnam, some by clocks that are behind. */
function overDays(events: readonly RecordedEnvelope[]): readonly RecordedEnvelope[] {
  return events.map((event, i) => {
    const hours = i * 5 - (i % 4 === 3 ? 30 : 0);
    const recordedAt = new Date(Date.UTC(2026, 0, 5) + hours * 3_600_000).toISOString() as Instant;
    return { ...event, metadata: { ...event.metadata, recordedAt } };
  });
}

/** The counts by the definition: every answer counted by itself. */
function counted(model: ReadModel, at: Clocks): Record<string, number> {
  const answers = SUBJECTS.flatMap((subject) => model.responsibilities(subject, undefined, at));
  return Object.fromEntries(
    RESPONSIBILITY_STATUSES.map((s) => [s, answers.filter(({ status }) => status === s).length]),
  );
}

const NOTHING = Object.fromEntries(RESPONSIBILITY_STATUSES.map((s) => [s, 0]));

describe('progress', () => {
  it('counts what the answers say, on every day and at every state of knowledge', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 50 }), (history, batchSize) => {
        const events = overDays(history);
        const file = newFile();
        projectAll(file, events, batchSize);
        const model = openReadModel({ file });
        try {
          for (let knownSeq = 4; knownSeq <= events.length; knownSeq += 1) {
            for (const validAt of CALENDAR.filter((_, i) => i % 5 === knownSeq % 5)) {
              const at = { validAt, knownSeq };
              const [row] = model.progress.progress([], {}, at);
              expect({ at, statuses: row?.statuses ?? NOTHING }).toEqual({
                at,
                statuses: counted(model, at),
              });
            }
          }
        } finally {
          model.close();
        }
      }),
      { numRuns: 15 },
    );
  });

  it('counts on from what it keeps in memory, as days of record end while it is open', () => {
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 6 }), (history, step) => {
        const events = overDays(history);
        const file = newFile();
        projectAll(file, events.slice(0, 4));
        const model = openReadModel({ file });
        try {
          for (let seq = 4; seq < events.length; seq += step) {
            projectAll(file, events.slice(seq, seq + step));
            const at = {
              validAt: CALENDAR[seq % CALENDAR.length] ?? day('2025-07-01'),
              knownSeq: Math.min(seq + step, events.length),
            };
            const [row] = model.progress.progress([], {}, at);
            expect(row?.statuses ?? NOTHING).toEqual(counted(model, at));
          }
        } finally {
          model.close();
        }
      }),
      { numRuns: 10 },
    );
  });

  const log = new LogBuilder();
  log.add('act-nd-32', act('nd-32'));
  log.add('duty-d1', duty('d1'));
  for (const [id, name] of [
    ['48@origin', 'Đà Nẵng'],
    ['49@origin', 'Quảng Nam'],
  ] as const)
    log.add('b', listed(id, name, { level: 'PROVINCE', kind: 'TINH' }));
  log.add('b', listed('49.x@origin', 'X', { level: 'DISTRICT', kind: 'HUYEN', parentId: '49@origin' }));
  log.add('b', listed('1@origin', 'Một', { parentId: '49.x@origin' }));
  log.add('cluster-c1', cluster('c1', 'C1', [placement(['1@origin'])]));
  log.add('cluster-c2', cluster('c2', 'C2', [placement(['48@origin'], { precision: 'PROVINCE' })]));
  log.add('cluster-c1', assigned({ subjectId: 'c1', to: day('2025-07-01') }));
  log.add('cluster-c2', assigned({ subjectId: 'c2' }));
  log.add('n', established('48@2025-07-01', 'Đà Nẵng', '2025-07-01', { level: 'PROVINCE', kind: 'TINH' }));
  for (const id of ['48@origin', '49@origin']) {
    log.add('n', succeeded(id, '48@2025-07-01'));
    log.add('n', abolished(id, '2025-07-01'));
  }
  log.add('n', abolished('49.x@origin', '2025-07-01'));
  log.add('n', succeeded('49.x@origin', '48@2025-07-01'));
  log.add('t', reassigned({ subjectId: 'c1', from: day('2025-07-01'), status: 'UNDETERMINED', holders: [] }));
  const model = readModelOf(log.events);
  const at = (validAt: string): Clocks => ({ validAt: day(validAt), knownSeq: log.events.length });
  const short = ({ statuses, handovers: _handovers, overdue: _overdue, ...row }: ProgressRow) => ({
    ...row,
    statuses: Object.fromEntries(Object.entries(statuses).filter(([, n]) => n > 0)),
  });

  it('tells provinces apart as they are on the day, and districts as they were', () => {
    const rows = (validAt: string) =>
      model.progress.progress(['PROVINCE', 'DISTRICT'], {}, at(validAt)).map(short);
    expect(rows('2025-06-30')).toEqual([
      { provinceId: '48@origin', statuses: { HELD: 1 }, assigned: 1 },
      { provinceId: '49@origin', districtId: '49.x@origin', statuses: { HELD: 1 }, assigned: 1 },
    ]);
    expect(rows('2025-07-01')).toEqual([
      { provinceId: '48@2025-07-01', districtId: '49.x@origin', statuses: { UNDETERMINED: 1 }, assigned: 1 },
      { provinceId: '48@2025-07-01', statuses: { HELD: 1 }, assigned: 1 },
    ]);
  });

  it('counts only what it is asked for', () => {
    const ask = (filter: object) =>
      model.progress.progress(['DUTY_GROUP'], filter, at('2025-07-01')).map(short);
    expect(ask({ provinceId: '48@2025-07-01' })).toEqual([
      { dutyGroup: 'A', statuses: { HELD: 1, UNDETERMINED: 1 }, assigned: 2 },
    ]);
    expect(ask({ districtId: '49.x@origin' })).toEqual([
      { dutyGroup: 'A', statuses: { UNDETERMINED: 1 }, assigned: 1 },
    ]);
    expect(ask({ dutyGroup: 'B' })).toEqual([]);
  });

  it('counts handovers in the state that each has on the day, as known', () => {
    const handedOver = new LogBuilder();
    handedOver.add('act-nd-32', act('nd-32'));
    for (const [id, state] of [
      ['a', 'SCHEDULED'],
      ['b', 'RESOLVED'],
      ['c', 'RESOLVED'],
    ] as const)
      for (const event of handoverUpTo(state, id)) handedOver.add(`handover-${id}`, event);
    const readModel = readModelOf(handedOver.events);
    const states = new Set<string>();
    for (let knownSeq = 1; knownSeq <= handedOver.events.length; knownSeq += 1) {
      for (let n = 0; n < 60; n += 3) {
        const clocks = { validAt: addDays(day('2025-07-01'), n), knownSeq };
        const [row] = readModel.progress.progress([], {}, clocks);
        for (const state of HANDOVER_STATES) {
          const { rows } = readModel.handovers.handovers({ state }, clocks, { first: 10 });
          if (rows.length > 0) states.add(state);
          expect({ clocks, state, count: row?.handovers[state] ?? 0 }).toEqual({
            clocks,
            state,
            count: rows.length,
          });
        }
      }
    }
    expect(states.size).toBeGreaterThan(3);
  });
});
