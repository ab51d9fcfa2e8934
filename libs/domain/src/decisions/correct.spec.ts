import { describe, expect, it } from '@jest/globals';
import { XUAN_HOA } from '../testing/clusters.js';
import { day, MANAGE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideCorrectReassignment, type CorrectReassignment } from './correct.js';
import { decideReassign } from './reassign.js';

const ID = 'xuan-hoa-tho-hai';
const RIGHT = [{ officeId: 'UBND_TINH:38@origin', lead: false }];

/** Xuân Hòa – Thọ Hải after a decision of 2025-10-01 that turns out to be wrong. */
function given(to?: string): { register: TestRegister; input: CorrectReassignment } {
  const register = new TestRegister().add(XUAN_HOA.registration);
  const wrong = decideReassign(
    {
      subjectId: ID,
      dutyId: MANAGE,
      holders: [{ officeId: 'SO_CONG_THUONG:38@origin', lead: false }],
      from: day('2025-10-01'),
      ...(to === undefined ? {} : { to: day(to) }),
      actId: 'undated',
      reason: 'A wrong reading.',
    },
    register,
  );
  const eventId = register.nextEventId;
  register.record(eventsOf(wrong));
  return { register, input: { eventId, holders: RIGHT, actId: 'qd-1637', reason: 'Read again.' } };
}
const decide = ({ register, input }: ReturnType<typeof given>, more: Partial<CorrectReassignment> = {}) =>
  decideCorrectReassignment(
    { ...input, ...more },
    register.assignmentOf(more.eventId ?? input.eventId),
    register,
  );
const holder = (register: TestRegister, on: string) => register.on(ID, MANAGE, on)?.holders[0]?.officeId;

describe('a correction', () => {
  it('has effect in the past under a younger act and keeps what the duty rested on', () => {
    const now = given();
    const events = eventsOf(decide(now));
    expect(events).toEqual([
      {
        type: 'responsibility.corrected',
        data: {
          subjectId: ID,
          dutyId: MANAGE,
          from: '2025-10-01',
          status: 'HELD',
          holders: RIGHT,
          candidates: [],
          basis: { actId: 'undated', provenance: 'STATED' },
          manner: 'CORRECTION',
          explanation: 'Corrected: Read again.',
          corrects: now.input.eventId,
          actId: 'qd-1637',
          reason: 'Read again.',
        },
      },
    ]);
    now.register.record(events);
    expect(holder(now.register, '2025-09-30')).toBe('UBND_XA:15520@2025-07-01');
    expect(holder(now.register, '2025-10-01')).toBe('UBND_TINH:38@origin');
  });

  it('may concern a part of the days, under a basis of its own', () => {
    const now = given();
    const more = { from: day('2025-11-01'), to: day('2026-01-01'), basisActId: 'nd-139', article: 'Đ.6' };
    const events = eventsOf(decide(now, more));
    expect(events[0]?.data).toMatchObject({ basis: { actId: 'nd-139', article: 'Đ.6' } });
    now.register.record(events);
    expect(
      ['2025-10-31', '2025-11-01', '2025-12-31', '2026-01-01'].map((on) => holder(now.register, on)),
    ).toEqual([
      'SO_CONG_THUONG:38@origin',
      'UBND_TINH:38@origin',
      'UBND_TINH:38@origin',
      'SO_CONG_THUONG:38@origin',
    ]);
  });

  it('leaves their days to decisions that were made since', () => {
    const now = given();
    const since = decideReassign(
      {
        subjectId: ID,
        dutyId: MANAGE,
        holders: [{ officeId: 'CT_UBND_TINH:38@origin', lead: false }],
        from: day('2025-11-01'),
        to: day('2026-01-01'),
        actId: 'undated',
        reason: 'For two months.',
      },
      now.register,
    );
    now.register.record(eventsOf(since));
    const events = eventsOf(decide(now));
    expect(events.map((e) => [e.data.from, e.data.to])).toEqual([
      ['2025-10-01', '2025-11-01'],
      ['2026-01-01', undefined],
    ]);
    now.register.record(events);
    expect(holder(now.register, '2025-12-31')).toBe('CT_UBND_TINH:38@origin');
  });

  it('can itself be corrected', () => {
    const now = given();
    const eventId = now.register.nextEventId;
    now.register.record(eventsOf(decide(now)));
    const again = eventsOf(
      decide(now, { eventId, holders: [{ officeId: 'UBND_XA:15520@2025-07-01', lead: false }] }),
    );
    expect(again[0]?.data).toMatchObject({ corrects: eventId, from: '2025-10-01' });
  });
});

describe('a correction is refused', () => {
  it.each<[string, string, string, Partial<CorrectReassignment>]>([
    ['UNKNOWN_EVENT', 'eventId', 'event-999', { eventId: 'event-999' }],
    ['REASON_REQUIRED', 'reason', '', { reason: ' ' }],
    ['INVALID_INTERVAL', 'from', '2025-09-30', { from: day('2025-09-30') }],
    ['INVALID_INTERVAL', 'from', '2026-06-01', { from: day('2026-06-01') }],
    ['INVALID_INTERVAL', 'to', '2026-06-02', { to: day('2026-06-02') }],
    ['INVALID_INTERVAL', 'to', '2025-11-01', { from: day('2025-11-01'), to: day('2025-11-01') }],
    ['INVALID_INPUT', 'holders', '', { holders: [] }],
    [
      'UNKNOWN_OFFICE',
      'holders',
      'UBND_XA:15517@origin',
      { holders: [{ officeId: 'UBND_XA:15517@origin', lead: false }] },
    ],
    ['UNKNOWN_ACT', 'actId', 'nowhere', { actId: 'nowhere' }],
    ['UNKNOWN_ACT', 'basisActId', 'nowhere', { basisActId: 'nowhere' }],
    ['ACT_NOT_IN_FORCE', 'basisActId', 'qd-1637', { basisActId: 'qd-1637' }],
  ])('with %s in %s = %s', (code, field, value, more) => {
    const refusal = refusalOf(decide(given('2026-06-01'), more));
    expect(refusal).toMatchObject({ code, field, value });
    expect(refusal.remedy).not.toBe('');
  });

  it('where nothing of the wrong one stands any more', () => {
    const now = given();
    now.register.record(eventsOf(decide(now)));
    expect(refusalOf(decide(now))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'eventId',
      value: now.input.eventId,
      remedy: expect.stringContaining('replaced it'),
    });
  });

  it('for a subject that is not registered', () => {
    const now = given();
    const elsewhere = new TestRegister();
    const wrong = now.register.assignmentOf(now.input.eventId);
    expect(refusalOf(decideCorrectReassignment(now.input, wrong, elsewhere))).toMatchObject({
      code: 'UNKNOWN_SUBJECT',
      field: 'eventId',
      value: ID,
    });
  });
});
