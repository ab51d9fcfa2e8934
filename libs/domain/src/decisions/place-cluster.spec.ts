import { describe, expect, it } from '@jest/globals';
import type { DomainEvent } from '../events/catalogue.js';
import { CN2, PHU_THINH_2, QUAN_LAT, XUAN_HOA } from '../testing/clusters.js';
import { DECREE_32, day, ESTABLISH, INSPECT, MANAGE, OPERATE } from '../testing/law.js';
import { clusterAt, eventsOf, inCommunes, refusalOf, TestRegister } from '../testing/register.js';
import { decideNameLead } from './name-lead.js';
import { decidePlaceCluster, type PlaceCluster } from './place-cluster.js';
import { decideReassign } from './reassign.js';

const NOI_BAI = '00433@2025-07-01';
const SOC_SON = '00376@2025-07-01';
const IN_NOI_BAI: PlaceCluster = {
  clusterId: 'cn2-soc-son',
  communeIds: [NOI_BAI],
  from: day('2025-07-01'),
  evidence: 'Bản đồ địa chính kèm QĐ 2762/QĐ-UBND',
  actId: 'undated',
  reason: 'The whole cluster lies in the part of Mai Đình that went to Nội Bài.',
};
const withCn2 = () => new TestRegister().add(CN2.registration, CN2.investors);

function place(register: TestRegister, input: PlaceCluster): readonly DomainEvent[] {
  const events = eventsOf(decidePlaceCluster(input, register.nextEventId, register));
  register.record(events);
  return events;
}
const refused = (more: Partial<PlaceCluster>, register = withCn2()) =>
  refusalOf(decidePlaceCluster({ ...IN_NOI_BAI, ...more }, 'event', register));
const manager = (register: TestRegister, on: string, id = 'cn2-soc-son') => {
  const known = register.on(id, MANAGE, on);
  return [known?.status, ...(known?.holders.map((h) => h.officeId) ?? [])];
};

describe('placing a cluster of a divided commune', () => {
  it('settles what rested on its place, and nothing else', () => {
    const register = withCn2();
    expect(manager(register, '2025-07-01')).toEqual(['UNDETERMINED']);
    const placementId = register.nextEventId;
    const events = place(register, IN_NOI_BAI);
    expect(events.map((e) => e.type)).toEqual([
      'cluster.placed',
      'responsibility.reassigned',
      'responsibility.reassigned',
    ]);
    expect(events[0]?.data).toMatchObject({
      placement: { unitIds: [NOI_BAI], evidence: IN_NOI_BAI.evidence, complete: true, provenance: 'STATED' },
    });
    expect(events[1]?.data).toMatchObject({
      dutyId: MANAGE,
      from: '2025-07-01',
      status: 'HELD',
      holders: [{ officeId: `UBND_XA:${NOI_BAI}`, lead: false }],
      releasedOfficeIds: [`UBND_XA:${SOC_SON}`, `UBND_XA:${NOI_BAI}`],
      basis: { actId: 'nd-139' },
      actId: IN_NOI_BAI.actId,
      restsOn: [placementId],
    });
    expect(manager(register, '2025-07-01')).toEqual(['HELD', `UBND_XA:${NOI_BAI}`]);
    expect(manager(register, '2025-06-30')).toEqual(['HELD', 'UBND_HUYEN:01.huyen-soc-son@origin']);
    expect(register.on('cn2-soc-son', OPERATE, '2026-01-01')?.status).toBe('HELD');
  });

  it('settles it from the day on that is given', () => {
    const register = withCn2();
    place(register, { ...IN_NOI_BAI, from: day('2025-10-01') });
    expect(manager(register, '2025-09-30')).toEqual(['UNDETERMINED']);
    expect(manager(register, '2025-10-01')).toEqual(['HELD', `UBND_XA:${NOI_BAI}`]);
  });

  it('makes it joint where it lies in both', () => {
    const register = withCn2();
    place(register, { ...IN_NOI_BAI, communeIds: [NOI_BAI, SOC_SON] });
    expect(manager(register, '2025-07-01')).toEqual(['JOINT', `UBND_XA:${SOC_SON}`, `UBND_XA:${NOI_BAI}`]);
  });

  it('is corrected by a better placement, back and forth', () => {
    const register = withCn2();
    place(register, IN_NOI_BAI);
    const wrong = register.on('cn2-soc-son', MANAGE, '2025-07-01')?.eventId;
    const inSocSon = place(register, { ...IN_NOI_BAI, from: day('2025-07-01'), communeIds: [SOC_SON] });
    expect(inSocSon[1]).toMatchObject({ type: 'responsibility.corrected', data: { corrects: wrong } });
    expect(manager(register, '2025-07-01')).toEqual(['HELD', `UBND_XA:${SOC_SON}`]);
    place(register, IN_NOI_BAI);
    expect(manager(register, '2025-07-01')).toEqual(['HELD', `UBND_XA:${NOI_BAI}`]);
  });

  it('leaves a duty to whom a decision gave it', () => {
    const register = withCn2();
    const given = decideReassign(
      {
        subjectId: 'cn2-soc-son',
        dutyId: INSPECT,
        holders: [{ officeId: `UBND_XA:${SOC_SON}`, lead: false }],
        from: day('2025-09-01'),
        actId: 'undated',
        reason: 'Decided by the city.',
      },
      register,
    );
    register.record(eventsOf(given));
    place(register, IN_NOI_BAI);
    const inspects = (on: string) => register.on('cn2-soc-son', INSPECT, on)?.holders[0]?.officeId;
    expect(inspects('2025-08-31')).toBe(`UBND_XA:${NOI_BAI}`);
    expect(inspects('2025-09-01')).toBe(`UBND_XA:${SOC_SON}`);
  });

  it('writes nothing but the place where the answer is the same', () => {
    const register = withCn2();
    place(register, IN_NOI_BAI);
    expect(place(register, { ...IN_NOI_BAI, from: day('2026-01-01') }).map((e) => e.type)).toEqual([
      'cluster.placed',
    ]);
  });
});

