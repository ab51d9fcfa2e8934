import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { after, following, take } from '../testing/handovers.js';
import type { HandoverRecord } from './evolve.js';
import { HANDOVER_STEPS, HANDOVER_TRANSITIONS } from './handover.js';
import { tasksOfHandover } from './tasks.js';
import { firstRefused, handoverOn, statesOf } from './timeline.js';

const RUNS = { numRuns: 60 };

/** Any steps on any days, the refused ones left out. */
const histories = fc
  .array(fc.tuple(fc.constantFrom(...HANDOVER_STEPS), fc.integer({ min: 3, max: 31 })), { maxLength: 16 })
  .map((steps) =>
    steps.reduce<HandoverRecord>((record, [step, n]) => {
      const decision = take(step, n)(record);
      return decision.ok ? following(record, () => decision) : record;
    }, after()),
  );

describe('any history of a handover', () => {
  it('has allowed steps only, on every day and in whatever order they were recorded', () => {
    fc.assert(
      fc.property(histories, (record) => {
        expect(firstRefused(record)).toBeUndefined();
        const states = statesOf(record);
        for (const [i, { state }] of states.slice(1).entries()) {
          const from = states[i]?.state ?? 'DRAFTED';
          expect(Object.values(HANDOVER_TRANSITIONS[from]).flat()).toContain(state);
        }
        const last = states.at(-1);
        expect(handoverOn(record)).toMatchObject({ ...last });
        expect(last === undefined ? last : handoverOn(record, last.since)?.since).toBe(last?.since);
      }),
      RUNS,
    );
  });

  it('never has one task twice, nor one that ends before it begins', () => {
    fc.assert(
      fc.property(histories, (record) => {
        const tasks = tasksOfHandover(record);
        expect(new Set(tasks.map((t) => t.taskId)).size).toBe(tasks.length);
        for (const { since, until } of tasks) if (until !== undefined) expect(until > since).toBe(true);
      }),
      RUNS,
    );
  });

  it('never has one actor propose and approve, or draw the list up and sign it', () => {
    fc.assert(
      fc.property(histories, (record) => {
        for (const { data } of record.facts)
          if ('approvedBy' in data) expect(data.approvedBy?.actorId).not.toBe(data.proposedBy.actorId);
        const handover = handoverOn(record);
        for (const { by } of handover?.signatures ?? []) expect(handover?.listedBy).not.toContain(by.actorId);
      }),
      RUNS,
    );
  });
});
