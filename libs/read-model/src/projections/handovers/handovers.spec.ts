import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clocks, HandoverFilter, ReadModel } from '#application';
import { HANDOVER_STATES, type HandoverState, type InvestorAppointment } from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, duty, placement } from '../../testing/facts.js';
import { readModelOf } from '../../testing/files.js';
import { handoverUpTo } from '../../testing/handovers.js';

const INVESTOR: InvestorAppointment = {
  appointmentId: 'yen-hop-investor-1',
  clusterId: 'yen-hop',
  kind: 'PUBLIC_SERVICE_UNIT',
  officeId: 'PUBLIC_SERVICE_UNIT:ban-qlda',
  name: 'Ban QLDA',
  provenance: 'STATED',
  source: 'test',
};

/** A cluster with duties and an investor, and nothing else. */
function ledger(log = new LogBuilder()): LogBuilder {
  log.add('act-nd-32', act('nd-32'));
  log.add('duty-d1', duty('d1'));
  log.add('duty-d2', duty('d2'));
  log.add('cluster-yen-hop', cluster('yen-hop', 'Yên Hợp', [placement(['1@origin'])]));
  log.add('cluster-yen-hop', assigned({ subjectId: 'yen-hop', dutyId: 'd1', to: day('2025-07-01') }));
  log.add('cluster-yen-hop', assigned({ subjectId: 'yen-hop', dutyId: 'd2' }));
  log.add('investor-yen-hop', { type: 'investor.appointed', data: INVESTOR });
  return log;
}
function withHandover(log: LogBuilder, state: HandoverState, id: string): LogBuilder {
  for (const event of handoverUpTo(state, id)) log.add(`handover-${id}`, event);
  return log;
}
const everything = { knownSeq: 1_000, validAt: day('2025-12-31') };
const ids = (model: ReadModel, filter: HandoverFilter, at: Clocks = everything) =>
  model.handovers.handovers(filter, at, { first: 10 }).rows.map(({ row }) => row.drafted.handoverId);

describe('handovers in the read model', () => {
  const log = withHandover(ledger(), 'RESOLVED', 'b');
  const first = log.events.length;
  const model = readModelOf(withHandover(log, 'SCHEDULED', 'a').events);

  it('are found by their parties, subjects, dissolved unit, province and state on the day', () => {
    const filters: readonly HandoverFilter[] = [
      { officeId: 'SO_CONG_THUONG:15@2025-07-01' },
      { giverId: 'PUBLIC_SERVICE_UNIT:to-ban-giao-tran-yen' },
      { receiverId: 'UBND_XA:04441@2025-07-01' },
      { subjectId: 'yen-hop' },
      { unitId: '15.huyen-tran-yen@origin' },
      { provinceId: '15@2025-07-01' },
    ];
    for (const filter of filters) expect([filter, ids(model, filter)]).toEqual([filter, ['a', 'b']]);
    expect(ids(model, { state: 'RESOLVED' })).toEqual(['b']);
    expect(ids(model, { state: 'SCHEDULED', subjectId: 'yen-hop' })).toEqual(['a']);
    for (const filter of [
      { giverId: 'UBND_XA:04441@2025-07-01' },
      { receiverId: 'SO_CONG_THUONG:15@2025-07-01' },
      { subjectId: 'pho-rang' },
      { unitId: '15.huyen-yen-binh@origin' },
      { provinceId: '01@origin' },
      { officeId: 'CUC' },
    ])
      expect([filter, ids(model, filter)]).toEqual([filter, []]);
  });

  it('are what they were on the day, as known at the time', () => {
    const on = (text: string, knownSeq = 1_000) =>
      ids(model, { state: 'SIGNED' }, { validAt: day(text), knownSeq });
    expect(on('2025-07-14')).toEqual([]);
    expect(on('2025-07-15')).toEqual(['b']);
    expect(ids(model, {}, { validAt: day('2025-07-02'), knownSeq: 1_000 })).toEqual([]);
    expect(ids(model, {}, { ...everything, knownSeq: first })).toEqual(['b']);
    expect(model.handovers.handover('a', first)).toBeUndefined();
    expect(model.handovers.handover('b', first)?.revision).toBeGreaterThan(0);
  });

  it('name the body that gives for a dissolved unit', () => {
    expect(model.office('PUBLIC_SERVICE_UNIT:to-ban-giao-tran-yen', everything)).toMatchObject({
      name: 'Tổ bàn giao huyện Trấn Yên',
      unitId: '15.huyen-tran-yen@origin',
    });
  });

  it('make work for their offices', () => {
    const work = (officeId: string) =>
      model.tasks.worklist({ officeId }, everything, { first: 10 }).rows.map(({ row }) => row.kind);
    expect(work('UBND_XA:04441@2025-07-01').sort()).toEqual(['HANDOVER_ACCEPT', 'HANDOVER_SIGN']);
  });
});

describe('authority', () => {
  const before = ledger();
  const length = before.events.length;
  const days = ['2024-06-01', '2025-06-30', '2025-07-01', '2025-07-20', '2026-01-01'].map(day);
  const answers = (model: ReadModel, knownSeq: number) =>
    days.map((validAt) => [
      model.responsibilities('yen-hop', undefined, { validAt, knownSeq }),
      model.assignments('yen-hop', undefined, knownSeq),
      model.investors('yen-hop', knownSeq),
    ]);
  const expected = answers(readModelOf(before.events), length);

  it('is moved by no event of any handover, whatever its state', () => {
    const states = fc.array(fc.constantFrom(...HANDOVER_STATES), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(states, (reached) => {
        const log = reached.reduce((l, state, i) => withHandover(l, state, `ban-giao-${i}`), ledger());
        expect(log.events.length).toBeGreaterThan(length);
        expect(answers(readModelOf(log.events), log.events.length)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });
});
