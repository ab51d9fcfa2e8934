import { describe, expect, it } from '@jest/globals';
import type { Clocks } from '#application';
import {
  attributesOn,
  lifecycleOn,
  phasesOn,
  sharesOn,
  type ClusterAdvanced,
  type DomainEvent,
  type LifecycleState,
} from '#domain';
import { act, assigned, cluster, duty, placement } from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { readModelOf } from '../../testing/files.js';

const said = { provenance: 'STATED', source: 'test' } as const;
const advanced = (
  clusterId: string,
  to: LifecycleState,
  on: string,
  more: Partial<ClusterAdvanced> = {},
): DomainEvent => ({
  type: 'cluster.advanced',
  data: { clusterId, to, effectiveOn: day(on), ...said, ...more },
});
const renamed = (clusterId: string, name: string, on: string): DomainEvent => ({
  type: 'cluster.adjusted',
  data: { clusterId, changes: { name, areaHa: '72' }, effectiveOn: day(on), actId: 'qd-1', ...said },
});

const log = new LogBuilder();
log.add('act-qd-1', act('qd-1')); // 1
log.add('duty-d1', duty('d1')); // 2
for (const id of ['yen-hop', 'yen-hop-1', 'yen-hop-2'])
  // 3 to 5
  log.add(`cluster-${id}`, cluster(id, `Yên Hợp${id.slice(7).replace('-', ' ')}`, [placement(['1@origin'])]));
log.add('cluster-yen-hop', assigned({ subjectId: 'yen-hop', dutyId: 'd1' })); // 6
log.add('cluster-yen-hop', advanced('yen-hop', 'ESTABLISHED', '2024-11-06', { actId: 'qd-1' })); // 7
log.add('cluster-yen-hop', advanced('yen-hop', 'OPERATING', '2026-01-01')); // 8
const wrong = log.events[7]?.eventId ?? '';
log.add('cluster-yen-hop', advanced('yen-hop', 'OPERATING', '2026-03-01', { corrects: wrong })); // 9
log.add('cluster-yen-hop-1', renamed('yen-hop-1', 'Xuân Ái', '2026-05-12')); // 10
log.add('cluster-yen-hop', {
  type: 'cluster.phases-recorded',
  data: { clusterId: 'yen-hop', phases: [{ phaseId: 'phase-1', areaHa: '12' }], ...said },
}); // 11
log.add('cluster-yen-hop', {
  type: 'cluster.shares-recorded',
  data: {
    clusterId: 'yen-hop',
    shares: [{ unitId: '1@origin', areaHa: '12' }],
    from: day('2025-07-01'),
    ...said,
  },
}); // 12
const model = readModelOf(log.events);
const clocks = (validAt: string, knownSeq: number): Clocks => ({ validAt: day(validAt), knownSeq });
const state = (id: string, validAt: string, knownSeq = 12) => {
  const found = model.cluster(id, knownSeq);
  return found && lifecycleOn(found, day(validAt))?.state;
};
const named = (name: string, validAt: string, knownSeq = 12) =>
  model.clusters({ name }, clocks(validAt, knownSeq), { first: 10 }).rows.map((r) => r.row.id);
const standing = (lifecycle: LifecycleState, validAt: string, knownSeq = 12) =>
  model.clusters({ lifecycle }, clocks(validAt, knownSeq), { first: 10 }).rows.map((r) => r.row.id);

describe('the life of a cluster at both clocks', () => {
  it('is what was known then, and what is known now', () => {
    expect(state('yen-hop', '2026-02-01', 6)).toBe('OPERATING');
    expect(state('yen-hop', '2026-02-01', 7)).toBe('OPERATING');
    expect(state('yen-hop', '2025-02-01', 8)).toBe('ESTABLISHED');
    expect(state('yen-hop', '2026-02-01', 8)).toBe('OPERATING');
    expect(state('yen-hop', '2026-02-01', 9)).toBe('ESTABLISHED');
    expect(state('yen-hop', '2026-03-01', 9)).toBe('OPERATING');
  });

  it('is what clusters are found by', () => {
    expect(standing('ESTABLISHED', '2026-02-01', 8)).toEqual([]);
    expect(standing('ESTABLISHED', '2026-02-01')).toEqual(['yen-hop']);
    expect(standing('OPERATING', '2026-03-01')).toEqual(['yen-hop', 'yen-hop-1', 'yen-hop-2']);
    expect(standing('REVOKED', '2026-03-01')).toEqual([]);
  });

  it('H27: its steps are found by their act; which Yên Hợp does QĐ 2201 create? This one', () => {
    const trail = model.auditTrail({ actId: 'qd-1', types: ['cluster.advanced'] }, 12, { first: 10 });
    expect(trail.rows.map(({ row }) => [row.stream, row.effectiveFrom, row.actId])).toEqual([
      ['cluster-yen-hop', '2024-11-06', 'qd-1'],
    ]);
  });

  it('shows in the audit trail which step a correction puts right', () => {
    expect(model.event(9)).toMatchObject({ correctsSeq: 8, effectiveFrom: '2026-03-01' });
  });

  it('moves no responsibility: H25, whoever had a duty keeps it through every step', () => {
    const at = (knownSeq: number) => model.responsibility('yen-hop', 'd1', clocks('2026-06-01', knownSeq));
    expect(at(12)).toEqual(at(6));
  });
});

describe('the name of a cluster at both clocks', () => {
  const nameOn = (validAt: string, knownSeq: number) => {
    const found = model.cluster('yen-hop-1', knownSeq);
    return found && attributesOn(found, day(validAt)).name;
  };

  it('is the one of the day, as known', () => {
    expect(nameOn('2026-05-11', 10)).toBe('Yên Hợp 1');
    expect(nameOn('2026-05-12', 9)).toBe('Yên Hợp 1');
    expect(nameOn('2026-05-12', 10)).toBe('Xuân Ái');
  });

  it('is what the cluster is found by, the old one no more', () => {
    expect(named('yen hop', '2026-05-11')).toEqual(['yen-hop', 'yen-hop-1', 'yen-hop-2']);
    expect(named('yen hop', '2026-05-12')).toEqual(['yen-hop', 'yen-hop-2']);
    expect(named('xuan ai', '2026-05-12')).toEqual(['yen-hop-1']);
    expect(named('xuan ai', '2026-05-12', 9)).toEqual([]);
    expect(named('xuan ai', '2026-05-11')).toEqual([]);
  });
});

describe('the parts of a cluster', () => {
  it('are known from their record on, and hold from their day on', () => {
    const [before, after] = [model.cluster('yen-hop', 11), model.cluster('yen-hop', 12)];
    if (before === undefined || after === undefined) throw new Error('not registered');
    expect(phasesOn(before, day('2024-11-06'))?.phases).toEqual([{ phaseId: 'phase-1', areaHa: '12' }]);
    expect(sharesOn(before, day('2025-07-01'))).toBeUndefined();
    expect(sharesOn(after, day('2025-06-30'))).toBeUndefined();
    expect(sharesOn(after, day('2025-07-01'))?.shares).toEqual([{ unitId: '1@origin', areaHa: '12' }]);
  });
});
