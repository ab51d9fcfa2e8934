import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Clocks, HandoverFilter, ReadModel } from '#application';
import {
  HANDOVER_STATES,
  handoverOn,
  type DomainEvent,
  type HandoverState,
  type InvestorAppointment,
} from '#domain';
import { day, LogBuilder } from '../../testing/events.js';
import { act, assigned, cluster, duty, placement, reassigned } from '../../testing/facts.js';
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

  it('H23: is moved by no event of any handover, whatever its state', () => {
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

  it.each<[string, HandoverState]>([
    ['files that the commune says it never received', 'DISCREPANCY_OPEN'],
    ['a reservation', 'ACCEPTED_WITH_RESERVATION'],
    ['minutes that nobody has signed', 'SCHEDULED'],
    ['nothing but a draft', 'DRAFTED'],
  ])(
    'H23: can the commune refuse liability? With %s it holds from the day of the law all the same',
    (_what, state) => {
      const log = withHandover(reformed(), state, 'late');
      const told = readModelOf(log.events);
      const knownSeq = log.events.length;
      expect(stateIn(told, '2025-12-31', knownSeq)).toEqual(state);
      expect([holders(told, '2025-06-30', knownSeq), holders(told, '2025-07-01', knownSeq)]).toEqual([
        [DISTRICT],
        [COMMUNE],
      ]);
    },
  );

  it('H24: who decided on 30/6/2025 at 17:00? The district, the minutes being signed since 15 June', () => {
    const log = reformed();
    for (const event of handoverUpTo('SIGNED', 'late')) log.add('handover-late', inJune(event));
    const told = readModelOf(log.events);
    const knownSeq = log.events.length;
    expect(stateIn(told, '2025-06-30', knownSeq)).toBe('SIGNED');
    expect(holders(told, '2025-06-30', knownSeq)).toEqual([DISTRICT]);
    expect(holders(told, '2025-07-01', knownSeq)).toEqual([COMMUNE]);
  });

  it('H33: whose signature? An office is named as holder, and no answer tells of the person who signed for it', () => {
    const signedBy = (person: string) => {
      const log = reformed();
      for (const event of handoverUpTo('ACCEPTED', 'late'))
        log.add(
          'handover-late',
          JSON.parse(JSON.stringify(event).replaceAll('"a1"', `"${person}"`)) as DomainEvent,
        );
      const told = readModelOf(log.events);
      expect(JSON.stringify(told.handovers.handover('late', log.events.length))).toContain(person);
      return answers(told, log.events.length);
    };
    const [one, another] = [signedBy('person-1'), signedBy('person-2')];
    expect(one).toEqual(another);
    expect(JSON.stringify(one)).not.toContain('person-1');
    expect(JSON.stringify(one)).toContain(COMMUNE);
  });
});

const DISTRICT = 'UBND_HUYEN:01.soc-son@origin';
const COMMUNE = 'UBND_XA:04441@2025-07-01';

/** The ledger after the reform: the commune follows the district in the first duty. */
function reformed(): LogBuilder {
  const log = ledger();
  const holders = [{ officeId: COMMUNE, lead: false }];
  log.add(
    'cluster-yen-hop',
    reassigned({ subjectId: 'yen-hop', dutyId: 'd1', from: day('2025-07-01'), holders }),
  );
  return log;
}

/** The same event with everything that July has of it a month earlier, but for the day of effect. */
function inJune(event: DomainEvent): DomainEvent {
  const text = JSON.stringify(event, (key, value: unknown) =>
    key !== 'effectiveOn' && typeof value === 'string' ? value.replace(/^2025-07-/, '2025-06-') : value,
  );
  return JSON.parse(text) as DomainEvent;
}

function stateIn(model: ReadModel, validAt: string, knownSeq: number): HandoverState | undefined {
  const record = model.handovers.handover('late', knownSeq);
  return record && handoverOn(record, day(validAt))?.state;
}

function holders(model: ReadModel, validAt: string, knownSeq: number): readonly string[] {
  return model
    .responsibility('yen-hop', 'd1', { validAt: day(validAt), knownSeq })
    .holders.map(({ officeId }) => officeId);
}
