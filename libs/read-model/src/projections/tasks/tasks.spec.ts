import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReadModel, RecordedEnvelope, TaskView } from '#application/ports';
import type { DomainEvent, Duty, TaskEscalated } from '#domain';
import { digest } from '../../rebuild/digest.js';
import { PROJECTIONS } from '../../schema.js';
import { day, LogBuilder } from '../../testing/events.js';
import { assigned, reassigned } from '../../testing/facts.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { CALENDAR } from '../../testing/histories.js';

const CHAIRMAN = 'CT_UBND_TINH:15@2025-07-01';
const PROVINCE = 'UBND_TINH:15@2025-07-01';
const heldBy = (officeId: string) => ({ holders: [{ officeId, lead: false }] });
const answering = (subjectId: string, dutyId: string, officeId: string): DomainEvent =>
  assigned({ subjectId, dutyId, from: day('2024-05-01'), ...heldBy(officeId) });
const undetermined = (subjectId: string, dutyId: string, from: string): DomainEvent =>
  reassigned({ subjectId, dutyId, from: day(from), status: 'UNDETERMINED', holders: [] });
const coordinated = (subjectId: string) =>
  answering(subjectId, 'transition_coordinate_inflight_matters', CHAIRMAN);

const investorsDuty: DomainEvent = {
  type: 'duty.catalogued',
  data: {
    dutyId: 'ccn_investor_operate',
    group: 'D',
    name: 'Vận hành',
    appliesTo: 'CLUSTER',
    rules: [{ holderLevel: 'CHU_DAU_TU', provenance: 'READ' }],
  } satisfies Duty,
};

function history(): LogBuilder {
  const log = new LogBuilder();
  log.add('duty-ccn_investor_operate', investorsDuty);
  for (const subject of ['c1', 'c2']) log.add(`cluster-${subject}`, coordinated(subject));
  return log;
}

const page = { first: 10 };
const ids = (model: ReadModel, officeId: string, validAt: string, knownSeq: number): readonly string[] =>
  model.tasks.worklist({ officeId }, { validAt: day(validAt), knownSeq }, page).rows.map(({ row }) => row.id);

describe('the worklist of an office', () => {
  it('has what waits on the day as known then', () => {
    const log = history();
    log.add('transition-x', undetermined('c1', 'd1', '2025-07-01'));
    log.add('transition-x', undetermined('c1', 'd2', '2025-07-01'));
    const decided = reassigned({ subjectId: 'c1', dutyId: 'd1', from: day('2025-07-01'), ...heldBy('x') });
    log.add('cluster-c1', decided);
    log.add('cluster-c1', {
      ...decided,
      data: { ...decided.data, dutyId: 'd2', from: day('2025-10-01') },
    } as DomainEvent);
    const model = readModelOf(log.events);
    const place = 'place-undetermined.c1.2025-07-01';
    expect(ids(model, CHAIRMAN, '2025-08-01', 3)).toEqual([]);
    expect(ids(model, CHAIRMAN, '2025-06-30', 4)).toEqual([]);
    expect(ids(model, CHAIRMAN, '2025-08-01', 4)).toEqual([place]);
    expect(ids(model, CHAIRMAN, '2026-08-01', 6)).toEqual([place]);
    expect(ids(model, CHAIRMAN, '2025-09-30', 7)).toEqual([place]);
    expect(ids(model, CHAIRMAN, '2025-10-01', 7)).toEqual([]);
    expect(ids(model, PROVINCE, '2025-08-01', 7)).toEqual([]);
    expect(model.tasks.task(place, { validAt: day('2025-08-01'), knownSeq: 7 })).toMatchObject({
      kind: 'PLACE_UNDETERMINED',
      officeId: CHAIRMAN,
      since: '2025-07-01',
      until: '2025-10-01',
      overdue: false,
    });
  });

  it('comes in pages, each as it was at the clocks asked about', () => {
    const log = history();
    const subjects = Array.from({ length: 25 }, (_, i) => `s${String(i).padStart(2, '0')}`);
    for (const subject of subjects) {
      log.add(`cluster-${subject}`, coordinated(subject));
      log.add(
        `cluster-${subject}`,
        undetermined(subject, 'd1', subject < 's10' ? '2025-07-02' : '2025-07-01'),
      );
    }
    const knownSeq = log.events.length;
    // Later some are settled, as known later, and some end on a day.
    for (const subject of subjects.slice(0, 12)) {
      const from = day(subject < 's06' ? '2025-07-01' : '2025-12-01');
      log.add(`cluster-${subject}`, reassigned({ subjectId: subject, dutyId: 'd1', from, ...heldBy('x') }));
    }
    const model = readModelOf(log.events);
    const walk = (seq: number, validAt: string): readonly TaskView[] => {
      const found: TaskView[] = [];
      for (let after: string | undefined; ;) {
        const asked = { first: 7, ...(after === undefined ? {} : { after }) };
        const got = model.tasks.worklist(
          { officeId: CHAIRMAN },
          { validAt: day(validAt), knownSeq: seq },
          asked,
        );
        found.push(...got.rows.map(({ row }) => row));
        if (!got.hasNext) return found;
        after = got.rows.at(-1)?.key;
      }
    };
    const byStart = [...subjects.slice(10), ...subjects.slice(0, 10)];
    expect(walk(knownSeq, '2025-08-01').map((t) => t.subjectId)).toEqual(byStart);
    const stillOpen = byStart.filter((s) => s >= 's06');
    expect(walk(log.events.length, '2025-08-01').map((t) => t.subjectId)).toEqual(stillOpen);
    expect(walk(log.events.length, '2025-12-01').map((t) => t.subjectId)).toEqual(
      byStart.filter((s) => s >= 's12'),
    );
  });

  it('refuses the cursor of another list', () => {
    const model = readModelOf(history().events);
    const at = { validAt: day('2025-08-01'), knownSeq: 3 };
    expect(() => model.tasks.worklist({ officeId: CHAIRMAN }, at, { first: 1, after: '["x"]' })).toThrow(
      expect.objectContaining({ code: 'INVALID_CURSOR' }),
    );
  });
});

