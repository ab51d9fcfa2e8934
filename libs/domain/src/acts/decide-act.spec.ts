import { describe, expect, it } from '@jest/globals';
import { eventsOf, refusalOf } from '../testing/register.js';
import { ACTS, day } from '../testing/law.js';
import { actId, type Act } from './act.js';
import {
  decideEndAct,
  decideExtendAct,
  decideRegisterAct,
  refuseBasis,
  type KnownAct,
} from './decide-act.js';

const acts = (id: string): KnownAct | undefined => ACTS.find((a) => a.actId === id);
const knowing = (act: Partial<KnownAct>) => (id: string) => {
  const known = acts(id);
  return known === undefined ? undefined : { ...known, ...(id === 'nd-139' ? act : {}) };
};

const DECISION: Omit<Act, 'actId'> = {
  kind: 'PROVINCIAL_DECISION',
  number: '949/QĐ-UBND',
  issuer: 'UBND tỉnh Yên Bái',
  issuedOn: day('2025-05-06'),
  provenance: 'SECONDARY',
  source: 'Quyết định thành lập CCN Y Can',
};

describe('registering an act', () => {
  it('records it under number, issuer and date', () => {
    expect(eventsOf(decideRegisterAct(DECISION, acts))).toEqual([
      { type: 'act.registered', data: { ...DECISION, actId: '949-qd-ubnd.ubnd-tinh-yen-bai.2025-05-06' } },
    ]);
  });

  it('takes the same number of another issuer, another day, or an unknown day as another act', () => {
    const ids = [
      actId('949/QĐ-UBND', 'UBND tỉnh Yên Bái', day('2025-05-06')),
      actId('949/QĐ-UBND', 'UBND tỉnh Lào Cai', day('2025-05-06')),
      actId('949/QĐ-UBND', 'UBND tỉnh Yên Bái', day('2024-05-06')),
      actId('949/QĐ-UBND', 'UBND tỉnh Yên Bái'),
    ];
    expect(new Set(ids).size).toBe(4);
  });

  it('refuses one that is registered, also when it is typed without diacritics', () => {
    const known = eventsOf(decideRegisterAct(DECISION, acts))[0]?.data;
    const typed = { ...DECISION, number: '949/qd-ubnd', issuer: 'UBND tinh Yen Bai' };
    expect(
      refusalOf(decideRegisterAct(typed, (id) => (id === known?.actId ? known : undefined))),
    ).toMatchObject({
      code: 'ALREADY_EXISTS',
      field: 'number',
      value: '949/qd-ubnd',
      remedy: expect.stringContaining('registered act'),
    });
  });

  it.each(['number', 'issuer'] as const)('refuses one without %s', (field) => {
    expect(refusalOf(decideRegisterAct({ ...DECISION, [field]: ' – ' }, acts))).toMatchObject({
      code: 'INVALID_INPUT',
      field,
      value: ' – ',
      remedy: expect.stringContaining('as printed'),
    });
  });

  it.each(['2025-05-06', '2025-05-05'])(
    'refuses one that lapses on %s, before a day in force',
    (lapsesOn) => {
      const input = { ...DECISION, inForceFrom: day('2025-05-06'), lapsesOn: day(lapsesOn) };
      expect(refusalOf(decideRegisterAct(input, acts))).toMatchObject({
        code: 'INVALID_INTERVAL',
        field: 'lapsesOn',
        value: lapsesOn,
        remedy: expect.stringContaining('2025-05-06'),
      });
    },
  );

  it.each(['amends', 'replaces'] as const)('refuses an unknown act that it %s', (field) => {
    expect(refusalOf(decideRegisterAct({ ...DECISION, [field]: ['nd-32', 'nd-999'] }, acts))).toMatchObject({
      code: 'UNKNOWN_ACT',
      field,
      value: 'nd-999',
      remedy: expect.stringContaining('Register the act first'),
    });
  });
});

describe('the end of an act', () => {
  const repeal = {
    actId: 'nd-139',
    endsOn: day('2026-09-01'),
    manner: 'REPEALED' as const,
    byActId: 'qd-16-2026',
    reason: 'Replaced earlier than foreseen.',
  };

  it('is recorded where it comes before the lapse', () => {
    expect(eventsOf(decideEndAct(repeal, acts))).toEqual([{ type: 'act.ended', data: repeal }]);
  });

  it('is recorded for an act without an end, and on the very first day of an annulled one', () => {
    const end = {
      actId: 'nd-32',
      endsOn: day('2024-05-01'),
      manner: 'ANNULLED' as const,
      reason: 'Annulled.',
    };
    expect(eventsOf(decideEndAct(end, acts))).toHaveLength(1);
  });

  it.each(['2027-03-01', '2027-03-02'])('is refused on %s, when it has lapsed already', (endsOn) => {
    expect(refusalOf(decideEndAct({ ...repeal, endsOn: day(endsOn) }, acts))).toMatchObject({
      code: 'ACT_ALREADY_ENDED',
      field: 'endsOn',
      value: endsOn,
      message: expect.stringContaining('2027-03-01'),
      remedy: expect.stringContaining('extension'),
    });
  });

  it('is refused where another end is recorded, earlier or not', () => {
    const ended = knowing({ endsOn: day('2026-12-01'), endManner: 'REPEALED' });
    expect(refusalOf(decideEndAct(repeal, ended)).code).toBe('ACT_ALREADY_ENDED');
  });

  it('is refused before the act is in force', () => {
    expect(refusalOf(decideEndAct({ ...repeal, endsOn: day('2025-06-30') }, acts))).toMatchObject({
      code: 'INVALID_INTERVAL',
      field: 'endsOn',
      value: '2025-06-30',
      remedy: expect.stringContaining('2025-07-01'),
    });
  });

  it.each([
    ['actId', { actId: 'nd-999' }],
    ['byActId', { byActId: 'nd-999' }],
  ])('is refused for an unknown act in %s', (field, more) => {
    expect(refusalOf(decideEndAct({ ...repeal, ...more }, acts))).toMatchObject({
      code: 'UNKNOWN_ACT',
      field,
      value: 'nd-999',
    });
  });

  it('is refused without a reason', () => {
    expect(refusalOf(decideEndAct({ ...repeal, reason: ' ' }, acts))).toMatchObject({
      code: 'REASON_REQUIRED',
      field: 'reason',
      value: '',
      remedy: expect.stringContaining('why'),
    });
  });
});

