import { describe, expect, it } from '@jest/globals';
import { CN2, DAI_AN, PHO_RANG, PHU_THINH_2, XUAN_HOA, YEN_HOP } from '../testing/clusters.js';
import { CONTINUES, day, ESTABLISH, INSPECT, lawOver, MANAGE, OPERATE } from '../testing/law.js';
import { clusterAt, inCommunes, TestRegister } from '../testing/register.js';
import { factsOf } from './register-cluster.js';
import { planTransitions } from './run-transition.js';

type Sample = typeof CN2;
const plan = ({ registration, investors }: Sample) =>
  planTransitions(factsOf(registration, investors), lawOver());
const told = (sample: Sample) =>
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
    expect(Object.fromEntries(told(PHO_RANG))['10.huyen-bao-yen@origin']).toContain(`${OPERATE} VACANT`);
  });

  it('of the parent lets a service unit continue; the appointment that follows is no transition', () => {
    const byUnit = Object.fromEntries(told(YEN_HOP));
    expect(byUnit['15.huyen-tran-yen@origin']).toEqual([`${OPERATE} CONTINUING_PENDING_REARRANGEMENT`]);
    expect(JSON.stringify(byUnit)).not.toContain(CONTINUES);
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

  it('is the same at every run, however much it recorded', () => {
    const register = new TestRegister().add(PHU_THINH_2.registration, PHU_THINH_2.investors);
    const known = register.cluster('phu-thinh-2');
    if (known === undefined) throw new Error('not registered');
    expect(planTransitions(factsOf(known, known.appointments), register.law)).toEqual(plan(PHU_THINH_2));
  });
});