describe('an escalated task', () => {
  const escalated = (taskId: string): DomainEvent => ({
    type: 'task.escalated',
    data: {
      taskId,
      kind: 'PLACE_UNDETERMINED',
      subjectId: 'c1',
      officeId: CHAIRMAN,
      toOfficeId: 'CT_UBND_TINH:99@2025-07-01',
      since: day('2025-07-01'),
      dueOn: day('2025-07-08'),
      overdueSince: day('2025-07-09'),
      effectiveOn: day('2025-07-10'),
      actId: 'nd-139',
      article: 'Đ.22(3)',
      reason: 'test',
      provenance: 'COMPUTED',
      source: 'test',
    } satisfies TaskEscalated,
  });

  it('is in the lists of both from its day on, and leaves both when it is done', () => {
    const id = 'place-undetermined.c1.2025-07-01';
    const log = history();
    log.add('transition-x', undetermined('c1', 'd1', '2025-07-01'));
    log.add(`task-${id}`, escalated(id));
    log.add(
      'cluster-c1',
      reassigned({ subjectId: 'c1', dutyId: 'd1', from: day('2025-09-01'), ...heldBy('x') }),
    );
    const model = readModelOf(log.events);
    const above = 'CT_UBND_TINH:99@2025-07-01';
    expect(ids(model, above, '2025-07-10', 4)).toEqual([]);
    expect(ids(model, above, '2025-07-09', 5)).toEqual([]);
    expect(ids(model, above, '2025-07-10', 5)).toEqual([id]);
    expect(ids(model, above, '2025-08-31', 6)).toEqual([id]);
    expect(ids(model, above, '2025-09-01', 6)).toEqual([]);
    expect(ids(model, CHAIRMAN, '2025-08-31', 6)).toEqual([id]);
    const seen = (validAt: string, knownSeq: number) =>
      model.tasks.task(id, { validAt: day(validAt), knownSeq })?.escalation;
    expect(seen('2025-07-10', 4)).toBeUndefined();
    expect(seen('2025-07-09', 5)).toBeUndefined();
    expect(seen('2025-07-10', 5)).toEqual({ toOfficeId: above, effectiveOn: '2025-07-10', eventSeq: 5 });
  });
});

describe('the rows', () => {
  it('are written last: they follow from the states that the other projections have written', () => {
    expect(PROJECTIONS.at(-1)?.name).toBe('tasks');
  });

  const events = fc
    .array(
      fc.record({
        subject: fc.constantFrom('c1', 'c2'),
        duty: fc.constantFrom('d1', 'd2', 'transition_coordinate_inflight_matters'),
        status: fc.constantFrom('HELD' as const, 'UNDETERMINED' as const),
        from: fc.integer({ min: 0, max: CALENDAR.length - 1 }),
      }),
      { maxLength: 30 },
    )
    .map((steps) => {
      const log = history();
      for (const { subject, duty, status, from } of steps) {
        const holders = status === 'HELD' ? [{ officeId: CHAIRMAN, lead: false }] : [];
        const over = { subjectId: subject, dutyId: duty, status, from: CALENDAR[from]!, holders };
        log.add(`cluster-${subject}`, reassigned(over));
      }
      return log.events;
    });
  const projected = (recorded: readonly RecordedEnvelope[], batchSize: number): string => {
    const file = newFile();
    projectAll(file, recorded, batchSize);
    return digest({ file }).digest;
  };

  it('are the same however many events come at a time', () => {
    fc.assert(
      fc.property(events, fc.integer({ min: 1, max: 5 }), (recorded, batchSize) => {
        expect(projected(recorded, batchSize)).toBe(projected(recorded, 1000));
      }),
      { numRuns: 15 },
    );
  });
});
