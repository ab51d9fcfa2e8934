import { describe, expect, it } from '@jest/globals';
import { CN2, DAI_AN, PHO_RANG, YEN_HOP } from '../testing/clusters.js';
import { InvestorOffice, TO_XUAN_AI } from '../testing/investors.js';
import { day, lawOver } from '../testing/law.js';
import { inCommunes, TestRegister } from '../testing/register.js';
import { pendingRearrangements } from './pending.js';

const office = () =>
  new InvestorOffice(
    [CN2, DAI_AN, PHO_RANG, { ...YEN_HOP, investors: YEN_HOP.investors.slice(0, 1) }].reduce(
      (r, s) => r.add(s.registration, s.investors),
      new TestRegister(),
    ),
  );
const pending = (given: InvestorOffice, id: string, on: string) => {
  const cluster = given.register.cluster(id);
  return cluster === undefined ? [] : pendingRearrangements(cluster, day(on), given.register.law);
};
const LAO_CAI = 'UBND_TINH:15@2025-07-01';

describe('what waits for the province (answer 10)', () => {
  it('is the unit that lost its district, since then, under Đ.35(3), for the committee of today’s province', () => {
    expect(pending(office(), 'yen-hop', '2025-06-30')).toEqual([]);
    expect(pending(office(), 'yen-hop', '2025-07-01')).toEqual([
      {
        clusterId: 'yen-hop',
        appointment: YEN_HOP.investors[0],
        stage: 'CONTINUING_PENDING_REARRANGEMENT',
        since: '2025-07-01',
        basis: { actId: 'nd-32', article: 'Đ.35(3)', provenance: 'READ' },
        decidedBy: [LAO_CAI],
        mayBeDecidedBy: [],
      },
    ]);
  });

  it('is the committee that was dissolved', () => {
    expect(pending(office(), 'pho-rang', '2026-06-30')).toMatchObject([
      { stage: 'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION', since: '2025-07-01', decidedBy: [LAO_CAI] },
    ]);
  });

  it('is no enterprise, and nobody where nobody is named', () => {
    expect(pending(office(), 'cn2-soc-son', '2025-07-01')).toEqual([]);
    expect(pending(office(), 'dai-an-mo-rong', '2025-07-01')).toEqual([]);
  });

  it('waits no longer from the day of the decision on, and did wait the day before', () => {
    const decided = office().end(TO_XUAN_AI);
    expect(pending(decided, 'yen-hop', '2026-05-11')).toHaveLength(1);
    expect(pending(decided, 'yen-hop', '2026-05-12')).toEqual([]);
  });

  it('names no committee where the province is not determined, but those it may be', () => {
    const placements = [
      inCommunes(['15517@origin', '00427@origin'], { complete: false, provenance: 'INFERRED' }),
    ];
    const facts = { clusterId: 'pho-rang', placements, appointments: PHO_RANG.investors };
    expect(pendingRearrangements(facts, day('2025-07-01'), lawOver())).toMatchObject([
      { decidedBy: [], mayBeDecidedBy: ['UBND_TINH:01@origin', 'UBND_TINH:38@origin'] },
    ]);
  });
});
