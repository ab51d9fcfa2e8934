import { describe, expect, it } from '@jest/globals';
import { territoryOn, type LocalDate } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { abolished, cluster, established, listed, placement, succeeded } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const COMMUNES = ['1@origin', '2@origin', '3@2025-07-01', '4@2025-07-01', '5@2025-09-01'] as const;
const DAYS = [
  ...['2024-12-31', '2025-01-01', '2025-03-09', '2025-03-10', '2025-03-11', '2025-06-30', '2025-07-01'],
  ...['2025-07-02', '2025-08-15', '2025-08-31', '2025-09-01', '2025-09-02', '2030-01-01'],
].map(day);

const log = new LogBuilder();
log.add('boundary-0', listed('15@origin', 'Tỉnh Yên Bái', { level: 'PROVINCE', kind: 'TINH' }));
log.add('boundary-0', listed('1@origin', 'Xã 1', { parentId: '15@origin' }));
log.add('boundary-0', listed('2@origin', 'Xã 2', { parentId: '15@origin' }));
log.add('cluster-a', cluster('a', 'A', [placement(['1@origin'])]));
log.add('cluster-b', cluster('b', 'B', [placement(['1@origin'])]));
log.add('cluster-c', cluster('c', 'C', [placement(['2@origin'])]));
log.add('cluster-c', {
  type: 'cluster.placed',
  data: {
    clusterId: 'c',
    placement: placement(['1@origin'], { from: day('2025-03-10') }),
    actId: 'qd-1',
    reason: 'Biên bản.',
  },
});
const beforeReform = log.events.length;
log.add('boundary-1', established('3@2025-07-01', 'Xã 3', '2025-07-01', { parentId: '15@origin' }));
log.add('boundary-1', established('4@2025-07-01', 'Xã 4', '2025-07-01', { parentId: '15@origin' }));
for (const from of ['1@origin', '2@origin']) log.add('boundary-1', abolished(from, '2025-07-01'));
log.add('boundary-1', succeeded('1@origin', '3@2025-07-01', 'PARTIAL'));
log.add('boundary-1', succeeded('1@origin', '4@2025-07-01', 'PARTIAL'));
log.add('boundary-1', succeeded('2@origin', '4@2025-07-01'));
log.add('boundary-2', established('5@2025-09-01', 'Xã 5', '2025-09-01', { parentId: '15@origin' }));
log.add('boundary-2', abolished('4@2025-07-01', '2025-09-01'));
log.add('boundary-2', succeeded('4@2025-07-01', '5@2025-09-01'));
log.add('cluster-d', cluster('d', 'D', [placement(['3@2025-07-01'])]));
const model = readModelOf(log.events);

/** Worked out for each cluster, day and number anew. */
function lying(unitId: string, validAt: LocalDate, knownSeq: number): readonly string[] {
  return ['a', 'b', 'c', 'd'].filter((id) => {
    const known = model.cluster(id, knownSeq);
    if (known === undefined) return false;
    const { unitIds }: { unitIds: readonly string[] } = territoryOn(
      known.placements,
      validAt,
      'COMMUNE',
      model.lineage(knownSeq),
    );
    return unitIds.includes(unitId);
  });
}

const listedIn = (communeId: string, validAt: LocalDate, knownSeq: number) =>
  model.clusters({ communeId }, { validAt, knownSeq }, { first: 10 }).rows.map(({ row }) => row.id);

describe('clusters of a commune', () => {
  it('are those that lie there on the day as known, whichever days were asked about before', () => {
    const seen = new Set<string>();
    for (const days of [DAYS, DAYS.toReversed()]) {
      for (const knownSeq of [beforeReform, log.events.length - 4, log.events.length]) {
        for (const validAt of days) {
          for (const commune of COMMUNES) {
            const found = listedIn(commune, validAt, knownSeq);
            seen.add(found.join());
            expect([commune, validAt, knownSeq, found]).toEqual([
              commune,
              validAt,
              knownSeq,
              lying(commune, validAt, knownSeq),
            ]);
          }
        }
      }
    }
    // What is the same everywhere proves nothing.
    expect(seen.size).toBeGreaterThan(5);
  });
});
