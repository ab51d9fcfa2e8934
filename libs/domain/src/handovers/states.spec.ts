import { describe, expect, it } from '@jest/globals';
import {
  acceptIt,
  after,
  decided,
  following,
  giver,
  inventory,
  open,
  receiver,
  RESOLVE,
  schedule,
  sign,
  take,
  WAY_TO,
} from '../testing/handovers.js';
import { refusalOf } from '../testing/register.js';
import { HANDOVER_STATES, HANDOVER_STEPS, type HandoverState, type HandoverStep } from './handover.js';
import { handoverOn, statesOf } from './timeline.js';

/** From, step, to: written out, so that a change of the table has to be a change here. */
const ALLOWED: readonly (readonly [HandoverState, HandoverStep, HandoverState])[] = [
  ['DRAFTED', 'INVENTORY', 'INVENTORIED'],
  ['DRAFTED', 'CANCEL', 'CANCELLED'],
  ['DRAFTED', 'ATTACH', 'DRAFTED'],
  ['INVENTORIED', 'INVENTORY', 'INVENTORIED'],
  ['INVENTORIED', 'SCHEDULE', 'SCHEDULED'],
  ['INVENTORIED', 'CANCEL', 'CANCELLED'],
  ['INVENTORIED', 'ATTACH', 'INVENTORIED'],
  ['SCHEDULED', 'SCHEDULE', 'SCHEDULED'],
  ['SCHEDULED', 'SIGN', 'SCHEDULED'],
  ['SCHEDULED', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['SCHEDULED', 'CANCEL', 'CANCELLED'],
  ['SCHEDULED', 'ATTACH', 'SCHEDULED'],
  ['SIGNED', 'SIGN', 'SIGNED'],
  ['SIGNED', 'ACCEPT', 'ACCEPTED'],
  ['SIGNED', 'ACCEPT_WITH_RESERVATION', 'ACCEPTED_WITH_RESERVATION'],
  ['SIGNED', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['SIGNED', 'MAKE_TEMPORARY', 'TEMPORARY'],
  ['SIGNED', 'CORRECT', 'CORRECTED'],
  ['SIGNED', 'CANCEL', 'CANCELLED'],
  ['SIGNED', 'ATTACH', 'SIGNED'],
  ['ACCEPTED', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['ACCEPTED', 'CORRECT', 'CORRECTED'],
  ['ACCEPTED', 'CANCEL', 'CANCELLED'],
  ['ACCEPTED', 'ATTACH', 'ACCEPTED'],
  ['ACCEPTED_WITH_RESERVATION', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['ACCEPTED_WITH_RESERVATION', 'CORRECT', 'CORRECTED'],
  ['ACCEPTED_WITH_RESERVATION', 'CANCEL', 'CANCELLED'],
  ['ACCEPTED_WITH_RESERVATION', 'ATTACH', 'ACCEPTED_WITH_RESERVATION'],
  ['DISCREPANCY_OPEN', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['DISCREPANCY_OPEN', 'RESOLVE_DISCREPANCY', 'RESOLVED'],
  ['DISCREPANCY_OPEN', 'CANCEL', 'CANCELLED'],
  ['DISCREPANCY_OPEN', 'ATTACH', 'DISCREPANCY_OPEN'],
  ['RESOLVED', 'ACCEPT', 'ACCEPTED'],
  ['RESOLVED', 'ACCEPT_WITH_RESERVATION', 'ACCEPTED_WITH_RESERVATION'],
  ['RESOLVED', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['RESOLVED', 'CORRECT', 'CORRECTED'],
  ['RESOLVED', 'CANCEL', 'CANCELLED'],
  ['RESOLVED', 'ATTACH', 'RESOLVED'],
  ['TEMPORARY', 'ACCEPT', 'ACCEPTED'],
  ['TEMPORARY', 'ACCEPT_WITH_RESERVATION', 'ACCEPTED_WITH_RESERVATION'],
  ['TEMPORARY', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['TEMPORARY', 'MAKE_TEMPORARY', 'TEMPORARY'],
  ['TEMPORARY', 'CORRECT', 'CORRECTED'],
  ['TEMPORARY', 'CANCEL', 'CANCELLED'],
  ['TEMPORARY', 'ATTACH', 'TEMPORARY'],
  ['CORRECTED', 'ACCEPT', 'ACCEPTED'],
  ['CORRECTED', 'ACCEPT_WITH_RESERVATION', 'ACCEPTED_WITH_RESERVATION'],
  ['CORRECTED', 'OPEN_DISCREPANCY', 'DISCREPANCY_OPEN'],
  ['CORRECTED', 'CORRECT', 'CORRECTED'],
  ['CORRECTED', 'CANCEL', 'CANCELLED'],
  ['CORRECTED', 'ATTACH', 'CORRECTED'],
];
const OTHERS = HANDOVER_STATES.flatMap((state) =>
  HANDOVER_STEPS.filter((step) => !ALLOWED.some(([from, by]) => from === state && by === step)).map(
    (step) => [state, step] as const,
  ),
);
const LATER = 20;

describe('a handover', () => {
  it.each(HANDOVER_STATES)('can be brought to %s', (state) => {
    expect(handoverOn(after(...WAY_TO[state]))?.state).toBe(state);
  });

  it.each(ALLOWED)('that is %s goes by %s to %s', (from, step, to) => {
    const before = after(...WAY_TO[from]);
    const now = following(before, take(step, LATER));
    expect(handoverOn(now)?.state).toBe(to);
    if (from !== to) expect(statesOf(now).at(-1)).toEqual({ state: to, since: '2025-07-20' });
  });

  it.each(OTHERS)('that is %s refuses %s', (from, step) => {
    const refusal = refusalOf(take(step, LATER)(after(...WAY_TO[from])));
    expect(refusal).toMatchObject({ code: 'INVALID_STEP', remedy: expect.stringMatching(/\w.*\.$/) });
  });

  it('is signed by the second of the two, in either order, on the later of the two days', () => {
    for (const [first, second] of [
      [giver, receiver],
      [receiver, giver],
    ] as const) {
      const one = after(inventory(5), schedule(6), sign(first, 15));
      expect(handoverOn(one)).toMatchObject({ state: 'SCHEDULED', since: '2025-07-06' });
      const both = following(one, sign(second, 12));
      expect(handoverOn(both)).toMatchObject({ state: 'SIGNED', since: '2025-07-15' });
    }
  });

  it('stays open until the last discrepancy is resolved', () => {
    const two = after(...WAY_TO.SIGNED, open(16), open(16));
    const one = following(two, decided(17, RESOLVE('d1')));
    expect(handoverOn(one)?.state).toBe('DISCREPANCY_OPEN');
    expect(handoverOn(following(one, decided(18, RESOLVE('d2'))))?.state).toBe('RESOLVED');
  });

  it('that a party refused to sign is scheduled anew once that is resolved, and not accepted before both signed', () => {
    const refused = after(inventory(5), schedule(6), sign(giver, 15), open(15), decided(17, RESOLVE()));
    expect(refusalOf(acceptIt(18)(refused)).code).toBe('INVALID_STEP');
    const again = following(refused, schedule(18, 25));
    expect(handoverOn(again)).toMatchObject({ state: 'SCHEDULED', scheduledFor: '2025-07-25' });
    expect(handoverOn(following(again, sign(receiver, 25)))?.state).toBe('SIGNED');
  });

  it('that both signed is not scheduled again', () => {
    expect(refusalOf(schedule(20, 31)(after(...WAY_TO.RESOLVED))).code).toBe('INVALID_STEP');
  });

  it('is accepted for good after it was temporary, which then has no end any more', () => {
    const temporary = after(...WAY_TO.TEMPORARY);
    expect(handoverOn(temporary)?.temporaryUntil).toBe('2026-07-01');
    expect(handoverOn(following(temporary, acceptIt(20)))).not.toHaveProperty('temporaryUntil');
  });
});
