import { describe, expect, it } from '@jest/globals';
import { act, assigned } from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { readModelOf } from '../../testing/files.js';

const log = new LogBuilder();
log.add(
  'act-decree',
  act('decree', { number: 'DECREE-1', inForceFrom: day('2025-07-01'), lapsesOn: day('2027-03-01') }),
); // 1
log.add('act-resolution', act('resolution', { number: 'RESOLUTION-1', issuer: 'Quốc hội' })); // 2
log.add('cluster-c1', assigned({ from: day('2025-01-01'), basis: { actId: 'decree', provenance: 'READ' } })); // 3
log.add('act-decree', {
  type: 'act.extended',
  data: {
    actId: 'decree',
    lapsesOn: day('2028-03-01'),
    byActId: 'resolution',
    reason: 'Chưa có nghị định mới.',
  },
}); // 4
log.add('act-decree', {
  type: 'act.ended',
  data: {
    actId: 'decree',
    endsOn: day('2026-01-01'),
    manner: 'REPEALED',
    byActId: 'resolution',
    reason: 'Bãi bỏ.',
  },
}); // 5
const model = readModelOf(log.events);
const ask = (validAt: string, knownSeq: number) =>
  model.responsibility('c1', 'd1', { validAt: day(validAt), knownSeq });

describe('an act as known', () => {
  it('ends by its own terms, later by its extension, then by its repeal', () => {
    expect(model.act('decree', 0)).toBeUndefined();
    expect(model.act('decree', 3)).toMatchObject({ endsOn: '2027-03-01', revision: 0 });
    expect(model.act('decree', 3)?.endManner).toBeUndefined();
    expect(model.act('decree', 4)).toMatchObject({ endsOn: '2028-03-01', revision: 1 });
    expect(model.act('decree', 5)).toMatchObject({
      endsOn: '2026-01-01',
      endManner: 'REPEALED',
      endedByActId: 'resolution',
      revision: 2,
    });
  });

  it('is found by number, issuer and the day on which it is in force', () => {
    const ids = (filter: Parameters<typeof model.acts>[0], knownSeq: number) =>
      model.acts(filter, knownSeq, { first: 10 }).rows.map((r) => r.row.actId);
    expect(ids({ number: 'decree-1' }, 5)).toEqual(['decree']);
    expect(ids({ issuer: 'quoc hoi' }, 5)).toEqual(['resolution']);
    expect(ids({ inForceOn: day('2026-06-01') }, 4)).toEqual(['decree', 'resolution']);
    expect(ids({ inForceOn: day('2026-06-01') }, 5)).toEqual(['resolution']);
  });
});

describe('an answer follows its act', () => {
  it('from the record of an end on, and not before', () => {
    expect(ask('2026-06-01', 4)).toMatchObject({ status: 'HELD', since: '2025-07-01', until: '2028-03-01' });
    expect(ask('2026-06-01', 5)).toMatchObject({ status: 'NO_BASIS', since: '2026-01-01' });
    expect(ask('2026-06-01', 5).explanation).toBe(
      'The act it rests on, DECREE-1, was repealed by RESOLUTION-1 on 2026-01-01 (Bãi bỏ), and no newer basis is recorded.',
    );
    expect(ask('2026-06-01', 5).decidedBySeqs).toEqual([3, 5]);
  });

  it('and names its extension only where that is what carries it', () => {
    expect(ask('2026-06-01', 4).decidedBySeqs).toEqual([3]);
    expect(ask('2027-06-01', 3)).toMatchObject({ status: 'NO_BASIS', decidedBySeqs: [3, 1] });
    expect(ask('2027-06-01', 4)).toMatchObject({ status: 'HELD', decidedBySeqs: [3, 4] });
  });

  it('and does not begin before it', () => {
    expect(ask('2025-03-01', 5)).toMatchObject({
      status: 'NO_BASIS',
      since: '2025-01-01',
      until: '2025-07-01',
      explanation: 'The act it rests on, DECREE-1, is in force from 2025-07-01 only.',
    });
  });
});
