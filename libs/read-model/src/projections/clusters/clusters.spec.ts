import { describe, expect, it } from '@jest/globals';
import type { ClusterFilter, Clocks } from '#application';
import {
  abolished,
  act,
  assigned,
  cluster,
  duty,
  listed,
  placement,
  reassigned,
} from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { readModelOf } from '../../testing/files.js';

const DISTRICT = '01.soc-son@origin';
const COMMUNE = '1@origin';
const log = new LogBuilder();
log.add('act-nd-32', act('nd-32')); // 1
log.add('act-nd-139', act('nd-139', { lapsesOn: day('2027-03-01') })); // 2
log.add('duty-d2', duty('d2')); // 3
log.add('duty-d1', duty('d1')); // 4
log.add('cluster-b', cluster('b', 'CN2', [placement([COMMUNE])])); // 5
log.add('cluster-a', cluster('a', 'Đại An mở rộng', [placement([COMMUNE])])); // 6
log.add('cluster-c', cluster('c', 'CN2', [placement([COMMUNE])])); // 7
log.add('cluster-a', assigned({ subjectId: 'a', dutyId: 'd1', to: day('2025-07-01') })); // 8
log.add('cluster-a', assigned({ subjectId: 'a', dutyId: 'd2' })); // 9
log.add('boundary-x', listed(DISTRICT, 'Huyện Sóc Sơn', { level: 'DISTRICT', kind: 'HUYEN' })); // 10
log.add('boundary-x', abolished(DISTRICT, '2025-07-01')); // 11
log.add(
  `transition-${DISTRICT}`,
  reassigned(
    {
      subjectId: 'a',
      dutyId: 'd1',
      from: day('2025-07-01'),
      status: 'UNDETERMINED',
      holders: [],
      candidates: ['UBND_XA:1@2025-07-01', 'UBND_XA:2@2025-07-01'],
      basis: { actId: 'nd-139', provenance: 'READ' },
    },
    { dissolvedUnitId: DISTRICT },
  ),
); // 12
log.add('cluster-a', {
  type: 'cluster.placed',
  data: {
    clusterId: 'a',
    placement: placement(['1@2025-07-01'], { from: day('2025-07-01') }),
    actId: 'qd-1',
    reason: 'Biên bản.',
  },
}); // 13
log.add(
  'cluster-a',
  reassigned({
    subjectId: 'a',
    dutyId: 'd1',
    from: day('2025-07-01'),
    holders: [{ officeId: 'UBND_XA:1@2025-07-01', lead: false }],
    basis: { actId: 'nd-139', provenance: 'READ' },
    restsOn: [log.events[12]?.eventId ?? ''],
  }),
); // 14
const MOVED = day('2026-01-01');
/** Placed, placed otherwise from the same day, and placed as before. */
for (const unitId of ['1@2025-07-01', '2@2025-07-01', '1@2025-07-01']) {
  log.add('cluster-b', {
    type: 'cluster.placed',
    data: {
      clusterId: 'b',
      placement: placement([unitId], { from: MOVED }),
      actId: 'qd-1',
      reason: 'Biên bản.',
    },
  });
} // 15 to 17
const model = readModelOf(log.events);
const clocks = (validAt: string, knownSeq: number): Clocks => ({ validAt: day(validAt), knownSeq });
const ids = (filter: ClusterFilter, validAt: string, knownSeq = 14) =>
  model.clusters(filter, clocks(validAt, knownSeq), { first: 10 }).rows.map((r) => r.row.id);

