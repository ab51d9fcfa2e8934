import { describe, expect, it } from '@jest/globals';
import { PHU_THINH_2, XUAN_HOA } from '../testing/clusters.js';
import { ACCEPT_SCHEME, day, INSPECT, MANAGE } from '../testing/law.js';
import { eventsOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideNameLead, type NameLead } from './name-lead.js';

const VAN_PHU = 'UBND_XA:04279@2025-07-01';
const YEN_BINH = 'UBND_XA:04714@2025-07-01';
const LEAD: NameLead = {
  clusterId: 'phu-thinh-2',
  leadOfficeId: YEN_BINH,
  from: day('2025-09-01'),
  actId: 'undated',
  article: 'Đ.2',
  reason: 'Named by the province.',
};
const joint = () => new TestRegister().add(PHU_THINH_2.registration, PHU_THINH_2.investors);
const refused = (more: Partial<NameLead>, register = joint()) =>
  refusalOf(decideNameLead({ ...LEAD, ...more }, register));

describe('naming a lead', () => {
  it('keeps both holders and marks one, in every interval that it covers', () => {
    const register = joint();
    const events = eventsOf(decideNameLead({ ...LEAD, dutyIds: [MANAGE] }, register));
    expect(events.map((e) => [e.data.from, e.data.to])).toEqual([
      ['2025-09-01', '2026-03-06'],
      ['2026-03-06', undefined],
    ]);
    for (const { data } of events) {
      expect(data).toMatchObject({
        status: 'JOINT',
        holders: [
          { officeId: VAN_PHU, lead: false },
          { officeId: YEN_BINH, lead: true },
        ],
        manner: 'BY_DECISION',
        releasedOfficeIds: [],
        actId: 'undated',
      });
      expect(data.explanation).toContain('Đ.2');
    }
    const [first] = events;
    expect(first?.data.restsOn).toEqual([register.on('phu-thinh-2', MANAGE, '2025-09-01')?.eventId]);
  });

  it('leaves the duty on its own basis, so that the lapse of the decree ends the answer', () => {
    for (const { data } of eventsOf(decideNameLead(LEAD, joint()))) {
      expect(data.basis).toEqual({ actId: 'nd-139', article: 'Đ.6', provenance: 'READ' });
    }
  });

  it('concerns every duty held jointly where none is named', () => {
    const events = eventsOf(decideNameLead(LEAD, joint()));
    expect(new Set(events.map((e) => e.data.dutyId))).toEqual(new Set([MANAGE, INSPECT]));
  });

  it('ends where it says', () => {
    const register = joint();
    register.record(eventsOf(decideNameLead({ ...LEAD, to: day('2026-01-01') }, register)));
    const leads = (on: string) =>
      register.on('phu-thinh-2', MANAGE, on)?.holders.flatMap((h) => (h.lead ? h.officeId : []));
    expect(leads('2025-08-31')).toEqual([]);
    expect(leads('2025-12-31')).toEqual([YEN_BINH]);
    expect(leads('2026-01-01')).toEqual([]);
  });

  it('is replaced by a later one', () => {
    const register = joint();
    register.record(eventsOf(decideNameLead(LEAD, register)));
    const next = { ...LEAD, leadOfficeId: VAN_PHU, from: day('2026-06-01') };
    register.record(eventsOf(decideNameLead(next, register)));
    const holders = register.on('phu-thinh-2', MANAGE, '2026-06-01')?.holders;
    expect(holders).toEqual([
      { officeId: VAN_PHU, lead: true },
      { officeId: YEN_BINH, lead: false },
    ]);
  });
});

describe('naming a lead is refused', () => {
  it.each<[string, string, string, Partial<NameLead>]>([
    ['UNKNOWN_SUBJECT', 'clusterId', 'nowhere', { clusterId: 'nowhere' }],
    ['REASON_REQUIRED', 'reason', '', { reason: '' }],
    ['INVALID_INTERVAL', 'to', '2025-09-01', { to: day('2025-09-01') }],
    ['UNKNOWN_DUTY', 'dutyIds.1', 'nothing', { dutyIds: [MANAGE, 'nothing'] }],
    ['NOT_APPLICABLE', 'dutyIds.0', ACCEPT_SCHEME, { dutyIds: [ACCEPT_SCHEME] }],
    ['UNKNOWN_ACT', 'actId', 'nowhere', { actId: 'nowhere' }],
    ['ACT_NOT_IN_FORCE', 'actId', 'qd-16-2026', { actId: 'qd-16-2026' }],
    [
      'UNKNOWN_OFFICE',
      'leadOfficeId',
      'UBND_XA:04252@2025-07-01',
      { leadOfficeId: 'UBND_XA:04252@2025-07-01' },
    ],
  ])('with %s in %s', (code, field, value, more) => {
    const refusal = refused(more);
    expect(refusal).toMatchObject({ code, field, value });
    expect(refusal.remedy).not.toBe('');
  });

  it('names who may lead', () => {
    expect(refused({ leadOfficeId: 'BO_CONG_THUONG' }).remedy).toBe(`Name one of ${VAN_PHU}, ${YEN_BINH}.`);
  });

  it('where one office holds the duty alone', () => {
    const single = new TestRegister().add(XUAN_HOA.registration);
    expect(refused({ clusterId: 'xuan-hoa-tho-hai', dutyIds: [MANAGE] }, single)).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'dutyIds',
      value: MANAGE,
      remedy: expect.stringContaining('several offices'),
    });
  });

  it('for days before it is held jointly', () => {
    expect(refused({ from: day('2025-06-01'), to: day('2025-07-01') }).code).toBe('NOT_APPLICABLE');
  });
});
