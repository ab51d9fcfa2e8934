import { describe, expect, it } from '@jest/globals';
import type { DomainEvent, EventCatalogue } from '../events/catalogue.js';
import { ACTS, day } from '../testing/law.js';
import { lineageOf } from '../testing/lineage.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import type { CodeUse } from './code-overlaps.js';
import { decideBoundary, refuseBoundaries, type KnownBoundaries } from './decide-boundary.js';

const ON = day('2027-01-01');
const LATER = day('2028-01-01');
const ACT = 'qd-1637';

const KNOWN: KnownBoundaries = {
  lineage: lineageOf(
    [
      { id: '38@origin', name: 'Tỉnh Thanh Hóa', level: 'PROVINCE', kind: 'TINH' },
      { id: '15517@origin', name: 'Xã Xuân Hòa', level: 'COMMUNE', kind: 'XA', to: '2025-07-01' },
      { id: '15520@2025-07-01', name: 'Xã Xuân Hòa', level: 'COMMUNE', kind: 'XA', from: '2025-07-01' },
    ],
    [['15517@origin', '15520@2025-07-01', 'WHOLE']],
  ),
  acts: (id) => ACTS.find((act) => act.actId === id),
  codeInUse: (code, level) =>
    code === '15520' && level === 'COMMUNE'
      ? [{ unitId: '15520@2025-07-01', from: day('2025-07-01') } satisfies CodeUse]
      : [],
};

const xa = (unitId: string, more: Partial<EventCatalogue['unit.listed']> = {}) => ({
  unitId,
  name: 'Xã Thọ Lâm',
  level: 'COMMUNE' as const,
  kind: 'XA' as const,
  code: unitId.split('@')[0] ?? '',
  parentId: '38@origin',
  ...more,
});
const listed = (unitId: string, more = {}): DomainEvent => ({
  type: 'unit.listed',
  data: { ...xa(unitId, more), source: 'danh mục' },
});
const formed = (unitId: string, more = {}, on = ON, actId = ACT): DomainEvent => ({
  type: 'unit.established',
  data: { ...xa(unitId, more), effectiveFrom: on, actId },
});
const ended = (unitId: string, on = ON, actId = ACT): DomainEvent => ({
  type: 'unit.abolished',
  data: { unitId, effectiveFrom: on, actId },
});
const into = (fromId: string, toId: string, on = ON, actId = ACT): DomainEvent => ({
  type: 'unit.succeeded',
  data: { fromId, toId, extent: 'WHOLE', effectiveOn: on, actId },
});
const refusals = (changes: readonly DomainEvent[]) =>
  refuseBoundaries(changes, KNOWN).map(({ index, refusal }) => [
    index,
    refusal.code,
    refusal.field,
    refusal.value,
  ]);
/** A list of ours, its merger with a recorded unit, and what came of it. */
const MERGER: readonly DomainEvent[] = [
  listed('90001@origin'),
  formed('90001@2027-01-01'),
  into('90001@origin', '90001@2027-01-01'),
  into('15520@2025-07-01', '90001@2027-01-01'),
  ended('90001@origin'),
  ended('15520@2025-07-01'),
];

describe('changes of units', () => {
  it('are recorded as given where they fit what is known, in any order', () => {
    expect(eventsOf(decideBoundary(MERGER, KNOWN))).toEqual(MERGER);
    expect(refusals([...MERGER].reverse())).toEqual([]);
  });

  it('may follow each other within one file, a code going from unit to unit', () => {
    const again = [
      ...MERGER,
      formed('90001@2028-01-01', {}, LATER),
      into('90001@2027-01-01', '90001@2028-01-01', LATER),
      ended('90001@2027-01-01', LATER),
    ];
    expect(refusals(again)).toEqual([]);
  });

  it('may take over a recorded code on the day its unit ends', () => {
    expect(
      refusals([
        formed('15520@2027-01-01'),
        into('15520@2025-07-01', '15520@2027-01-01'),
        ended('15520@2025-07-01'),
      ]),
    ).toEqual([]);
  });

  it('may rename, retype, reparent and alias a unit that exists', () => {
    const by = { unitId: '15520@2025-07-01', actId: ACT, effectiveFrom: ON };
    expect(
      refusals([
        { type: 'unit.renamed', data: { ...by, name: 'Xã Thọ Hải' } },
        { type: 'unit.retyped', data: { ...by, name: 'Phường Xuân Hòa', kind: 'PHUONG' } },
        { type: 'unit.reparented', data: { ...by, parentId: '38@origin' } },
        { type: 'unit.alias-recorded', data: { unitId: by.unitId, alias: 'Xuân Hoà', source: 'danh mục' } },
      ]),
    ).toEqual([]);
  });

  it('take time linear in their number, also as one long succession', () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, i) => [
      listed(`${i}@origin`, { code: `c${i}` }),
      into(`${i}@origin`, `${(i + 1) % count}@origin`),
    ]).flat();
    const started = performance.now();
    expect(refusals(chain).filter(([, code]) => code === 'CYCLIC_SUCCESSION')).toHaveLength(count);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});

