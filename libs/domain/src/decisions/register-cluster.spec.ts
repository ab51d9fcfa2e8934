import { describe, expect, it } from '@jest/globals';
import type { ClusterRegistration, Placement } from '../clusters/cluster.js';
import type { InvestorAppointment } from '../investors/investor.js';
import { CN2, PHO_RANG, YEN_HOP } from '../testing/clusters.js';
import { ACCEPT_SCHEME, day, DUTIES, MANAGE } from '../testing/law.js';
import { clusterAt, eventsOf, inCommunes, investorOf, refusalOf, TestRegister } from '../testing/register.js';
import { decideRegisterCluster } from './register-cluster.js';

const register = new TestRegister();
const PLACE = inCommunes(['04426@origin']);
const refused = (
  placements: readonly Placement[],
  more: Partial<ClusterRegistration> = {},
  investors: readonly InvestorAppointment[] = [],
) => refusalOf(decideRegisterCluster(clusterAt('c', 'Yên Hợp', placements, more), investors, register));

describe('registering a cluster', () => {
  it('records it, its investors and what the law says, and leaves what the reform took to the transition', () => {
    const events = eventsOf(decideRegisterCluster(YEN_HOP.registration, YEN_HOP.investors, register));
    expect(events.slice(0, 3)).toEqual([
      { type: 'cluster.registered', data: YEN_HOP.registration },
      ...YEN_HOP.investors.map((data) => ({ type: 'investor.appointed', data })),
    ]);
    const assigned = events.flatMap((e) => (e.type === 'responsibility.assigned' ? e.data : []));
    expect(assigned).toHaveLength(events.length - 3);
    expect(assigned.filter((a) => a.dutyId === MANAGE).map((a) => [a.from, a.to])).toEqual([
      ['2024-11-06', '2025-07-01'],
    ]);
    expect(new Set(assigned.map((a) => a.dutyId))).toEqual(
      new Set(DUTIES.map((d) => d.dutyId).filter((id) => id !== ACCEPT_SCHEME)),
    );
  });

  it('records everything at once for one that began after the reform', () => {
    const registration = { ...YEN_HOP.registration, since: day('2025-08-01') };
    const events = eventsOf(decideRegisterCluster(registration, [], register));
    expect(events.some((e) => e.type === 'responsibility.assigned' && e.data.dutyId === MANAGE)).toBe(true);
    expect(events.every((e) => e.type !== 'responsibility.reassigned')).toBe(true);
  });

  it('takes a place that has moved: each later one from its own day', () => {
    const placements = [PLACE, inCommunes(['04441@2025-07-01'], { from: day('2025-07-01') })];
    expect(eventsOf(decideRegisterCluster(clusterAt('c', 'Yên Hợp', placements), [], register))).not.toEqual(
      [],
    );
  });

  it('takes the name of a unit that has ended, as documents after the reform still use it', () => {
    const registration = clusterAt('c', 'Đại An mở rộng', [inCommunes(['20524@origin'])], {
      since: day('2025-07-09'),
    });
    const events = eventsOf(decideRegisterCluster(registration, [], register));
    const manage = events.find((e) => e.type === 'responsibility.assigned' && e.data.dutyId === MANAGE);
    expect(manage?.data).toMatchObject({
      status: 'HELD',
      holders: [{ officeId: 'UBND_XA:20500@2025-07-01' }],
    });
  });
});

