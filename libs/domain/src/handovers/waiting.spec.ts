import { describe, expect, it } from '@jest/globals';
import {
  after,
  approve,
  CANCEL,
  CHAIRMAN,
  decided,
  following,
  GIVER,
  HANDOVER,
  inventory,
  open,
  propose,
  RECEIVER,
  RESOLVE,
  schedule,
  sign,
  giver,
  receiver,
  witness,
  WAY_TO,
  WITNESS,
} from '../testing/handovers.js';
import type { HandoverRecord } from './evolve.js';
import { HANDOVER_STATES } from './handover.js';
import { tasksOfHandover } from './tasks.js';
import { handoverOn } from './timeline.js';
import { waitsOf } from './waiting.js';

const waits = (record: HandoverRecord) => {
  const handover = handoverOn(record);
  return handover === undefined
    ? []
    : waitsOf(handover).map((w) => [w.step, w.officeId, ...(w.about === undefined ? [] : [w.about])]);
};
const NEXT = {
  DRAFTED: [['INVENTORY', GIVER]],
  INVENTORIED: [['SCHEDULE', GIVER]],
  SCHEDULED: [
    ['SIGN', GIVER],
    ['SIGN', RECEIVER],
    ['SIGN', WITNESS],
  ],
  SIGNED: [
    ['ACCEPT', RECEIVER],
    ['SIGN', WITNESS],
  ],
  ACCEPTED: [],
  ACCEPTED_WITH_RESERVATION: [],
  DISCREPANCY_OPEN: [
    ['RESOLVE', GIVER, 'd1'],
    ['RESOLVE', RECEIVER, 'd1'],
  ],
  RESOLVED: [['ACCEPT', RECEIVER]],
  TEMPORARY: [['ACCEPT', RECEIVER]],
  CORRECTED: [['ACCEPT', RECEIVER]],
  CANCELLED: [],
};

describe('what a handover waits for', () => {
  it.each(HANDOVER_STATES)('where it is %s', (state) => {
    expect(waits(after(...WAY_TO[state]))).toEqual(NEXT[state]);
  });

  it('a decision, where one is proposed', () => {
    const proposed = after(...WAY_TO.DISCREPANCY_OPEN, propose(17, RESOLVE()));
    expect(waits(proposed)).toEqual([['DECIDE', CHAIRMAN, 'p1']]);
    expect(waits(following(proposed, approve(18)))).toEqual([['ACCEPT', RECEIVER]]);
  });

  it('nothing, where it is settled after it was accepted, and a new date where a party had refused to sign', () => {
    expect(waits(after(...WAY_TO.ACCEPTED, open(20), decided(21, RESOLVE())))).toEqual([]);
    const refused = [inventory(5), schedule(6), sign(giver, 15), open(15), decided(17, RESOLVE())];
    expect(waits(after(...refused))).toEqual([['SCHEDULE', GIVER]]);
  });
});

describe('the tasks of a handover', () => {
  const tasks = (record: HandoverRecord) =>
    tasksOfHandover(record).map(({ kind, officeId, since, until, due }) => [
      kind,
      officeId,
      since,
      until,
      due,
    ]);

  it('begin with the list and the day of the minutes, and each party has its own signature', () => {
    const listed = [
      ['HANDOVER_INVENTORY', GIVER, '2025-07-03', '2025-07-05', undefined],
      ['HANDOVER_SCHEDULE', GIVER, '2025-07-05', '2025-07-06', undefined],
    ];
    expect(tasks(after())).toEqual([['HANDOVER_INVENTORY', GIVER, '2025-07-03', undefined, undefined]]);
    const one = after(inventory(5), schedule(6), sign(giver, 10));
    expect(tasks(one)).toEqual([
      ...listed,
      ['HANDOVER_SIGN', GIVER, '2025-07-06', '2025-07-10', '2025-07-15'],
      ['HANDOVER_SIGN', RECEIVER, '2025-07-06', undefined, '2025-07-15'],
      ['HANDOVER_SIGN', WITNESS, '2025-07-06', undefined, '2025-07-15'],
    ]);
  });

  it('say what they rest on, and keep their id while they wait', () => {
    const one = after(inventory(5), schedule(6));
    const later = following(one, schedule(8, 31));
    const id = `handover-sign.${HANDOVER}.${RECEIVER}.2025-07-06`;
    for (const record of [one, later, following(later, sign(receiver, 31))])
      expect(tasksOfHandover(record)).toContainEqual(
        expect.objectContaining({
          taskId: id,
          subjectId: HANDOVER,
          basis: { actId: 'nd-139', article: 'Đ.6', provenance: 'STATED' },
        }),
      );
  });

  it('go to the deciding office with a proposal, and end with its decision or with the handover', () => {
    const proposed = after(...WAY_TO.DISCREPANCY_OPEN, propose(18, RESOLVE()));
    expect(tasks(proposed)).toContainEqual([
      'HANDOVER_RESOLVE',
      RECEIVER,
      '2025-07-16',
      '2025-07-18',
      undefined,
    ]);
    expect(tasks(proposed)).toContainEqual(['HANDOVER_DECIDE', CHAIRMAN, '2025-07-18', undefined, undefined]);
    const done = following(proposed, approve(20));
    expect(tasks(done)).toContainEqual(['HANDOVER_DECIDE', CHAIRMAN, '2025-07-18', '2025-07-20', undefined]);
    const cancelled = following(proposed, decided(21, CANCEL));
    expect(tasksOfHandover(cancelled).filter((task) => task.until === undefined)).toEqual([]);
  });

  it('remember the end of a limited time, its last day', () => {
    expect(tasks(after(...WAY_TO.TEMPORARY, sign(witness, 15))).at(-1)).toEqual([
      'HANDOVER_ACCEPT',
      RECEIVER,
      '2025-07-15',
      undefined,
      '2026-06-30',
    ]);
  });
});
