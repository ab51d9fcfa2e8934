import { describe, expect, it } from '@jest/globals';
import { CN2, YEN_HOP } from '../testing/clusters.js';
import { ACCEPT_SCHEME, day, MANAGE, OPERATE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideReassign, type Reassign } from './reassign.js';

const NOI_BAI = 'UBND_XA:00433@2025-07-01';
const SOC_SON = 'UBND_XA:00376@2025-07-01';
const GIVEN: Reassign = {
  subjectId: 'cn2-soc-son',
  dutyId: MANAGE,
  holders: [{ officeId: NOI_BAI, lead: false }],
  from: day('2025-09-01'),
  actId: 'undated',
  article: 'Đ.1',
  reason: 'Decided by the city.',
};
const withCn2 = () => new TestRegister().add(CN2.registration, CN2.investors);
const refused = (more: Partial<Reassign>, register = withCn2()) =>
  refusalOf(decideReassign({ ...GIVEN, ...more }, register));

describe('giving a duty by decision', () => {
  it('takes it from those who held it or may have, on the basis of the decision', () => {
    const [event, ...more] = eventsOf(decideReassign(GIVEN, withCn2()));
    expect(more).toEqual([]);
    expect(event?.data).toEqual({
      subjectId: 'cn2-soc-son',
      dutyId: MANAGE,
      from: '2025-09-01',
      status: 'HELD',
      holders: GIVEN.holders,
      candidates: [],
      basis: { actId: 'undated', article: 'Đ.1', provenance: 'STATED' },
      manner: 'BY_DECISION',
      explanation: 'Given by decision: Decided by the city.',
      releasedOfficeIds: [SOC_SON, NOI_BAI],
      reason: 'Decided by the city.',
    });
  });

  it('leaves the days before and after to those who held it', () => {
    const register = withCn2();
    register.record(eventsOf(decideReassign({ ...GIVEN, to: day('2026-01-01') }, register)));
    const status = (on: string) => register.on('cn2-soc-son', MANAGE, on)?.status;
    expect(['2025-08-31', '2025-09-01', '2025-12-31', '2026-01-01'].map(status)).toEqual([
      'UNDETERMINED',
      'HELD',
      'HELD',
      'UNDETERMINED',
    ]);
  });

  it('to several offices makes them hold it jointly, with a lead if one is marked', () => {
    const holders = [
      { officeId: NOI_BAI, lead: true },
      { officeId: SOC_SON, lead: false },
    ];
    expect(eventsOf(decideReassign({ ...GIVEN, holders }, withCn2()))[0]?.data).toMatchObject({
      status: 'JOINT',
      holders,
    });
  });

  it('ends the wait of a public service unit', () => {
    const [waiting] = YEN_HOP.investors;
    const register = new TestRegister().add(YEN_HOP.registration, waiting === undefined ? [] : [waiting]);
    const appointed = {
      subjectId: 'yen-hop',
      dutyId: OPERATE,
      holders: [{ officeId: 'UBND_XA:04441@2025-07-01', lead: false }],
      from: day('2026-05-12'),
      actId: 'qd-1637',
      reason: 'QĐ 1637/QĐ-UBND.',
    };
    register.record(eventsOf(decideReassign(appointed, register)));
    expect(register.on('yen-hop', OPERATE, '2026-05-11')?.status).toBe('CONTINUING_PENDING_REARRANGEMENT');
    expect(register.on('yen-hop', OPERATE, '2026-05-12')?.status).toBe('HELD');
  });
});

describe('giving a duty is refused', () => {
  const office = (officeId: string, lead = false) => ({ officeId, lead });

  it.each<[string, string, string, Partial<Reassign>]>([
    ['UNKNOWN_SUBJECT', 'subjectId', 'nowhere', { subjectId: 'nowhere' }],
    ['REASON_REQUIRED', 'reason', '', { reason: '\t' }],
    ['UNKNOWN_DUTY', 'dutyId', 'nothing', { dutyId: 'nothing' }],
    ['NOT_APPLICABLE', 'dutyId', ACCEPT_SCHEME, { dutyId: ACCEPT_SCHEME }],
    ['INVALID_INTERVAL', 'to', '2025-09-01', { to: day('2025-09-01') }],
    ['INVALID_INTERVAL', 'to', '2025-08-31', { to: day('2025-08-31') }],
    ['INVALID_INPUT', 'holders', '', { holders: [] }],
    ['INVALID_INPUT', 'holders', NOI_BAI, { holders: [office(NOI_BAI), office(NOI_BAI, true)] }],
    [
      'INVALID_INPUT',
      'holders',
      `${NOI_BAI};${SOC_SON}`,
      { holders: [office(NOI_BAI, true), office(SOC_SON, true)] },
    ],
    ['UNKNOWN_OFFICE', 'holders', 'UBND_XA:00427@origin', { holders: [office('UBND_XA:00427@origin')] }],
    [
      'UNKNOWN_OFFICE',
      'holders',
      'UBND_HUYEN:00433@2025-07-01',
      { holders: [office('UBND_HUYEN:00433@2025-07-01')] },
    ],
    ['UNKNOWN_OFFICE', 'holders', 'MAYOR:x', { holders: [office('MAYOR:x')] }],
    ['UNKNOWN_ACT', 'actId', 'nowhere', { actId: 'nowhere' }],
    ['ACT_NOT_IN_FORCE', 'actId', 'qd-1637', { actId: 'qd-1637' }],
  ])('with %s in %s = %s', (code, field, value, more) => {
    const refusal = refused(more);
    expect(refusal).toMatchObject({ code, field, value });
    expect(refusal.remedy).not.toBe('');
  });

  it('where it reaches into an interval that begins later', () => {
    expect(refused({ from: day('2025-06-01'), holders: [office('UBND_TINH:01@origin')] })).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'to',
      value: '',
      remedy: expect.stringContaining('2025-07-01'),
    });
  });

  it('but not where it ends on the day on which the next begins', () => {
    const holders = [office('UBND_TINH:01@origin')];
    const input = { ...GIVEN, from: day('2025-06-01'), to: day('2025-07-01'), holders };
    expect(eventsOf(decideReassign(input, withCn2()))).toHaveLength(1);
  });

  it('where the unit of the office ends within the interval', () => {
    const holders = [office('UBND_HUYEN:01.huyen-soc-son@origin')];
    expect(refused({ dutyId: OPERATE, from: day('2025-06-01'), holders })).toMatchObject({
      code: 'UNIT_NOT_IN_FORCE',
      field: 'holders',
      value: 'UBND_HUYEN:01.huyen-soc-son@origin',
      remedy: expect.stringContaining('2025-07-01'),
    });
    const input = { ...GIVEN, dutyId: OPERATE, from: day('2025-06-01'), to: day('2025-07-01'), holders };
    expect(eventsOf(decideReassign(input, withCn2()))).toHaveLength(1);
  });
});
