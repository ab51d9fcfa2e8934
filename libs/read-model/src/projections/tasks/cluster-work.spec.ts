import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, LifecycleState } from '#domain';
import { digest } from '../../rebuild/digest.js';
import { day, LogBuilder } from '../../testing/events.js';
import { assigned, cluster, placement, reassigned } from '../../testing/facts.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';

const DISTRICT = 'UBND_HUYEN:01.soc-son@origin';
const COMMUNES = ['UBND_XA:1@2025-07-01', 'UBND_XA:2@2025-07-01'];
const dutyId = 'ccn_announce_dossier_intake';
const advanced = (to: LifecycleState, on: string): DomainEvent => ({
  type: 'cluster.advanced',
  data: { clusterId: 'a', to, effectiveOn: day(on), provenance: 'STATED', source: 'test' },
});
const registered = cluster('a', 'A', [placement(['1@origin'])]);

const log = new LogBuilder();
log.add('cluster-a', { ...registered, data: { ...registered.data, status: 'PLANNED' } } as DomainEvent); // 1
log.add('cluster-a', assigned({ subjectId: 'a', dutyId, to: day('2025-07-01') })); // 2
log.add('cluster-a', advanced('DOSSIER_OPEN', '2025-06-27')); // 3
log.add(
  'transition-x',
  reassigned({
    subjectId: 'a',
    dutyId,
    from: day('2025-07-01'),
    status: 'JOINT',
    holders: COMMUNES.map((officeId) => ({ officeId, lead: false })),
  }),
); // 4
log.add('cluster-a', advanced('DOSSIER_CLOSED', '2025-07-20')); // 5
const model = readModelOf(log.events);
const waiting = (officeId: string | undefined, validAt: string, knownSeq: number) =>
  model.tasks
    .worklist({ officeId: officeId ?? '' }, { validAt: day(validAt), knownSeq }, { first: 10 })
    .rows.map(({ row }) => [row.kind, row.since]);

describe('the worklist has what the life of a cluster waits for', () => {
  it('from the step on, with whoever holds the duty as known', () => {
    expect(waiting(DISTRICT, '2025-06-28', 2)).toEqual([]);
    expect(waiting(DISTRICT, '2025-06-28', 3)).toEqual([['DOSSIER_ANNOUNCE', '2025-06-27']]);
    expect(waiting(DISTRICT, '2025-07-01', 4)).toEqual([]);
  });

  it('with each of those who hold it together, until the next step', () => {
    for (const commune of COMMUNES) {
      expect(waiting(commune, '2025-07-01', 3)).toEqual([]);
      expect(waiting(commune, '2025-07-01', 4)).toEqual([['DOSSIER_ANNOUNCE', '2025-07-01']]);
      expect(waiting(commune, '2025-07-20', 4)).toEqual([['DOSSIER_ANNOUNCE', '2025-07-01']]);
      expect(waiting(commune, '2025-07-20', 5)).toEqual([]);
    }
  });

  it('whatever the size of the batches', () => {
    const [one, by] = [newFile(), newFile()];
    projectAll(one, log.events, 1);
    projectAll(by, log.events, 5);
    expect(digest({ file: one })).toEqual(digest({ file: by }));
  });
});