describe('a change of units is refused', () => {
  it.each<[string, readonly DomainEvent[], unknown[]]>([
    [
      'of an unknown parent',
      [listed('90001@origin', { parentId: '99@origin' })],
      [0, 'UNKNOWN_UNIT', 'parentId', '99@origin'],
    ],
    [
      'of a unit that lies in itself',
      [listed('90001@origin', { parentId: '90001@origin' })],
      [0, 'INVALID_INPUT', 'parentId', '90001@origin'],
    ],
    [
      'of a province that lies in a unit',
      [listed('39@origin', { level: 'PROVINCE', kind: 'TINH' })],
      [0, 'INVALID_INPUT', 'parentId', '38@origin'],
    ],
    [
      'to a parent of its own tier',
      [
        listed('90001@origin'),
        {
          type: 'unit.reparented',
          data: { unitId: '90001@origin', parentId: '15520@2025-07-01', actId: ACT, effectiveFrom: ON },
        },
      ],
      [1, 'INVALID_INPUT', 'parentId', '15520@2025-07-01'],
    ],
    [
      'from an unknown unit',
      [into('99999@origin', '15520@2025-07-01')],
      [0, 'UNKNOWN_UNIT', 'fromId', '99999@origin'],
    ],
    [
      'to an unknown unit',
      [into('15520@2025-07-01', '99999@2027-01-01'), ended('15520@2025-07-01')],
      [0, 'UNKNOWN_UNIT', 'toId', '99999@2027-01-01'],
    ],
    ['ending an unknown unit', [ended('99999@origin')], [0, 'UNKNOWN_UNIT', 'unitId', '99999@origin']],
    [
      'of a recorded unit',
      [listed('38@origin', { level: 'PROVINCE' })],
      [0, 'ALREADY_EXISTS', 'unitId', '38@origin'],
    ],
    [
      'of a unit given twice',
      [listed('90001@origin'), listed('90001@origin', { code: '90002' })],
      [1, 'ALREADY_EXISTS', 'unitId', '90001@origin'],
    ],
    [
      'of a recorded succession',
      [into('15517@origin', '15520@2025-07-01', day('2025-07-01'))],
      [0, 'ALREADY_EXISTS', 'toId', '15520@2025-07-01'],
    ],
    [
      'of a succession given twice',
      [...MERGER, into('90001@origin', '90001@2027-01-01')],
      [6, 'ALREADY_EXISTS', 'toId', '90001@2027-01-01'],
    ],
    [
      'into itself',
      [into('15520@2025-07-01', '15520@2025-07-01'), ended('15520@2025-07-01')],
      [0, 'CYCLIC_SUCCESSION', 'toId', '15520@2025-07-01'],
    ],
    [
      'through what is recorded',
      [into('15520@2025-07-01', '15517@origin'), ended('15520@2025-07-01')],
      [0, 'CYCLIC_SUCCESSION', 'toId', '15517@origin'],
    ],
    [
      'of a code that a recorded unit bears',
      [formed('15520@2027-01-01')],
      [0, 'OVERLAPPING_INTERVAL', 'code', '15520'],
    ],
    [
      'of a code that another new unit bears',
      [listed('90001@origin'), formed('90001@2027-01-01')],
      [1, 'OVERLAPPING_INTERVAL', 'code', '90001'],
    ],
    [
      'of a code that a recorded unit takes later',
      [listed('15520@origin')],
      [0, 'OVERLAPPING_INTERVAL', 'code', '15520'],
    ],
    [
      'ending before it begins',
      [formed('90001@2028-01-01', {}, LATER), ended('90001@2028-01-01', ON)],
      [1, 'INVALID_INTERVAL', 'effectiveFrom', '2027-01-01'],
    ],
    [
      'ending on its first day',
      [formed('90001@2027-01-01'), ended('90001@2027-01-01')],
      [1, 'INVALID_INTERVAL', 'effectiveFrom', '2027-01-01'],
    ],
    [
      'ending what has ended',
      [ended('15517@origin')],
      [0, 'UNIT_NOT_IN_FORCE', 'effectiveFrom', '2027-01-01'],
    ],
    [
      'from a unit that goes on',
      [formed('90001@2027-01-01'), into('15520@2025-07-01', '90001@2027-01-01')],
      [1, 'UNIT_NOT_IN_FORCE', 'fromId', '15520@2025-07-01'],
    ],
    [
      'from a unit that ends on another day',
      [
        formed('90001@2027-01-01'),
        ended('15520@2025-07-01', LATER),
        into('15520@2025-07-01', '90001@2027-01-01'),
      ],
      [2, 'UNIT_NOT_IN_FORCE', 'fromId', '15520@2025-07-01'],
    ],
    [
      'to a unit that does not exist yet',
      [
        formed('90001@2028-01-01', {}, LATER),
        ended('15520@2025-07-01'),
        into('15520@2025-07-01', '90001@2028-01-01'),
      ],
      [2, 'UNIT_NOT_IN_FORCE', 'toId', '90001@2028-01-01'],
    ],
    [
      'renaming a unit that has ended',
      [
        {
          type: 'unit.renamed',
          data: { unitId: '15517@origin', name: 'Xã Thọ Hải', actId: ACT, effectiveFrom: ON },
        },
      ],
      [0, 'UNIT_NOT_IN_FORCE', 'unitId', '15517@origin'],
    ],
    [
      'forming by an unknown act',
      [formed('90001@2027-01-01', {}, ON, 'nq-0')],
      [0, 'UNKNOWN_ACT', 'actId', 'nq-0'],
    ],
    [
      'ending by an unknown act',
      [ended('15520@2025-07-01', ON, 'nq-0')],
      [0, 'UNKNOWN_ACT', 'actId', 'nq-0'],
    ],
    [
      'succeeding by an unknown act',
      [
        formed('90001@2027-01-01'),
        into('15520@2025-07-01', '90001@2027-01-01', ON, 'nq-0'),
        ended('15520@2025-07-01'),
      ],
      [1, 'UNKNOWN_ACT', 'actId', 'nq-0'],
    ],
    [
      'about something else',
      [{ type: 'act.extended', data: { actId: ACT, byActId: ACT, reason: 'gia hạn' } }],
      [0, 'INVALID_INPUT', 'type', 'act.extended'],
    ],
  ])('%s', (_, changes, expected) => {
    expect(refusals(changes)).toEqual([expected]);
    const refusal = refusalOf(decideBoundary(changes, KNOWN));
    expect([refusal.code, refusal.field, refusal.value]).toEqual(expected.slice(1));
    expect(refusal.remedy).toMatch(/^[A-Z].*\.$/);
  });

  it('where units would lie in each other, through however many, whichever change comes first', () => {
    const round = [
      listed('90001@origin', { parentId: '90003@origin' }),
      listed('90002@origin', { level: 'DISTRICT', kind: 'HUYEN', parentId: '90001@origin' }),
      listed('90003@origin', { level: 'DISTRICT', kind: 'HUYEN', parentId: '90002@origin' }),
    ];
    expect(refusals(round).map(([, code, field]) => [code, field])).toEqual([
      ['INVALID_INPUT', 'parentId'],
      ['INVALID_INPUT', 'parentId'],
    ]);
    expect(refusals([...round].reverse())).toHaveLength(2);
  });

  it('for every broken change, in their order, and never for the others', () => {
    const changes = [
      listed('90001@origin', { parentId: '99@origin' }),
      ...MERGER.slice(1, 2),
      formed('90003@2027-01-01', {}, ON, 'nq-0'),
      listed('90004@origin'),
      into('90004@origin', '90003@2027-01-01'),
    ];
    expect(refusals(changes).map(([index, code]) => [index, code])).toEqual([
      [0, 'UNKNOWN_UNIT'],
      [1, 'OVERLAPPING_INTERVAL'],
      [2, 'UNKNOWN_ACT'],
      [4, 'UNIT_NOT_IN_FORCE'],
    ]);
  });
});