describe('placing a cluster that is known by its district', () => {
  it('takes any commune out of it', () => {
    const register = new TestRegister().add(QUAN_LAT.registration, QUAN_LAT.investors);
    place(register, { ...IN_NOI_BAI, clusterId: 'quan-lat', communeIds: ['21409@2025-07-01'] });
    expect(manager(register, '2026-01-01', 'quan-lat')).toEqual(['HELD', 'UBND_XA:21409@2025-07-01']);
    expect(register.on('quan-lat', ESTABLISH, '2026-01-01')?.status).toBe('HELD');
  });
});

describe('placing a cluster whose place is little known', () => {
  const added = (...placements: Parameters<typeof clusterAt>[2]) =>
    new TestRegister().add(clusterAt('c', 'Somewhere', placements));
  const into = (communeId: string) => ({ clusterId: 'c', communeIds: [communeId] });
  const province = inCommunes(['15@origin'], { precision: 'PROVINCE' });

  it('takes a commune of the stated province and refuses one of another', () => {
    const register = added(province);
    expect(refused(into(NOI_BAI), register)).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'communeIds',
      value: NOI_BAI,
      remedy: 'Name communes of 15@2025-07-01.',
    });
    place(register, { ...IN_NOI_BAI, ...into('04441@2025-07-01') });
    expect(manager(register, '2026-01-01', 'c')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
  });

  it('takes a commune beside those that a source names, in the same province', () => {
    const register = added(inCommunes(['04426@origin'], { complete: false }));
    expect(refused(into(NOI_BAI), register).code).toBe('NOT_APPLICABLE');
    place(register, { ...IN_NOI_BAI, clusterId: 'c', communeIds: ['04441@2025-07-01', '04399@2025-07-01'] });
    expect(manager(register, '2026-01-01', 'c')[0]).toBe('JOINT');
  });

  it('takes evidence against a place that was merely inferred', () => {
    const register = added(inCommunes(['04426@origin'], { provenance: 'INFERRED' }));
    place(register, { ...IN_NOI_BAI, ...into('04399@2025-07-01') });
    expect(manager(register, '2026-01-01', 'c')).toEqual(['HELD', 'UBND_XA:04399@2025-07-01']);
  });

  it('settles the district as well where the old commune is shown', () => {
    const register = added(province);
    place(register, { ...IN_NOI_BAI, clusterId: 'c', communeIds: ['04426@origin'], from: day(DECREE_32) });
    expect(manager(register, '2025-06-30', 'c')).toEqual(['HELD', 'UBND_HUYEN:15.huyen-van-yen@origin']);
    expect(manager(register, '2025-07-01', 'c')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
  });
});

