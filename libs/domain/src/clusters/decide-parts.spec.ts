import { describe, expect, it } from '@jest/globals';
import { PHU_THINH_2 } from '../testing/clusters.js';
import { actOf, PLAIN, recordOf } from '../testing/cluster-record.js';
import { COUNTRY } from '../testing/country.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideRecordPhases, decideRecordShares } from './decide-parts.js';
import type { ClusterPhase, ClusterPhasesRecorded, ClusterShare, ClusterSharesRecorded } from './events.js';
import { phasesOn, sharesOn, type ClusterRecord } from './record.js';

const facets = { acts: actOf, lineage: COUNTRY };
const said = { clusterId: 'c', provenance: 'STATED', source: 'test' } as const;
const PHASES: readonly ClusterPhase[] = [
  { phaseId: 'phase-1', areaHa: '40.3', schedule: { startsIn: '2026-Q3', endsIn: '2027-Q4' } },
  { phaseId: 'phase-2', areaHa: '29.7', schedule: { startsIn: '2027-Q3', endsIn: '2029-Q1' } },
];
const seventy = recordOf({ ...PLAIN, areaHa: '70.0' });
const phased = (phases: readonly ClusterPhase[], more: Partial<ClusterPhasesRecorded> = {}) =>
  decideRecordPhases({ ...said, phases, ...more }, seventy, facets);

describe('the phases of a cluster', () => {
  it('are recorded with area and schedule; 40.3 and 29.7 are 70.0', () => {
    expect(eventsOf(phased(PHASES))).toEqual([
      { type: 'cluster.phases-recorded', data: { ...said, phases: PHASES } },
    ]);
  });

  it('are those recorded last for the day', () => {
    const record = recordOf(
      PLAIN,
      { type: 'cluster.phases-recorded', data: { ...said, phases: PHASES, from: day('2026-01-01') } },
      { type: 'cluster.phases-recorded', data: { ...said, phases: PHASES.slice(0, 1) } },
    );
    expect(phasesOn(record, day('2025-12-31'))?.phases).toHaveLength(1);
    expect(phasesOn(record, day('2026-01-01'))?.phases).toHaveLength(2);
    const again = recordOf(
      PLAIN,
      { type: 'cluster.phases-recorded', data: { ...said, phases: PHASES } },
      { type: 'cluster.phases-recorded', data: { ...said, phases: PHASES.slice(0, 1) } },
    );
    expect(phasesOn(again, day('2026-01-01'))?.phases).toHaveLength(1);
    expect(phasesOn(recordOf(PLAIN), day('2026-01-01'))).toBeUndefined();
  });

  it.each<[string, string, readonly ClusterPhase[], Partial<ClusterPhasesRecorded>]>([
    ['INVALID_INPUT', 'phases', [], {}],
    ['INVALID_INPUT', 'phases', [{ phaseId: 'phase-1' }, { phaseId: 'phase-1' }], {}],
    ['INVALID_INPUT', 'phases.0.phaseId', [{ phaseId: 'Giai đoạn 1' }], {}],
    ['INVALID_INPUT', 'phases.1.areaHa', [{ phaseId: 'a' }, { phaseId: 'b', areaHa: '-1' }], {}],
    ['INVALID_INPUT', 'phases.0.schedule', [{ phaseId: 'a', schedule: { endsIn: '2026-Q5' } }], {}],
    ['INVALID_INPUT', 'phases', [...PHASES, { phaseId: 'phase-3', areaHa: '0.000001' }], {}],
    ['UNKNOWN_ACT', 'actId', PHASES, { actId: 'nowhere' }],
  ])('are refused with %s in %s', (code, field, phases, more) => {
    expect(refusalOf(phased(phases, more))).toMatchObject({ code, field });
  });

  it('of nothing registered are refused', () => {
    expect(refusalOf(decideRecordPhases({ ...said, phases: PHASES }, undefined, facets)).code).toBe(
      'UNKNOWN_SUBJECT',
    );
  });
});

describe('the shares of the units in a cluster', () => {
  const VAN_PHU: ClusterShare = { unitId: '04279@2025-07-01', areaHa: '50' };
  const YEN_BINH: ClusterShare = { unitId: '04714@2025-07-01', areaHa: '25' };
  const phuThinh = recordOf({ ...PHU_THINH_2.registration, areaHa: '75' });
  const shared = (
    shares: readonly ClusterShare[],
    more: Partial<ClusterSharesRecorded> = {},
    record: ClusterRecord = phuThinh,
  ) => decideRecordShares({ ...said, shares, ...more }, record, facets);

  it('are recorded in hectares by unit', () => {
    const [event] = eventsOf(shared([VAN_PHU, YEN_BINH], { from: day('2025-07-01') }));
    if (event === undefined) throw new Error('nothing decided');
    const record = recordOf(PHU_THINH_2.registration, event);
    expect(sharesOn(record, day('2025-06-30'))).toBeUndefined();
    expect(sharesOn(record, day('2025-07-01'))?.shares).toEqual([VAN_PHU, YEN_BINH]);
  });

  it.each<[string, string, readonly ClusterShare[], Partial<ClusterSharesRecorded>]>([
    ['INVALID_INPUT', 'shares', [], {}],
    ['INVALID_INPUT', 'shares', [VAN_PHU, VAN_PHU], {}],
    ['INVALID_INPUT', 'shares.0.areaHa', [{ ...VAN_PHU, areaHa: '1/2' }], {}],
    ['INVALID_INPUT', 'shares', [VAN_PHU, { ...YEN_BINH, areaHa: '25.1' }], {}],
    ['UNKNOWN_UNIT', 'shares.1.unitId', [VAN_PHU, { ...YEN_BINH, unitId: '04714' }], {}],
    ['UNIT_NOT_IN_FORCE', 'shares.0.unitId', [VAN_PHU], { from: day('2025-06-30') }],
    ['NOT_APPLICABLE', 'shares.0.unitId', [{ unitId: '04252@2025-07-01', areaHa: '1' }], {}],
    ['UNKNOWN_ACT', 'actId', [VAN_PHU], { actId: 'nowhere' }],
  ])('are refused with %s in %s', (code, field, shares, more) => {
    expect(refusalOf(shared(shares, more))).toMatchObject({ code, field });
  });

  it('may name any unit where the place of the cluster is not known', () => {
    const early = { unitId: '04783@origin', areaHa: '10' };
    expect(COUNTRY.lifetime(early.unitId)).toBeDefined();
    expect(eventsOf(shared([early]))).toHaveLength(1);
  });

  it('of nothing registered are refused', () => {
    expect(refusalOf(decideRecordShares({ ...said, shares: [VAN_PHU] }, undefined, facets)).code).toBe(
      'UNKNOWN_SUBJECT',
    );
  });
});