describe('a registration is refused', () => {
  it('where the id is taken', () => {
    const full = new TestRegister().add(CN2.registration, CN2.investors);
    expect(refusalOf(decideRegisterCluster(CN2.registration, [], full))).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'clusterId',
      value: 'cn2-soc-son',
      remedy: expect.stringContaining('another id'),
    });
  });

  it.each(['clusterId', 'name'] as const)('without %s', (field) => {
    expect(refused([PLACE], { [field]: ' ' })).toMatchObject({
      code: 'INVALID_INPUT',
      field,
      value: ' ',
      remedy: expect.stringContaining('name'),
    });
  });

  it.each(['50,59', '-1', '1e3', '', 'NaN'])('with the area "%s"', (areaHa) => {
    expect(refused([PLACE], { areaHa })).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'areaHa',
      value: areaHa,
      remedy: expect.stringContaining('50.59'),
    });
  });

  it('without a place, or a place without a unit', () => {
    expect(refused([])).toMatchObject({ code: 'INVALID_INPUT', field: 'placements', value: '' });
    expect(refused([inCommunes([])])).toMatchObject({ code: 'INVALID_INPUT', field: 'placements.0.unitIds' });
  });

  it('in a unit that is not known, a bare code included', () => {
    expect(refused([inCommunes(['04426@origin', '15520'])])).toMatchObject({
      code: 'UNKNOWN_UNIT',
      field: 'placements.0.unitIds',
      value: '15520',
      remedy: expect.stringContaining('15520@2025-07-01'),
    });
  });

  it.each([
    ['04426@origin', '2025-07-01'],
    ['04441@2025-07-01', '2025-06-30'],
  ])('in %s from %s, when it did not exist', (unitId, from) => {
    expect(refused([inCommunes([unitId], { from: day(from) })])).toMatchObject({
      code: 'UNIT_NOT_IN_FORCE',
      field: 'placements.0.unitIds',
      value: unitId,
      message: expect.stringContaining(from),
      remedy: expect.stringContaining('existed on the first day'),
    });
  });

  it.each([
    ['DISTRICT', '04426@origin'],
    ['COMMUNE', '15.huyen-van-yen@origin'],
    ['PROVINCE', '15.huyen-van-yen@origin'],
  ] as const)('with precision %s for %s', (precision, unitId) => {
    expect(refused([inCommunes([unitId], { precision })])).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'placements.0.precision',
      value: precision,
      remedy: expect.stringContaining('precision that matches'),
    });
  });

  it.each([[undefined], ['2025-01-01'], ['2024-12-31']])('where the second place begins on %s', (from) => {
    const second = inCommunes(['04441@origin'], from === undefined ? {} : { from: day(from) });
    expect(refused([inCommunes(['04426@origin'], { from: day('2025-01-01') }), second])).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'placements.1.from',
      value: from ?? '',
      remedy: expect.stringContaining('after the one before'),
    });
  });

  it('for an act that is not registered, naming where it is cited', () => {
    const unknown = { code: 'UNKNOWN_ACT', value: 'nowhere' };
    const documents = [
      { actId: 'undated', subject: 'thành lập' },
      { actId: 'nowhere', subject: 'giao đất' },
    ];
    expect(refused([PLACE], { documents })).toMatchObject({ ...unknown, field: 'documents.1.actId' });
    expect(refused([inCommunes(['04426@origin'], { actId: 'nowhere' })])).toMatchObject({
      ...unknown,
      field: 'placements.0.actId',
    });
    const investor = investorOf('c', { kind: 'NONE', actId: 'nowhere' });
    expect(refused([PLACE], {}, [investor])).toMatchObject({ ...unknown, field: 'investor.actId' });
  });
});

describe('an investor is refused', () => {
  const refusedInvestor = (...investors: readonly InvestorAppointment[]) => refused([PLACE], {}, investors);
  const [committee] = PHO_RANG.investors;

  it.each([
    ['ENTERPRISE without a name', { kind: 'ENTERPRISE', officeId: 'ENTERPRISE:x' }, ''],
    ['ENTERPRISE without an office', { kind: 'ENTERPRISE', name: 'ASG' }, 'ASG'],
    ['NONE with a name', { kind: 'NONE', name: 'ASG' }, 'ASG'],
    ['UNKNOWN with an office', { kind: 'UNKNOWN', officeId: 'ENTERPRISE:x' }, ''],
  ] as const)('%s', (_what, appointment, value) => {
    expect(refusedInvestor(investorOf('c', appointment))).toMatchObject({
      code: 'INVALID_INPUT',
      field: 'investor.name',
      value,
      remedy: expect.stringContaining('UNKNOWN'),
    });
  });

  it('that depends on a unit nobody knows, because nothing would ever end it', () => {
    const expected = { code: 'UNKNOWN_UNIT', field: 'investor.unitId', value: 'nowhere@origin' };
    expect(
      refusedInvestor(
        investorOf('c', { kind: 'COMMITTEE', name: 'UBND', officeId: 'UBND_HUYEN:nowhere@origin' }),
      ),
    ).toMatchObject(expected);
    expect(
      refusedInvestor(
        investorOf('c', {
          kind: 'PUBLIC_SERVICE_UNIT',
          name: 'Ban QL CCN',
          officeId: 'PUBLIC_SERVICE_UNIT:ban-ql-ccn',
          parentUnitId: 'nowhere@origin',
        }),
      ),
    ).toMatchObject(expected);
  });

  it('that overlaps the one before', () => {
    if (committee === undefined) throw new Error('no investor');
    expect(refusedInvestor(committee, { ...committee, appointmentId: 'second' })).toMatchObject({
      code: 'OVERLAPPING_INTERVAL',
      field: 'investor.from',
      value: '',
      remedy: expect.stringContaining('after the one before'),
    });
  });
});
