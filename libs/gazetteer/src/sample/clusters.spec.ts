import { describe, expect, it } from '@jest/globals';
import {
  claimGroups,
  decideAdvanceCluster,
  decideRecordClaim,
  evolveClaims,
  evolveCluster,
  inFlightAtCutover,
  lifecycleOn,
  registeredClaims,
  type ClusterRecord,
  type Decision,
  type DomainEvent,
  type Lineage,
  type LocalDate,
  type SubjectClaims,
} from '#domain';
import { loadActs } from '../acts/index.js';
import { loadSample, loadSampleFacts } from './index.js';

const ACTS = loadActs();
const acts = (id: string) => ACTS.find((act) => act.actId === id);
/** Communes of which no province is known: who decided is not looked at here. */
const lineage: Lineage = {
  unitOn: (unitId) => ({ unitId, code: '', name: unitId, level: 'COMMUNE', kind: 'XA' }),
  lifetime: () => ({}),
  levelOf: () => 'COMMUNE',
  successionsFrom: () => [],
  successionsTo: () => [],
};
const facts = loadSampleFacts().flatMap(({ events }) => events);
const { clusters } = loadSample();
const day = (text: string) => text as LocalDate;
const wrong = (decision: Decision<DomainEvent>) => (decision.ok ? [] : [decision.refusal]);

/** A sample cluster with everything that became of it, and the refusals of what the deciders would not have taken. */
function lived(clusterId: string): { record: ClusterRecord; refusals: readonly unknown[] } {
  const data = clusters.find((cluster) => cluster.clusterId === clusterId);
  if (data === undefined) throw new Error(`No cluster ${clusterId}.`);
  let record = evolveCluster(undefined, { type: 'cluster.registered', data, eventId: 'event-0' });
  const refusals: unknown[] = [];
  for (const [i, event] of facts.entries()) {
    if (!('clusterId' in event.data) || event.data.clusterId !== clusterId) continue;
    if (event.type === 'cluster.advanced')
      refusals.push(...wrong(decideAdvanceCluster(event.data, record, { acts, lineage })));
    record = evolveCluster(record, { ...event, eventId: `event-${i + 1}` });
  }
  if (record === undefined) throw new Error('Nothing was registered.');
  return { record, refusals };
}

describe('the sample clusters', () => {
  it('take only steps that the deciders allow', () => {
    expect(clusters.flatMap(({ clusterId }) => lived(clusterId).refusals)).toEqual([]);
  });

  it.each([
    ['cn2-soc-son', '2025-06-22', 'ESTABLISHED'],
    ['cn2-soc-son', '2025-06-23', 'UNDER_CONSTRUCTION'],
    ['luong-son-2', '2025-06-05', 'ESTABLISHED'],
    ['cam-thinh-dong', '2025-07-01', 'INVESTOR_SCORING'],
    ['dam-hong', '2026-01-01', 'WITHDRAWN_FROM_PLAN'],
    ['dong-an', '2026-01-01', 'LEGACY_UNESTABLISHED'],
  ])('%s is on %s: %s', (id, on, state) => {
    expect(lifecycleOn(lived(id).record, day(on))?.state).toBe(state);
  });

  it('H13: Cam Thịnh Đông and the selections of Đà Nẵng were in flight when the districts ended', () => {
    const inFlight = clusters.filter(({ clusterId }) => inFlightAtCutover(lived(clusterId).record));
    expect(inFlight.map(({ clusterId }) => clusterId)).toEqual([
      'cam-thinh-dong',
      'hoa-khanh-nam',
      'dai-an-mo-rong',
    ]);
  });

  it('H13: An Thịnh was in flight too, and no source names the step that its dossier had come to', () => {
    expect(lifecycleOn(lived('an-thinh').record, day('2025-07-01'))).toBeUndefined();
    const matters = facts.flatMap(({ type, data }) => (type === 'matter.recorded' ? data : []));
    expect(matters.find(({ subjectId }) => subjectId === 'an-thinh')).toMatchObject({
      kind: 'ESTABLISHMENT_DOSSIER',
      asOf: '2025-04-01',
    });
  });
});

describe('the sample claims', () => {
  const subjects = new Set(
    facts.flatMap(({ type, data }) => (type === 'claim.recorded' ? data.subjectId : [])),
  );
  const claimed = (subjectId: string) => {
    const registered = clusters.find((cluster) => cluster.clusterId === subjectId)?.claims ?? [];
    let state: SubjectClaims = { subjectId, claims: registeredClaims(subjectId, registered), accepted: [] };
    const refusals: unknown[] = [];
    for (const event of facts) {
      if (event.type !== 'claim.recorded' || event.data.subjectId !== subjectId) continue;
      refusals.push(...wrong(decideRecordClaim(event.data, { ...state, acts, subjectKnown: true })));
      state = evolveClaims(state, event);
    }
    return { state, refusals };
  };
  const conflicts = (subjectId: string) =>
    claimGroups(claimed(subjectId).state.claims, [], day('2026-12-31')).flatMap(
      ({ field, conflicting, claims }) => (conflicting ? [[field, ...claims.map((c) => c.value)]] : []),
    );

  it('are such as the decider takes', () => {
    expect([...subjects].flatMap((id) => claimed(id).refusals)).toEqual([]);
  });

  it('H15: contradict one another where the sources do, and nowhere else', () => {
    expect(conflicts('51@origin')).toEqual([['establishedAreaHa', '436.28', '436.78']]);
    expect(conflicts('15@2025-07-01')).toEqual([['clustersAreaHa', '903.78', '970.46', '843.78']]);
    expect(conflicts('thinh-hung')).toEqual([['foundingDecisionDate', '2009-02-05', '2009-09-05']]);
    const others = [...subjects, ...clusters.map(({ clusterId }) => clusterId)].filter(
      (id) => !['51@origin', '15@2025-07-01', 'thinh-hung'].includes(id),
    );
    expect(others.flatMap(conflicts)).toEqual([]);
  });
});
