import { describe, expect, it } from '@jest/globals';
import { YEN_HOP } from '../testing/clusters.js';
import { InvestorOffice, TO_XUAN_AI } from '../testing/investors.js';
import { CONTINUES, day, INSPECT, OPERATE } from '../testing/law.js';
import { eventsOf, TestRegister } from '../testing/register.js';
import { decideCorrectReassignment } from '../decisions/correct.js';
import { decideReassign } from '../decisions/reassign.js';

const UNIT = 'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen';
const XUAN_AI = 'UBND_XA:04441@2025-07-01';
/** Yên Hợp as it was known before the decision of 2026-05-12. */
const before = () =>
  new InvestorOffice(new TestRegister().add(YEN_HOP.registration, YEN_HOP.investors.slice(0, 1)));
const status = (office: InvestorOffice, dutyId: string, on: string) =>
  office.register.on('yen-hop', dutyId, on)?.status;

describe('the duties of an investor that changed by decision', () => {
  it('pass to the next on the day of the change, by that act, and released is who held them', () => {
    const office = before();
    office.register.record([
      {
        type: 'investor.ended',
        data: { ...withoutSuccessor(), successorAppointmentId: 'yen-hop-investor-2' },
      },
      { type: 'investor.appointed', data: TO_XUAN_AI.successor },
    ]);
    const events = office.passDuties('yen-hop', '2026-05-12', 'qd-1637', 'Giao UBND xã.');
    expect(events).toEqual([
      {
        type: 'responsibility.reassigned',
        data: expect.objectContaining({
          dutyId: OPERATE,
          from: '2026-05-12',
          status: 'HELD',
          holders: [{ officeId: XUAN_AI, lead: false }],
          releasedOfficeIds: [UNIT],
          basis: { actId: 'qd-1637', provenance: 'SECONDARY' },
          actId: 'qd-1637',
          reason: 'Giao UBND xã.',
        }),
      },
      {
        type: 'responsibility.reassigned',
        data: expect.objectContaining({
          dutyId: CONTINUES,
          from: '2026-05-12',
          status: 'VACANT',
          holders: [],
          releasedOfficeIds: [UNIT],
        }),
      },
    ]);
  });

  it('pass once: what a crash left out is made up for, and a second run writes nothing', () => {
    const office = before().end(TO_XUAN_AI);
    expect(office.passDuties('yen-hop', '2026-05-12', 'qd-1637', 'Again.')).toEqual([]);
  });

  it('stay where a correction or a later decision of its own put them, though the change is sent again', () => {
    const office = before().end(TO_XUAN_AI);
    const { register } = office;
    const wrong = register.on('yen-hop', OPERATE, '2026-06-01')?.eventId ?? '';
    const holders = [{ officeId: 'UBND_XA:04399@2025-07-01', lead: false }];
    const by = { holders, actId: 'undated', reason: 'Put right.' };
    const corrected = { ...by, eventId: wrong, from: day('2026-06-01'), to: day('2026-07-01') };
    register.record(eventsOf(decideCorrectReassignment(corrected, register.assignmentOf(wrong), register)));
    const later = { ...by, subjectId: 'yen-hop', dutyId: OPERATE, from: day('2027-01-01') };
    register.record(eventsOf(decideReassign(later, register)));
    expect(office.passDuties('yen-hop', '2026-05-12', 'qd-1637', 'Again.')).toEqual([]);
    expect(register.on('yen-hop', OPERATE, '2026-06-01')?.holders).toEqual(holders);
    expect(register.on('yen-hop', OPERATE, '2026-08-01')?.holders).toEqual([
      { officeId: XUAN_AI, lead: false },
    ]);
    expect(register.on('yen-hop', OPERATE, '2027-01-01')?.holders).toEqual(holders);
  });

  it('leave the days before and the duties of others as they were', () => {
    const untouched = before();
    const office = before().end(TO_XUAN_AI);
    for (const on of ['2025-06-30', '2025-07-01', '2026-05-11'])
      for (const dutyId of [OPERATE, CONTINUES, INSPECT])
        expect(status(office, dutyId, on)).toBe(status(untouched, dutyId, on));
    expect(office.register.on('yen-hop', INSPECT, '2026-05-12')).toEqual(
      untouched.register.on('yen-hop', INSPECT, '2026-05-12'),
    );
  });

  it('are with the same offices as if both appointments had been known from the beginning', () => {
    const together = new TestRegister().add(YEN_HOP.registration, YEN_HOP.investors);
    const office = before().end(TO_XUAN_AI);
    for (const on of ['2024-11-06', '2025-06-30', '2025-07-01', '2026-05-11', '2026-05-12', '2030-01-01']) {
      const { eventId: _a, manner: _b, ...one } = office.register.on('yen-hop', OPERATE, on) ?? NOTHING;
      const { eventId: _c, manner: _d, ...other } = together.on('yen-hop', OPERATE, on) ?? NOTHING;
      expect(holdersOnly(one)).toEqual(holdersOnly(other));
    }
  });

  it('are left alone by the transitions that run after it', () => {
    const office = before().end(TO_XUAN_AI);
    const known = office.register.cluster('yen-hop');
    office.register.runTransitions('yen-hop');
    expect(office.register.cluster('yen-hop')).toEqual(known);
  });

  it('pass to a committee and fall vacant with it, where the decision was recorded later than its end', () => {
    const successor = {
      ...TO_XUAN_AI.successor,
      officeId: 'UBND_HUYEN:15.huyen-tran-yen@origin',
      from: day('2025-03-01'),
      actId: 'undated',
    };
    const office = before();
    office.register.record([
      { type: 'investor.ended', data: { ...withoutSuccessor(), effectiveOn: day('2025-03-01') } },
      { type: 'investor.appointed', data: successor },
    ]);
    office.passDuties('yen-hop', '2025-03-01', 'undated', 'Giao huyện.');
    expect(office.register.on('yen-hop', OPERATE, '2025-03-01')?.holders).toEqual([
      { officeId: successor.officeId, lead: false },
    ]);
    expect(status(office, OPERATE, '2025-07-01')).toBe('VACANT');
    expect(status(office, CONTINUES, '2025-07-01')).toBe('VACANT');
  });
});

const NOTHING = { eventId: '', manner: '', status: '', holders: [] };

function holdersOnly({ status: is, holders }: { readonly status?: string; readonly holders?: unknown }) {
  return { is, holders };
}

function withoutSuccessor() {
  const { successor: _, ...end } = TO_XUAN_AI;
  return end;
}
