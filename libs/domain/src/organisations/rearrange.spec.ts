import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planCarry } from '../schemes/carry.js';
import { decideAdvanceScheme } from '../schemes/decide-advance.js';
import { decideChangeSchemeParty } from '../schemes/decide-party.js';
import { decideRegisterScheme, type RegisterScheme } from '../schemes/decide-register.js';
import { schemePartiesOn } from '../schemes/state-on.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { centre, QD_2644, schemeOf, TestSchemes } from '../testing/schemes.js';
import { decideRegisterOrganisation } from './decide-organisation.js';
import { decideRearrangeCentre, type RearrangeCentre } from './rearrange.js';

const HAI_DUONG = 'tt-kc-hai-duong';
const HAI_PHONG = 'tt-kc-hai-phong-cu';
const PROMOTION = 'tt-xuc-tien-hai-duong';
const MERGED = 'tt-kc-hai-phong';
const ON = day('2025-07-01');

/** QĐ 2644/QĐ-UBND of Hải Phòng: two whole predecessors, and one section of a third. */
const qd2644 = (more: Partial<RearrangeCentre> = {}): RearrangeCentre => ({
  successor: centre(MERGED, { from: ON, actId: QD_2644.actId }),
  predecessors: [
    { organisationId: HAI_DUONG, extent: 'WHOLE' },
    { organisationId: HAI_PHONG, extent: 'WHOLE' },
    {
      organisationId: PROMOTION,
      extent: 'PARTIAL',
      part: 'Bộ phận xúc tiến thương mại',
      schemeIds: ['moved'],
    },
  ],
  effectiveOn: ON,
  actId: QD_2644.actId,
  reason: 'QĐ 2644/QĐ-UBND.',
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const before = () => {
  const register = new TestSchemes();
  for (const id of [HAI_DUONG, HAI_PHONG, PROMOTION])
    register.record(eventsOf(decideRegisterOrganisation(centre(id), register)));
  add(register, schemeOf('contract-2025', HAI_DUONG, { fromYear: 2025, contractNumber: '1' }));
  add(register, schemeOf('of-hai-phong', HAI_PHONG));
  add(register, schemeOf('closed', HAI_DUONG, { step: 'CLOSED' }));
  add(register, schemeOf('moved', PROMOTION));
  return add(register, schemeOf('stays', PROMOTION));
};
const add = (register: TestSchemes, scheme: RegisterScheme) =>
  register.record(eventsOf(decideRegisterScheme(scheme, register)));
const rearranged = (register = before(), input = qd2644()) =>
  register.record(eventsOf(decideRearrangeCentre(input, register)));
const executing = (register: TestSchemes, id: string, on = '2025-07-01') =>
  schemePartiesOn(register.known(id), 'EXECUTING_UNIT', day(on)).map((party) => party.id);

describe('a centre that is formed of others', () => {
  it('is recorded with its edges, once', () => {
    const events = eventsOf(decideRearrangeCentre(qd2644(), before()));
    expect(events.map(({ type }) => type)).toEqual([
      'organisation.registered',
      'organisation.succeeded',
      'organisation.succeeded',
      'organisation.succeeded',
    ]);
    expect(eventsOf(decideRearrangeCentre(qd2644(), rearranged()))).toEqual([]);
  });

  it('goes on with the edges that are missing', () => {
    const [first] = qd2644().predecessors;
    const begun = rearranged(before(), qd2644({ predecessors: first === undefined ? [] : [first] }));
    expect(eventsOf(decideRearrangeCentre(qd2644(), begun))).toMatchObject([
      { type: 'organisation.succeeded', data: { fromId: HAI_PHONG, extent: 'WHOLE' } },
      { type: 'organisation.succeeded', data: { fromId: PROMOTION, extent: 'PARTIAL' } },
    ]);
  });

  it('takes over schemes in progress of whole predecessors, and of a part only those listed', () => {
    const register = rearranged();
    expect(register.carry()).toEqual(['contract-2025', 'of-hai-phong', 'moved']);
    expect(executing(register, 'contract-2025', '2025-06-30')).toEqual([HAI_DUONG]);
    expect(executing(register, 'contract-2025')).toEqual([MERGED]);
    expect(executing(register, 'closed')).toEqual([HAI_DUONG]);
    expect(executing(register, 'moved')).toEqual([MERGED]);
    expect(executing(register, 'stays')).toEqual([PROMOTION]);
  });

  it('moves the executing role and nothing else, by the decision that formed it', () => {
    const register = rearranged();
    const scheme = register.known('contract-2025');
    expect(planCarry(scheme, register.organisations, () => 'Trung tâm mới')).toEqual([
      {
        type: 'scheme.party-changed',
        data: {
          schemeId: 'contract-2025',
          role: 'EXECUTING_UNIT',
          from: { kind: 'ORGANISATION', id: HAI_DUONG, name: `Trung tâm ${HAI_DUONG}` },
          to: { kind: 'ORGANISATION', id: MERGED, name: 'Trung tâm mới' },
          effectiveOn: ON,
          actId: QD_2644.actId,
          manner: 'BY_SUCCESSION',
          reason: `${HAI_DUONG} went whole into ${MERGED} on 2025-07-01.`,
          provenance: 'STATED',
          source: 'test',
        },
      },
    ]);
    register.carry();
    expect(register.known('contract-2025').registration).toEqual(scheme.registration);
    expect(register.known('contract-2025').steps).toEqual(scheme.steps);
  });

  it('a second run owes nothing', () => {
    const register = rearranged();
    register.carry();
    expect(register.carry()).toEqual([]);
  });

  it('takes over a scheme that is registered later with the old centre', () => {
    const register = rearranged();
    register.carry();
    add(register, schemeOf('late', HAI_DUONG, { from: day('2024-03-01') }));
    expect(register.carry()).toEqual(['late']);
    expect(executing(register, 'late', '2025-06-30')).toEqual([HAI_DUONG]);
    expect(executing(register, 'late')).toEqual([MERGED]);
  });

  it('no scheme can begin with a centre that is gone', () => {
    const scheme = schemeOf('new', HAI_DUONG, { from: ON });
    expect(refusalOf(decideRegisterScheme(scheme, rearranged()))).toMatchObject({
      code: 'NOT_APPLICABLE',
      field: 'executingUnit.id',
      remedy: expect.stringContaining(MERGED),
    });
    const later = schemeOf('new', HAI_DUONG, { fromYear: 2026 });
    expect(refusalOf(decideRegisterScheme(later, rearranged())).code).toBe('NOT_APPLICABLE');
  });

  it('one that began with it before the merger was recorded is moved from its first day', () => {
    const register = add(before(), schemeOf('meanwhile', HAI_DUONG, { from: day('2025-08-15') }));
    rearranged(register).carry();
    expect(executing(register, 'meanwhile', '2025-08-15')).toEqual([MERGED]);
    expect(register.carry()).toEqual([]);
  });

  it('a scheme closed the day before stays, one stopped does not', () => {
    const register = before();
    const step = { effectiveOn: day('2025-06-30'), provenance: 'STATED', source: 'test' } as const;
    const stop = { ...step, schemeId: 'contract-2025', to: 'STOPPED' } as const;
    register.record(eventsOf(decideAdvanceScheme(stop, register)));
    register.record(
      eventsOf(decideAdvanceScheme({ ...step, schemeId: 'of-hai-phong', to: 'STOPPED' }, register)),
    );
    register.record(
      eventsOf(decideAdvanceScheme({ ...step, schemeId: 'of-hai-phong', to: 'CLOSED' }, register)),
    );
    expect(rearranged(register).carry()).toEqual(['contract-2025', 'moved']);
  });

  it('follows two mergers in a row, and leaves alone what a decision gave to another', () => {
    const register = rearranged();
    register.record(eventsOf(decideRegisterOrganisation(centre('other'), register)));
    const to = { kind: 'ORGANISATION', id: 'other' } as const;
    const decided = {
      ...({ schemeId: 'of-hai-phong', role: 'EXECUTING_UNIT', to, effectiveOn: ON } as const),
      ...({ actId: QD_2644.actId, reason: 'Listed.', provenance: 'STATED', source: 'test' } as const),
    };
    register.record(eventsOf(decideChangeSchemeParty(decided, register)));
    const again = qd2644({
      successor: centre('second'),
      predecessors: [{ organisationId: MERGED, extent: 'WHOLE' }],
      effectiveOn: day('2026-01-01'),
    });
    expect(rearranged(register, again).carry()).toEqual(['contract-2025', 'contract-2025', 'moved', 'moved']);
    expect(executing(register, 'contract-2025', '2025-12-31')).toEqual([MERGED]);
    expect(executing(register, 'contract-2025', '2026-01-01')).toEqual(['second']);
    expect(executing(register, 'of-hai-phong', '2026-01-01')).toEqual(['other']);
  });

  it('an inferred edge moves no scheme', () => {
    expect(rearranged(before(), qd2644({ provenance: 'INFERRED' })).carry()).toEqual([]);
  });

  it('without a decision on the centre nothing moves, whatever becomes of the province', () => {
    const register = add(before(), schemeOf('of-yen-bai', HAI_DUONG, { provinceId: '15@origin' }));
    expect(register.lineage.lifetime('15@origin')?.to).toBe('2025-07-01');
    expect(register.carry()).toEqual([]);
    expect(executing(register, 'of-yen-bai', '2026-01-01')).toEqual([HAI_DUONG]);
  });
});

describe('whatever the order in which a scheme and the mergers become known', () => {
  const DAYS = ['2025-07-01', '2026-01-01', '2026-07-01', '2027-01-01'].map(day);
  const LOOKED_AT = ['2024-01-01', ...DAYS, '2030-01-01'];
  /** Each merger takes the centre before it whole into a new one. */
  const mergers = DAYS.map((effectiveOn, i) =>
    qd2644({
      successor: centre(`c${i + 1}`),
      predecessors: [{ organisationId: `c${i}`, extent: 'WHOLE' }],
      effectiveOn,
    }),
  );
  const first = () => {
    const register = new TestSchemes();
    return register.record(eventsOf(decideRegisterOrganisation(centre('c0'), register)));
  };

  it('the same centre executes it on each day, and it is owed nothing more', () => {
    const known = fc.record({
      after: fc.integer({ min: 0, max: DAYS.length }),
      closedOn: fc.option(fc.constantFrom('2025-06-30', '2025-07-01', '2026-03-01', '2026-07-01').map(day)),
      carriedBetween: fc.boolean(),
    });
    fc.assert(
      fc.property(known, ({ after, closedOn, carriedBetween }) => {
        const register = first();
        for (const [i, merger] of [...mergers, undefined].entries()) {
          if (i === after) {
            add(register, schemeOf('s', 'c0', { from: day('2024-01-01'), step: 'SETTLED' }));
            if (closedOn !== null) {
              const closed = { schemeId: 's', to: 'CLOSED', effectiveOn: closedOn } as const;
              const said = { provenance: 'STATED', source: 'test' } as const;
              register.record(eventsOf(decideAdvanceScheme({ ...closed, ...said }, register)));
            }
          }
          if (merger !== undefined) rearranged(register, merger);
          if (carriedBetween) register.carry();
        }
        register.carry();
        expect(register.carry()).toEqual([]);
        for (const on of LOOKED_AT) {
          const done = DAYS.filter((d) => d <= on && (closedOn === null || d < closedOn)).length;
          expect(executing(register, 's', on)).toEqual([`c${done}`]);
        }
      }),
    );
  });
});

describe('a rearrangement is refused', () => {
  const one = (more: object) => [{ organisationId: HAI_DUONG, extent: 'WHOLE' as const, ...more }];
  it.each<[string, string, Partial<RearrangeCentre>]>([
    ['REASON_REQUIRED', 'reason', { reason: '' }],
    ['INVALID_INPUT', 'source', { source: '' }],
    ['UNKNOWN_ACT', 'actId', { actId: 'nobody' }],
    ['ACT_NOT_IN_FORCE', 'actId', { effectiveOn: day('2025-06-30') }],
    ['NOT_APPLICABLE', 'actId', { actId: 'nd-139' }],
    ['INVALID_INPUT', 'predecessors', { predecessors: [] }],
    ['UNKNOWN_SUBJECT', 'predecessors.0.organisationId', { predecessors: one({ organisationId: 'nobody' }) }],
    ['INVALID_INPUT', 'predecessors.0.organisationId', { predecessors: [...one({}), ...one({})] }],
    ['INVALID_INPUT', 'predecessors.0.part', { predecessors: one({ part: 'x' }) }],
    ['INVALID_INPUT', 'predecessors.0.part', { predecessors: one({ extent: 'PARTIAL' }) }],
    ['INVALID_INPUT', 'predecessors.0.part', { predecessors: one({ schemeIds: ['moved'] }) }],
    [
      'UNKNOWN_SUBJECT',
      'predecessors.0.schemeIds.0',
      { predecessors: one({ extent: 'PARTIAL', part: 'x', schemeIds: ['nothing'] }) },
    ],
    ['CYCLIC_SUCCESSION', 'predecessors.0.organisationId', { successor: centre(HAI_DUONG) }],
    ['INVALID_INPUT', 'organisationId', { successor: centre('TT') }],
  ])('with %s for %s', (code, field, more) => {
    expect(refusalOf(decideRearrangeCentre(qd2644(more), before()))).toMatchObject({ code, field });
  });

  it('where a predecessor is gone already, or the successor is', () => {
    const register = rearranged();
    const again = qd2644({ successor: centre('second'), effectiveOn: day('2026-01-01') });
    expect(refusalOf(decideRearrangeCentre(again, register))).toMatchObject({ code: 'NOT_APPLICABLE' });
    const back = qd2644({
      successor: centre(HAI_DUONG),
      predecessors: [{ organisationId: MERGED, extent: 'WHOLE' }],
    });
    expect(refusalOf(decideRearrangeCentre(back, register)).code).toBe('CYCLIC_SUCCESSION');
  });
});