describe('clusters', () => {
  it('are listed by name and id, in pages', () => {
    expect(ids({}, '2025-06-30')).toEqual(['b', 'c', 'a']);
    const first = model.clusters({}, clocks('2025-06-30', 14), { first: 2 });
    expect(first).toMatchObject({ hasNext: true });
    const after = first.rows.at(-1)?.key ?? '';
    const second = model.clusters({}, clocks('2025-06-30', 14), { first: 2, after });
    expect(second).toMatchObject({ hasNext: false, rows: [{ row: { id: 'a' } }] });
  });

  it('are found by name with and without diacritics', () => {
    expect(ids({ name: 'dai an MO rong' }, '2025-06-30')).toEqual(['a']);
    expect(ids({ name: 'Đại' }, '2025-06-30')).toEqual(['a']);
    expect(ids({ name: '_' }, '2025-06-30')).toEqual([]);
  });

  it('are found by who holds a duty over them on the day, as known', () => {
    expect(ids({ holderId: `UBND_HUYEN:${DISTRICT}` }, '2025-06-30')).toEqual(['a']);
    expect(ids({ holderId: 'UBND_XA:1@2025-07-01' }, '2025-06-30')).toEqual([]);
    expect(ids({ holderId: 'UBND_XA:1@2025-07-01' }, '2025-07-01')).toEqual(['a']);
    expect(ids({ holderId: 'UBND_XA:1@2025-07-01' }, '2025-07-01', 13)).toEqual([]);
    expect(ids({ holderId: 'UBND_XA:1@2025-07-01' }, '2027-03-01')).toEqual([]);
  });

  it('are found by a status, a lapsed basis included', () => {
    expect(ids({ status: 'UNDETERMINED' }, '2025-07-01', 13)).toEqual(['a']);
    expect(ids({ status: 'UNDETERMINED' }, '2025-07-01')).toEqual([]);
    expect(ids({ status: 'UNDETERMINED' }, '2027-03-01', 13)).toEqual([]);
    expect(ids({ status: 'NO_BASIS' }, '2026-01-01')).toEqual([]);
    expect(ids({ status: 'NO_BASIS' }, '2027-03-01')).toEqual(['a']);
    expect(ids({ status: 'NO_BASIS' }, '2024-01-01')).toEqual(['a']);
  });

  it('keep their earlier places at the earlier time of knowledge', () => {
    expect(model.cluster('a', 12)?.placements).toHaveLength(1);
    expect(model.cluster('a', 13)?.placements.map((p) => p.from)).toEqual([undefined, '2025-07-01']);
    expect(model.cluster('a', 5)).toBeUndefined();
  });

  it('tell by which event each of their places is known, and only what was known', () => {
    const [first, second] = model.cluster('a', 14)?.placements ?? [];
    const seqs = (knownSeq: number) =>
      [first, second].map((p) => p && model.places.placementSeq('a', p, knownSeq));
    expect(seqs(14)).toEqual([6, 13]);
    expect(seqs(12)).toEqual([6, undefined]);
    expect(seqs(5)).toEqual([undefined, undefined]);
    const again = placement(['1@2025-07-01'], { from: MOVED });
    const placed = [15, 16, 17].map((knownSeq) => model.places.placementSeq('b', again, knownSeq));
    expect(placed).toEqual([15, undefined, 17]);
  });

  it('tell the revision of their stream as known', () => {
    expect(model.cluster('a', 14)?.revision).toBe(4);
    expect(model.cluster('a', 12)?.revision).toBe(2);
    expect(model.cluster('b', 14)?.revision).toBe(0);
  });
});

describe('answers over a cluster', () => {
  it('come in the order of the catalogue', () => {
    expect(model.responsibilities('a', undefined, clocks('2025-06-30', 14)).map((r) => r.dutyId)).toEqual([
      'd2',
      'd1',
    ]);
    expect(model.responsibilities('a', ['d1', 'd1'], clocks('2025-06-30', 14))).toHaveLength(1);
  });

  it('name the placement that they rest on', () => {
    expect(model.responsibility('a', 'd1', clocks('2025-08-01', 14)).decidedBySeqs).toEqual([14, 13]);
  });
});

describe('the transition of a dissolved unit', () => {
  const at = (knownSeq: number, validAt = '2025-07-01') =>
    model.transition(DISTRICT, clocks(validAt, knownSeq));

  it('shows what is still open, and what a decision settled', () => {
    expect(at(12)).toEqual({
      unitId: DISTRICT,
      effectiveOn: '2025-07-01',
      statuses: [{ status: 'UNDETERMINED', count: 1 }],
      subjectIds: ['a'],
      reassigned: 1,
      unsettled: 1,
      eventSeqs: [12],
    });
    expect(at(14)).toMatchObject({ statuses: [{ status: 'HELD', count: 1 }], unsettled: 0, eventSeqs: [12] });
    expect(at(14, '2025-01-01')).toMatchObject({ statuses: [{ status: 'HELD', count: 1 }] });
  });

  it('is empty for one that held nothing, and none for a unit that goes on', () => {
    expect(at(11)).toMatchObject({ effectiveOn: '2025-07-01', reassigned: 0, statuses: [] });
    expect(at(10)).toBeUndefined();
    expect(model.transition('1@origin', clocks('2025-07-01', 14))).toBeUndefined();
  });
});

describe('a subject', () => {
  it('exists from its first event on', () => {
    expect(model.subjectExists('a', 5)).toBe(false);
    expect(model.subjectExists('a', 6)).toBe(true);
    expect(model.subjectExists('nothing', 14)).toBe(false);
  });
});
