import { describe, expect, it } from '@jest/globals';
import { day, LogBuilder } from '../../testing/events.js';
import { act } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';

const COMMUNE = 'UBND_XA:1@2025-07-01';
const stated = { provenance: 'STATED', source: 'test' } as const;
const log = new LogBuilder();
log.add('act-nd-139', act('nd-139')); // 1
log.add('act-qd-9', act('qd-9')); // 2
log.add('handover-h1', {
  type: 'handover.drafted',
  data: {
    handoverId: 'h1',
    giverOfficeId: 'PUBLIC_SERVICE_UNIT:ban-quan-ly',
    receiverOfficeId: COMMUNE,
    decidingOfficeId: 'CT_UBND_TINH:1@origin',
    basis: { actId: 'qd-9' },
    effectiveOn: day('2025-07-01'),
    draftedOn: day('2025-07-05'),
    items: [],
    ...stated,
    by: { actorId: 'a-1', officeId: COMMUNE },
  },
}); // 3
for (const [id, actId] of [
  ['m1', 'qd-9'],
  ['m2', 'nd-139'],
] as const)
  log.add(`matter-${id}`, {
    type: 'matter.recorded',
    data: {
      matterId: id,
      kind: 'ESTABLISHMENT_DOSSIER',
      title: 'Hồ sơ',
      step: 'Lập hồ sơ',
      asOf: day('2025-06-17'),
      officeId: COMMUNE,
      applicableActId: actId,
      places: [],
      documents: [],
      ...stated,
    },
  }); // 4 5
log.add('matter-m1', {
  type: 'matter.closed',
  data: {
    matterId: 'm1',
    officeId: COMMUNE,
    effectiveOn: day('2025-09-01'),
    outcome: 'WITHDRAWN',
    reason: 'The applicant withdrew it.',
    ...stated,
  },
}); // 6

describe('handovers and matters that rest on an act', () => {
  const model = readModelOf(log.events);
  const cases = (actId: string, validAt: string, knownSeq = 6) =>
    model.knowledge
      .taintedCases(actId, { validAt: day(validAt), knownSeq }, { first: 10 })
      .rows.map(({ row }) => row);

  it('are told with where they stand on the day, and whether that is the end', () => {
    expect(cases('qd-9', '2025-08-01')).toEqual([
      { kind: 'HANDOVER', id: 'h1', state: 'DRAFTED', open: true },
      expect.objectContaining({ kind: 'MATTER', id: 'm1', open: true }),
    ]);
    expect(cases('qd-9', '2025-09-01')[1]).toEqual({
      kind: 'MATTER',
      id: 'm1',
      state: 'CLOSED',
      open: false,
    });
    expect(cases('nd-139', '2025-08-01').map(({ id }) => id)).toEqual(['m2']);
  });

  it('are those known then, and have no state before their first day', () => {
    expect(cases('qd-9', '2025-08-01', 3).map(({ id }) => id)).toEqual(['h1']);
    expect(cases('qd-9', '2025-07-01')[0]).toEqual({ kind: 'HANDOVER', id: 'h1', open: false });
  });

  it('come in pages', () => {
    const at = { validAt: day('2025-08-01'), knownSeq: 6 };
    const first = model.knowledge.taintedCases('qd-9', at, { first: 1 });
    const after = first.rows[0]?.key ?? '';
    const rest = model.knowledge.taintedCases('qd-9', at, { first: 1, after });
    expect([first.hasNext, rest.rows.map(({ row }) => row.id), rest.hasNext]).toEqual([true, ['m1'], false]);
  });
});
