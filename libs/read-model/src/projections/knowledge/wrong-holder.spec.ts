import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, MatterRecord } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, corrected, established, placement } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const WRONG = 'UBND_XA:1@origin';
const RIGHT = 'UBND_XA:2@origin';
const heldBy = (officeId: string) => ({ holders: [{ officeId, lead: false }] });

/** What an office did, as it was recorded by somebody of it. */
function by(office: string, stream: string, event: DomainEvent): number {
  const recorded = log.add(stream, event);
  Object.assign(recorded.metadata, { actor: { id: 'a1', office, role: 'registrar' } });
  return log.events.length;
}
const fact = { matterId: 'm1', provenance: 'STATED', source: 'test' } as const;
const accepted = (on: string): DomainEvent => ({
  type: 'matter.accepted',
  data: { ...fact, effectiveOn: day(on), officeId: WRONG },
});
const placed = (from: string): DomainEvent => ({
  type: 'cluster.placed',
  data: {
    clusterId: 'a',
    placement: placement(['1@origin'], { from: day(from) }),
    actId: 'nd-32',
    reason: 'x',
  },
});

const log = new LogBuilder();
log.add('boundary-x', established('1@origin', 'Xã A', '2000-01-01'));
log.add('boundary-x', established('2@origin', 'Xã B', '2000-01-01'));
log.add('act-nd-32', act('nd-32', { inForceFrom: day('2024-05-01') }));
log.add('cluster-a', cluster('a', 'A', [placement(['1@origin'])]));
const assignment = log.add(
  'cluster-a',
  assigned({ subjectId: 'a', ...heldBy(WRONG), from: day('2025-07-01') }),
);
const record: MatterRecord = {
  ...fact,
  kind: 'PETITION',
  title: 'Đơn',
  subjectId: 'a',
  places: [],
  step: 'Trả lời',
  asOf: day('2025-06-01'),
  documents: [],
};
log.add('matter-m1', { type: 'matter.recorded', data: record });
const onMatter = by(WRONG, 'matter-m1', accepted('2025-08-01'));
const onCluster = by(WRONG, 'cluster-a', placed('2025-09-01'));
by(RIGHT, 'cluster-a', placed('2025-09-02'));
by(WRONG, 'cluster-a', placed('2025-06-30'));
by(WRONG, 'cluster-a', placed('2025-10-01'));
const days = { from: day('2025-07-01'), to: day('2025-10-01') };
log.add('cluster-a', corrected(assignment.eventId, { subjectId: 'a', ...heldBy(RIGHT), ...days }));
const correction = log.events.length;
by(WRONG, 'cluster-a', placed('2025-09-03'));

describe('H14: a correction', () => {
  const model = readModelOf(log.events);
  const clocks = { validAt: day('2026-01-01'), knownSeq: log.events.length };
  const [found] = model.knowledge.corrections({}, clocks, { first: 10 }).rows;

  it('lists what the wrong holder did before it on the days that it changed, in the matters of the subject too', () => {
    expect(found?.row.seq).toBe(correction);
    expect(found?.row.underWrongHolder).toEqual([onMatter, onCluster]);
  });

  it('lists nothing where nobody lost the duty', () => {
    const same = new LogBuilder();
    for (const { stream, type, data } of log.events.slice(0, correction - 1))
      same.add(stream, { type, data } as DomainEvent);
    same.add('cluster-a', corrected(assignment.eventId, { subjectId: 'a', ...heldBy(WRONG), ...days }));
    const [row] = readModelOf(same.events).knowledge.corrections({}, clocks, { first: 10 }).rows;
    expect(row?.row.underWrongHolder).toEqual([]);
  });
});
