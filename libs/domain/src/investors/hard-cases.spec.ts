import { describe, expect, it } from '@jest/globals';
import { CN2, PHO_RANG, YEN_HOP } from '../testing/clusters.js';
import { InvestorOffice, TO_XUAN_AI } from '../testing/investors.js';
import { ACTS, CONTINUES, day, INSPECT, lawOver, OPERATE } from '../testing/law.js';
import { clusterAt, inCommunes, investorOf, refusalOf, TestRegister } from '../testing/register.js';
import type { EndInvestor } from './decide-appoint.js';
import { pendingRearrangements } from './pending.js';
import { stageOn } from './record.js';

const DISTRICT = 'UBND_HUYEN:10.huyen-bao-yen@origin';
const UNIT = 'PUBLIC_SERVICE_UNIT:ban-qlda-dtxd-khu-vuc-tran-yen';
/** A second cluster of huyện Bảo Yên’s committee, in a commune that went elsewhere: made up for the split. */
const SECOND = clusterAt('second', 'Second', [inCommunes(['04426@origin'])], { since: day('2016-09-09') });
const acts = [
  ...ACTS,
  {
    ...ACTS[0],
    actId: 'qd-bao-yen',
    kind: 'PROVINCIAL_DECISION',
    number: '9/QĐ-UBND',
    issuer: 'UBND tỉnh Lào Cai',
  },
] as typeof ACTS;

const office = () => {
  const register = new TestRegister(lawOver(), acts)
    .add(PHO_RANG.registration, PHO_RANG.investors)
    .add(CN2.registration, CN2.investors)
    .add(YEN_HOP.registration, YEN_HOP.investors.slice(0, 1))
    .add(SECOND, [
      investorOf('second', { kind: 'COMMITTEE', officeId: DISTRICT, name: 'UBND huyện Bảo Yên' }),
    ]);
  return new InvestorOffice(register);
};
const who = (given: InvestorOffice, id: string, on: string, dutyId = OPERATE) => {
  const known = given.register.on(id, dutyId, on);
  return [known?.status, ...(known?.holders.map((h) => h.officeId) ?? [])];
};
const stage = (given: InvestorOffice, id: string, on: string) => {
  const entry = given.register.investors(id)?.entries[0];
  return entry === undefined ? undefined : stageOn(entry, day(on), given.register.law.lineage);
};
const toCommune = (clusterId: string, unitId: string): EndInvestor => ({
  ...TO_XUAN_AI,
  clusterId,
  appointmentId: `${clusterId}-investor-1`,
  effectiveOn: day('2026-07-01'),
  actId: 'qd-bao-yen',
  successor: {
    ...TO_XUAN_AI.successor,
    clusterId,
    appointmentId: `${clusterId}-investor-2`,
    officeId: `UBND_XA:${unitId}`,
    from: day('2026-07-01'),
    actId: 'qd-bao-yen',
  },
});

describe('H8: a district was investor, and no decision followed', () => {
  it('from 2025-07-01 nobody is liable, and that is said: the gap has a name', () => {
    const given = office();
    expect(who(given, 'pho-rang', '2025-06-30')).toEqual(['HELD', DISTRICT]);
    expect(stage(given, 'pho-rang', '2025-06-30')).toBe('APPOINTED');
    expect(who(given, 'pho-rang', '2025-07-01')).toEqual(['VACANT']);
    expect(stage(given, 'pho-rang', '2025-07-01')).toBe('HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION');
  });

  it('a decision ends the gap from its day on and leaves it in the record', () => {
    const given = office().end(toCommune('pho-rang', '02947@2025-07-01'));
    expect(who(given, 'pho-rang', '2026-06-30')).toEqual(['VACANT']);
    expect(who(given, 'pho-rang', '2026-07-01')).toEqual(['HELD', 'UBND_XA:02947@2025-07-01']);
    expect(stage(given, 'pho-rang', '2026-07-01')).toBe('TRANSFERRED_TO_COMMUNE');
  });
});

describe('H9: a public service unit as investor outlives its district', () => {
  it('the unit validly signed in August 2025: its parent is gone, it is not', () => {
    const given = office();
    expect(stage(given, 'yen-hop', '2025-06-30')).toBe('ASSIGNED_68_15_2');
    expect(who(given, 'yen-hop', '2025-08-15')).toEqual(['CONTINUING_PENDING_REARRANGEMENT', UNIT]);
    expect(who(given, 'yen-hop', '2025-08-15', CONTINUES)).toEqual([
      'CONTINUING_PENDING_REARRANGEMENT',
      UNIT,
    ]);
    expect(stage(given, 'yen-hop', '2025-08-15')).toBe('CONTINUING_PENDING_REARRANGEMENT');
  });

  it('only the decision of the province ends that: the commune gets nothing by the change of units', () => {
    const given = office();
    expect(who(given, 'yen-hop', '2026-05-12')).toEqual(['CONTINUING_PENDING_REARRANGEMENT', UNIT]);
    given.end(TO_XUAN_AI);
    expect(who(given, 'yen-hop', '2026-05-11')).toEqual(['CONTINUING_PENDING_REARRANGEMENT', UNIT]);
    expect(who(given, 'yen-hop', '2026-05-12')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
    expect(stage(given, 'yen-hop', '2026-05-12')).toBe('TRANSFERRED_TO_COMMUNE');
  });
});

describe('H10: a district was investor of clusters that went to several communes', () => {
  it('the role is decided cluster by cluster, and one decision settles one of them', () => {
    const given = office().end(toCommune('pho-rang', '02947@2025-07-01'));
    expect(who(given, 'pho-rang', '2026-07-01')).toEqual(['HELD', 'UBND_XA:02947@2025-07-01']);
    expect(who(given, 'second', '2026-07-01')).toEqual(['VACANT']);
    given.end(toCommune('second', '04441@2025-07-01'));
    expect(who(given, 'second', '2026-07-01')).toEqual(['HELD', 'UBND_XA:04441@2025-07-01']);
  });

  it('each waits for the province by itself', () => {
    const given = office().end(toCommune('pho-rang', '02947@2025-07-01'));
    const waiting = ['pho-rang', 'second'].flatMap((id) => {
      const cluster = given.register.cluster(id);
      return cluster === undefined ? [] : pendingRearrangements(cluster, day('2026-07-01'), lawOver());
    });
    expect(waiting.map((p) => p.clusterId)).toEqual(['second']);
  });

  it('territory passed by law meanwhile, the role of investor did not', () => {
    expect(who(office(), 'pho-rang', '2025-07-01', INSPECT)).toEqual(['HELD', 'UBND_XA:02947@2025-07-01']);
    expect(who(office(), 'pho-rang', '2025-07-01')).toEqual(['VACANT']);
  });
});

describe('a change of boundaries alone', () => {
  it('changes no enterprise: ASGI is investor before and after', () => {
    expect(who(office(), 'cn2-soc-son', '2025-06-30')).toEqual(['HELD', 'ENTERPRISE:asgi']);
    expect(who(office(), 'cn2-soc-son', '2025-07-01')).toEqual(['HELD', 'ENTERPRISE:asgi']);
  });

  it('is no act by which an investor could be changed', () => {
    const refusal = refusalOf(
      office().tryEnd({
        ...TO_XUAN_AI,
        actId: 'nd-139',
        successor: { ...TO_XUAN_AI.successor, actId: 'nd-139' },
      }),
    );
    expect(refusal).toMatchObject({ code: 'NOT_APPLICABLE', field: 'actId' });
    expect(refusal.message).toContain('a change of boundaries alone changes no investor');
  });
});