describe('the extension of an act', () => {
  const extension = {
    actId: 'nd-139',
    lapsesOn: day('2028-03-01'),
    byActId: 'qd-16-2026',
    reason: 'Stays in force for another year.',
  };

  it('is recorded with a later end, or with none', () => {
    expect(eventsOf(decideExtendAct(extension, acts))).toEqual([{ type: 'act.extended', data: extension }]);
    const { lapsesOn: _none, ...open } = extension;
    expect(eventsOf(decideExtendAct(open, acts))).toEqual([{ type: 'act.extended', data: open }]);
  });

  it('revives an act whose repeal was recorded', () => {
    const repealed = knowing({ endsOn: day('2026-09-01'), endManner: 'REPEALED' });
    expect(eventsOf(decideExtendAct({ ...extension, lapsesOn: day('2027-03-01') }, repealed))).toHaveLength(
      1,
    );
  });

  it.each(['2027-03-01', '2027-02-28'])('is refused to %s, which is no later', (lapsesOn) => {
    expect(refusalOf(decideExtendAct({ ...extension, lapsesOn: day(lapsesOn) }, acts))).toMatchObject({
      code: 'INVALID_INTERVAL',
      field: 'lapsesOn',
      value: lapsesOn,
      message: expect.stringContaining('its end is 2027-03-01'),
      remedy: expect.stringContaining('later day'),
    });
  });

  it('is refused for an act without an end', () => {
    expect(refusalOf(decideExtendAct({ ...extension, actId: 'nd-32' }, acts))).toMatchObject({
      code: 'INVALID_INTERVAL',
      message: expect.stringContaining('no end is recorded'),
    });
  });

  it('is refused for unknown acts and without a reason', () => {
    expect(refusalOf(decideExtendAct({ ...extension, actId: 'x' }, acts))).toMatchObject({
      code: 'UNKNOWN_ACT',
      field: 'actId',
    });
    expect(refusalOf(decideExtendAct({ ...extension, byActId: 'x' }, acts))).toMatchObject({
      code: 'UNKNOWN_ACT',
      field: 'byActId',
    });
    expect(refusalOf(decideExtendAct({ ...extension, reason: '' }, acts)).code).toBe('REASON_REQUIRED');
  });
});

describe('an act as a basis', () => {
  const on = (id: string, text: string, known = acts) => refuseBasis('actId', id, day(text), known);
  const refusal = (id: string, text: string, known = acts) => {
    const refused = on(id, text, known);
    return refused === undefined ? undefined : refusalOf(refused);
  };

  it('carries from its first day to the day before its last, half-open', () => {
    expect(refusal('nd-139', '2025-06-30')?.code).toBe('ACT_NOT_IN_FORCE');
    expect(on('nd-139', '2025-07-01')).toBeUndefined();
    expect(on('nd-139', '2027-02-28')).toBeUndefined();
    expect(refusal('nd-139', '2027-03-01')).toMatchObject({
      code: 'ACT_NOT_IN_FORCE',
      field: 'actId',
      value: 'nd-139',
      message: expect.stringContaining('2025-07-01 to 2027-03-01'),
      remedy: expect.stringContaining('in force on the first day'),
    });
  });

  it('does not carry from before its issue where it says nothing of its start', () => {
    const issued = (id: string) => {
      const known = acts(id === 'qd-1637' ? 'undated' : id);
      return known === undefined ? undefined : { ...known, issuedOn: day('2026-05-12') };
    };
    expect(refusal('qd-1637', '2026-05-11', issued)?.code).toBe('ACT_NOT_IN_FORCE');
    expect(on('qd-1637', '2026-05-12', issued)).toBeUndefined();
  });

  it('carries any day where neither is known', () => expect(on('undated', '2020-01-01')).toBeUndefined());
  it('has to be registered', () => expect(refusal('x', '2026-01-01')?.code).toBe('UNKNOWN_ACT'));
});