describe('placing a cluster for which a lead is named', () => {
  const led = () => {
    const register = new TestRegister().add(PHU_THINH_2.registration, PHU_THINH_2.investors);
    const lead = {
      clusterId: 'phu-thinh-2',
      leadOfficeId: 'UBND_XA:04279@2025-07-01',
      from: day('2025-09-01'),
      actId: 'undated',
      reason: 'Named by the province.',
    };
    register.record(eventsOf(decideNameLead(lead, register)));
    return register;
  };

  it('makes the lead moot where it lies in one commune', () => {
    const register = led();
    place(register, { ...IN_NOI_BAI, clusterId: 'phu-thinh-2', communeIds: ['04714@2025-07-01'] });
    for (const on of ['2025-08-31', '2025-09-01', '2026-03-06']) {
      expect(manager(register, on, 'phu-thinh-2')).toEqual(['HELD', 'UBND_XA:04714@2025-07-01']);
    }
  });

  it('keeps the lead where it lies in the same communes', () => {
    const register = led();
    place(register, {
      ...IN_NOI_BAI,
      clusterId: 'phu-thinh-2',
      communeIds: ['04714@2025-07-01', '04279@2025-07-01'],
    });
    expect(register.on('phu-thinh-2', MANAGE, '2025-09-01')?.holders.some((h) => h.lead)).toBe(true);
  });
});

describe('a placement is refused', () => {
  it.each([
    ['evidence', 'EVIDENCE_REQUIRED', 'plan, parcel'],
    ['reason', 'REASON_REQUIRED', 'why'],
  ])('without %s', (field, code, remedy) => {
    expect(refused({ [field]: ' ' })).toMatchObject({
      code,
      field,
      value: '',
      remedy: expect.stringContaining(remedy),
    });
  });

  it.each([
    ['UNKNOWN_SUBJECT', 'clusterId', 'nowhere', { clusterId: 'nowhere' }],
    ['UNKNOWN_ACT', 'actId', 'nowhere', { actId: 'nowhere' }],
    ['UNKNOWN_UNIT', 'communeIds', '00433', { communeIds: ['00433'] }],
    ['UNIT_NOT_IN_FORCE', 'communeIds', '00427@origin', { communeIds: ['00427@origin'] }],
    ['NOT_APPLICABLE', 'communeIds', '04441@2025-07-01', { communeIds: ['04441@2025-07-01'] }],
    ['INVALID_INPUT', 'communeIds', '', { communeIds: [] }],
    ['INVALID_INPUT', 'communeIds', 'COMMUNE', { communeIds: ['01@origin'] }],
  ])('with %s in %s', (code, field, value, more) => {
    const refusal = refused(more);
    expect(refusal).toMatchObject({ code, field, value });
    expect(refusal.remedy).not.toBe('');
  });

  it('outside what is possible, and names what is', () => {
    expect(refused({ communeIds: [NOI_BAI, '04441@2025-07-01'] }).remedy).toBe(
      `Name among ${SOC_SON}, ${NOI_BAI}.`,
    );
  });
});

it('a known place may be put right, as a correction', () => {
  const register = new TestRegister().add(XUAN_HOA.registration);
  const events = place(register, {
    ...IN_NOI_BAI,
    clusterId: 'xuan-hoa-tho-hai',
    communeIds: [NOI_BAI],
  });
  expect(new Set(events.slice(1).map((e) => e.type))).toEqual(new Set(['responsibility.corrected']));
});
