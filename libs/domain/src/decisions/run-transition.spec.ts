import { describe, expect, it } from '@jest/globals';
import { CN2, DAI_AN, PHO_RANG, PHU_THINH_2, XUAN_HOA, YEN_HOP } from '../testing/clusters.js';
import { CONTINUES, day, ESTABLISH, INSPECT, lawOver, MANAGE, OPERATE } from '../testing/law.js';
import { SUCCESSIONS, UNITS } from '../testing/country.js';
import { lineageOf } from '../testing/lineage.js';
import { clusterAt, eventsOf, inCommunes, TestRegister } from '../testing/register.js';
import { decidePlaceCluster } from './place-cluster.js';
import { decideReassign, type Reassign } from './reassign.js';
import { factsOf } from './register-cluster.js';
import { planTransitions } from './run-transition.js';

type Sample = typeof CN2;
const plan = ({ registration, investors }: Sample) =>
  planTransitions(factsOf(registration, investors), lawOver());
type Told = readonly [dissolvedUnitId: string, duties: readonly string[]];
const told = (sample: Sample): readonly Told[] =>
  plan(sample).map((s) => [s.dissolvedUnitId, s.events.map((e) => `${e.data.dutyId} ${e.data.status}`)]);

describe('the transition of a dissolved unit', () => {
  it('passes every duty of the district on, one event each', () => {
    expect(told(XUAN_HOA)).toEqual([['38.huyen-tho-xuan@origin', [`${MANAGE} HELD`, `${INSPECT} HELD`]]]);
    const [event] = plan(XUAN_HOA)[0]?.events ?? [];
    expect(event?.data).toMatchObject({
      subjectId: 'xuan-hoa-tho-hai',
      from: '2025-07-01',
      dissolvedUnitId: '38.huyen-tho-xuan@origin',
      releasedOfficeIds: ['UBND_HUYEN:38.huyen-tho-xuan@origin'],
      manner: 'BY_LAW',
      basis: { actId: 'nd-139' },
    });
  });

  it('of the province passes on what rises to the merged one', () => {
    expect(told(DAI_AN)).toEqual([
      ['49.huyen-dai-loc@origin', [`${MANAGE} HELD`, `${INSPECT} HELD`]],
      ['49@origin', [`${ESTABLISH} HELD`]],
    ]);
  });

  it('leaves what is divided undetermined, and a cluster in several communes without a lead', () => {
    expect(told(CN2)).toEqual([
      ['01.huyen-soc-son@origin', [`${MANAGE} UNDETERMINED`, `${INSPECT} UNDETERMINED`]],
    ]);
    expect(told(PHU_THINH_2)[0]).toEqual([
      '15.huyen-yen-binh@origin',
      [`${MANAGE} JOINT`, `${INSPECT} JOINT`],
    ]);
  });

  it('vacates what its committee held as investor', () => {
    expect(new Map(told(PHO_RANG)).get('10.huyen-bao-yen@origin')).toContain(`${OPERATE} VACANT`);
  });

  it('of the parent lets a service unit continue; the appointment that follows is no transition', () => {
    const byUnit = new Map(told(YEN_HOP));
    expect(byUnit.get('15.huyen-tran-yen@origin')).toEqual([`${OPERATE} CONTINUING_PENDING_REARRANGEMENT`]);
    expect(JSON.stringify([...byUnit])).not.toContain(CONTINUES);
  });

  it('has one event for a duty that several dissolved units held together', () => {
    const registration = clusterAt('across', 'Across', [inCommunes(['04783@origin', '04279@origin'])]);
    const steps = plan({ registration, investors: [] });
    expect(steps.map((s) => s.dissolvedUnitId)).toEqual(['15.huyen-yen-binh@origin', '15@origin']);
    expect(steps[0]?.events[0]?.data.releasedOfficeIds).toHaveLength(2);
  });

  it('has nothing for a cluster that began with the reform', () => {
    const registration = { ...XUAN_HOA.registration, since: day('2025-07-01') };
    expect(plan({ registration, investors: [] })).toEqual([]);
  });

  it('has nothing left to write once it has run', () => {
    for (const { registration, investors } of [CN2, DAI_AN, PHO_RANG, PHU_THINH_2, XUAN_HOA, YEN_HOP]) {
      const register = new TestRegister().add(registration, investors);
      expect(dueIn(register, registration.clusterId)).toEqual([]);
    }
  });
});

describe('what was settled meanwhile', () => {
  const unplaced = clusterAt('c', 'Somewhere', [inCommunes(['15@origin'], { precision: 'PROVINCE' })]);
  const given = (officeId: string, from: string): Reassign => ({
    subjectId: 'c',
    dutyId: MANAGE,
    holders: [{ officeId, lead: false }],
    from: day(from),
    actId: 'undated',
    reason: 'Decided.',
  });

  it('by a decision is not taken back when a placement shows the district', () => {
    const register = new TestRegister().add(unplaced);
    register.record(eventsOf(decideReassign(given('UBND_TINH:15@2025-07-01', '2025-09-01'), register)));
    const place = {
      clusterId: 'c',
      communeIds: ['04426@origin'],
      from: day('2024-05-01'),
      evidence: 'Quy hoạch chi tiết',
      actId: 'undated',
      reason: 'Shown by the plan.',
    };
    register.record(eventsOf(decidePlaceCluster(place, register.nextEventId, register)));
    register.runTransitions('c');
    const holder = (on: string) => register.on('c', MANAGE, on)?.holders[0]?.officeId;
    expect(holder('2025-06-30')).toBe('UBND_HUYEN:15.huyen-van-yen@origin');
    expect(holder('2025-07-01')).toBe('UBND_XA:04441@2025-07-01');
    expect(holder('2025-09-01')).toBe('UBND_TINH:15@2025-07-01');
  });

  it.each([
    ['an office that goes on keeps', 'UBND_XA:04399@2025-07-01', 'UBND_XA:04399@2025-07-01'],
    ['the ending commune itself loses', 'UBND_XA:04441@2025-07-01', 'UBND_XA:04399@2028-01-01'],
  ])('by a decision: %s the duty when the commune ends', (_what, decided, after) => {
    const register = new TestRegister().add({ ...YEN_HOP.registration, clusterId: 'c' });
    const to = { ...given(decided, '2026-01-01') };
    register.record(eventsOf(decideReassign(to, register)));
    const ending = UNITS.map((u) => (u.id === '04441@2025-07-01' ? { ...u, to: '2028-01-01' } : u));
    const formed = { id: '04399@2028-01-01', name: 'Formed', level: 'COMMUNE', kind: 'XA' } as const;
    const lineage = lineageOf(
      [...ending, { ...formed, parent: '15@2025-07-01', from: '2028-01-01' }],
      [...SUCCESSIONS, ['04441@2025-07-01', '04399@2028-01-01', 'WHOLE']],
    );
    const events = dueIn(register, 'c', lawOver(lineage)).flatMap((s) => s.events);
    register.record(events);
    expect(register.on('c', MANAGE, '2027-12-31')?.holders[0]?.officeId).toBe(decided);
    expect(register.on('c', MANAGE, '2028-01-01')?.holders[0]?.officeId).toBe(after);
  });
});

function dueIn(register: TestRegister, clusterId: string, law = register.law) {
  const known = register.cluster(clusterId);
  if (known === undefined) throw new Error(`${clusterId} is not registered.`);
  return planTransitions(factsOf(known, known.appointments), law, known.assignments);
}
