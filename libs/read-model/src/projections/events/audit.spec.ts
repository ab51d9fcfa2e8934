import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AuditFilter, ReadModel } from '#application';
import type { Instant } from '#domain';
import { abolished, act, assigned, cluster, corrected, placement, reassigned } from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { openReadModel } from '../../read-model.js';
import { openProjector } from '../../follow/projector.js';

const DISTRICT = '01.soc-son@origin';
const COMMUNE = '1@2025-07-01';
const at = (text: string) => text as Instant;

function history(): LogBuilder {
  const log = new LogBuilder();
  log.add('act-nd-32', act('nd-32'), '2025-01-01T00:00:00.000Z'); // 1
  log.add('act-nd-139', act('nd-139', { amends: ['nd-32'] }), '2025-02-01T00:00:00.000Z'); // 2
  log.add('cluster-c1', cluster('c1', 'Cụm', [placement(['x@origin'])]), '2025-03-01T00:00:00.000Z'); // 3
  log.add('cluster-c1', assigned(), '2025-02-15T00:00:00.000Z'); // 4, by a clock that is behind
  log.add('cluster-c2', assigned({ subjectId: 'c2' }), '2025-04-01T00:00:00.000Z'); // 5
  const wrong = log.add(
    'transition-x',
    reassigned(
      {
        from: day('2025-07-01'),
        holders: [{ officeId: `UBND_XA:${COMMUNE}`, lead: false }],
        basis: { actId: 'nd-139', provenance: 'READ' },
      },
      { dissolvedUnitId: DISTRICT },
    ),
    '2025-05-01T00:00:00.000Z',
  ); // 6
  log.add('cluster-c1', corrected(wrong.eventId, { from: day('2025-07-01') }), '2025-06-01T00:00:00.000Z'); // 7
  log.add('cluster-c1', {
    type: 'cluster.placed',
    data: { clusterId: 'c1', placement: placement([COMMUNE]), actId: 'qd-1', reason: 'Biên bản.' },
  }); // 8
  log.add('investor-i1', {
    type: 'investor.appointed',
    data: { appointmentId: 'i1', clusterId: 'c1', kind: 'NONE', provenance: 'STATED', source: 'test' },
  }); // 9
  return log;
}

const log = history();
const model = readModelOf(log.events);
const seqs = (filter: AuditFilter, knownSeq = 9) =>
  model.auditTrail(filter, knownSeq, { first: 100 }).rows.map((r) => r.row.seq);

describe('the audit trail', () => {
  it('finds everything about a subject, wherever it was recorded', () => {
    expect(seqs({ subjectId: 'c1' })).toEqual([3, 4, 6, 7, 8, 9]);
    expect(seqs({ subjectId: 'i1' })).toEqual([9]);
    expect(seqs({ subjectId: 'c1' }, 4)).toEqual([3, 4]);
    expect(seqs({ subjectId: 'nobody' })).toEqual([]);
  });

  it('finds what a unit held, gave up and took over', () => {
    expect(seqs({ unitId: DISTRICT })).toEqual([4, 5, 6, 7]);
    expect(seqs({ unitId: COMMUNE })).toEqual([6]);
  });

  it('finds what cites an act', () => {
    expect(seqs({ actId: 'nd-32' })).toEqual([1, 2, 4, 5, 7]);
    expect(seqs({ actId: 'nd-139' })).toEqual([2, 6]);
    expect(seqs({ actId: 'qd-1' })).toEqual([7, 8]);
  });

  it('joins its filters', () => {
    expect(seqs({ subjectId: 'c1', unitId: DISTRICT })).toEqual([4, 6, 7]);
    expect(seqs({ subjectId: 'c1', types: ['cluster.placed', 'responsibility.corrected'] })).toEqual([7, 8]);
    expect(seqs({ types: ['act.registered', 'investor.appointed'] })).toEqual([1, 2, 9]);
    expect(seqs({ types: [] })).toEqual([]);
  });

  it('goes by the time of each event, also where a clock was behind', () => {
    expect(seqs({ from: at('2025-02-15T00:00:00.000Z'), to: at('2025-03-01T00:00:00.000Z') })).toEqual([4]);
    expect(seqs({ from: at('2025-03-01T00:00:00.000Z'), to: at('2025-05-01T00:00:00.000Z') })).toEqual([
      3, 5,
    ]);
    expect(seqs({ to: at('2025-02-01T00:00:00.000Z') })).toEqual([1, 8, 9]);
    expect(seqs({ subjectId: 'c1', to: at('2025-03-01T00:00:00.000Z') })).toEqual([4, 8, 9]);
  });

  it('gives an event as it was recorded', () => {
    expect(model.event(7)).toMatchObject({
      id: log.events[6]?.eventId,
      stream: 'cluster-c1',
      revision: 2,
      type: 'responsibility.corrected',
      effectiveFrom: '2025-07-01',
      actor: { id: 'a1', office: 'BO_CONG_THUONG', role: 'registrar' },
      actId: 'qd-1',
      reason: 'Wrong commune.',
      correctsSeq: 6,
      data: log.events[6]?.data,
    });
    expect(model.eventById(log.events[3]?.eventId ?? '')?.seq).toBe(4);
    expect(model.eventById('00000000-0000-5000-8000-000000000000')).toBeUndefined();
    expect(model.event(10)).toBeUndefined();
  });

  it('refuses a cursor of another list', () => {
    expect(() => model.auditTrail({}, 9, { first: 1, after: '["a","b"]' })).toThrow(/cursor/);
  });
});

describe('a list, paged while writers append', () => {
  it('is the list that the first page saw, in whatever batches it was written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (batch, first) => {
        const file = newFile();
        const growing = history();
        projectAll(file, growing.events, batch);
        const projector = openProjector({ file });
        const reader = openReadModel({ file });
        try {
          const pages = pagesWhileAppending(reader, first, () => {
            projector.project([growing.add('cluster-c1', assigned({ from: day('2025-08-01') }))]);
          });
          expect(pages).toEqual([3, 4, 6, 7, 8, 9]);
          expect(reader.status().seq).toBeGreaterThan(9);
        } finally {
          reader.close();
          projector.close();
        }
      }),
      { numRuns: 20 },
    );
  });
});

function pagesWhileAppending(reader: ReadModel, first: number, append: () => void): readonly number[] {
  const knownSeq = reader.status().seq;
  const seen: number[] = [];
  for (let after: string | undefined; ;) {
    const page = reader.auditTrail({ subjectId: 'c1' }, knownSeq, { first, ...(after && { after }) });
    seen.push(...page.rows.map((r) => r.row.seq));
    after = page.rows.at(-1)?.key;
    append();
    if (!page.hasNext) return seen;
  }
}

describe('what a unit abolished in the log is found by', () => {
  it('is the unit, and its act', () => {
    const units = new LogBuilder();
    units.add('boundary-nq-1', {
      type: 'unit.listed',
      data: { unitId: DISTRICT, name: 'Huyện Sóc Sơn', level: 'DISTRICT', kind: 'HUYEN', source: 'test' },
    });
    units.add('boundary-nq-1', abolished(DISTRICT, '2025-07-01'));
    const reader = readModelOf(units.events);
    const found = (filter: AuditFilter) =>
      reader.auditTrail(filter, 2, { first: 9 }).rows.map((r) => r.row.seq);
    expect(found({ unitId: DISTRICT })).toEqual([1, 2]);
    expect(found({ actId: 'nq-1' })).toEqual([2]);
  });
});
