import { describe, expect, it } from '@jest/globals';
import type { Clocks, MatterFilter } from '#application';
import type { DomainEvent, MatterRecord } from '#domain';
import { abolished, established, listed, succeeded } from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { newFile, projectAll, readModelOf } from '../../testing/files.js';
import { digest } from '../../rebuild/digest.js';

const PROVINCE = { level: 'PROVINCE', kind: 'TINH' } as const;
const DISTRICT = { level: 'DISTRICT', kind: 'HUYEN', parentId: '38@origin' } as const;
const REFORM = '2025-07-01';
const log = new LogBuilder();
const unit = (event: DomainEvent) => log.add('boundary-x', event);
unit(listed('38@origin', 'Tỉnh Thanh Hóa', PROVINCE));
unit(listed('38.tho-xuan@origin', 'Huyện Thọ Xuân', DISTRICT));
unit(listed('1@origin', 'Xã Xuân Hòa', { parentId: '38.tho-xuan@origin' }));
unit(listed('2@origin', 'Xã Thọ Hải', { parentId: '38.tho-xuan@origin' }));
for (const id of ['38.tho-xuan@origin', '1@origin', '2@origin']) unit(abolished(id, REFORM));
for (const [id, name] of [
  ['1@2025-07-01', 'Xã Xuân Hòa'],
  ['2@2025-07-01', 'Xã Thọ Xuân'],
] as const)
  unit(established(id, name, REFORM, { parentId: '38@origin' }));
unit(succeeded('1@origin', '1@2025-07-01'));
unit(succeeded('2@origin', '1@2025-07-01', 'PARTIAL'));
unit(succeeded('2@origin', '2@2025-07-01', 'PARTIAL'));
unit(succeeded('38.tho-xuan@origin', '1@2025-07-01', 'PARTIAL'));
unit(succeeded('38.tho-xuan@origin', '2@2025-07-01', 'PARTIAL'));

function recorded(
  matterId: string,
  title: string,
  unitIds: readonly string[],
  more: Partial<MatterRecord> = {},
  to = log,
) {
  const data: MatterRecord = {
    matterId,
    kind: 'PETITION',
    title,
    officeId: 'UBND_HUYEN:38.tho-xuan@origin',
    places: [
      {
        of: 'APPLICANT',
        precision: 'COMMUNE',
        unitIds,
        complete: true,
        provenance: 'STATED',
        evidence: 'source',
      },
    ],
    step: 'Trả lời',
    asOf: day('2025-06-10'),
    documents: [],
    provenance: 'STATED',
    source: 'test',
    ...more,
  };
  return to.add(`matter-${matterId}`, { type: 'matter.recorded', data });
}
recorded('m1', 'Đơn B', ['1@origin'], { subjectId: 'cluster-1' });
recorded('m2', 'Đơn A', ['2@origin'], { kind: 'INSPECTION' });
recorded('m3', 'Đơn C', ['1@2025-07-01'], {
  asOf: day('2025-08-01'),
  startedOn: day('2025-08-01'),
  officeId: 'UBND_XA:1@2025-07-01',
});
const FIRST = log.events.length;
const fact = { matterId: 'm1', provenance: 'STATED', source: 'test' } as const;
const officeId = 'UBND_XA:1@2025-07-01';
log.add('matter-m1', {
  type: 'matter.taken-over',
  data: { ...fact, effectiveOn: day('2025-07-02'), officeId, actId: 'nd-139' },
});
log.add('matter-m1', {
  type: 'matter.accepted',
  data: { ...fact, effectiveOn: day('2025-07-05'), officeId },
});
const LAST = log.events.length;

const model = readModelOf(log.events);
const at = (validAt: string, knownSeq = LAST): Clocks => ({ validAt: day(validAt), knownSeq });
const ids = (filter: MatterFilter, clocks: Clocks) =>
  model.matters.matters(filter, clocks, { first: 10 }).rows.map(({ row }) => row.matter.matterId);

describe('a matter', () => {
  it('stands where it stood on the day, as known at the time', () => {
    const stage = (clocks: Clocks) => model.matters.matterOn('m1', clocks)?.standing.stage;
    expect(stage(at('2025-06-30'))).toBe('IN_PROGRESS');
    expect(stage(at('2025-07-01'))).toBe('TO_BE_TAKEN_OVER');
    expect(stage(at('2025-07-02'))).toBe('TAKEN_OVER');
    expect(stage(at('2025-07-05'))).toBe('ACCEPTED');
    expect(stage(at('2025-07-05', FIRST))).toBe('TO_BE_TAKEN_OVER');
    expect(stage(at('2025-06-09'))).toBeUndefined();
    expect(stage(at('2025-07-05', FIRST - 3))).toBeUndefined();
    expect(model.matters.matter('m1', FIRST)?.revision).toBe(0);
    expect(model.matters.matter('m1', LAST)?.revision).toBe(2);
  });
});

describe('matters are found', () => {
  it.each<[string, MatterFilter, Clocks, readonly string[]]>([
    ['by title, those that were there on the day', {}, at('2025-09-01'), ['m2', 'm1', 'm3']],
    ['not before they were', {}, at('2025-07-31'), ['m2', 'm1']],
    ['by kind', { kind: 'INSPECTION' }, at('2025-09-01'), ['m2']],
    ['by subject', { subjectId: 'cluster-1' }, at('2025-09-01'), ['m1']],
    ['by stage', { stage: 'COORDINATION_NEEDED' }, at('2025-09-01'), ['m2']],
    ['by whose turn it is', { officeId }, at('2025-09-01'), ['m1', 'm3']],
    ['by the unit that had them', { dissolvedUnitId: '38.tho-xuan@origin' }, at('2025-09-01'), ['m2', 'm1']],
    ['by a unit in which they lay', { dissolvedUnitId: '2@origin' }, at('2025-09-01'), ['m2']],
    ['by province', { provinceId: '38@origin' }, at('2025-09-01'), ['m2', 'm1', 'm3']],
    ['by another province', { provinceId: '1@2025-07-01' }, at('2025-06-30'), []],
    ['in flight at the cutover', { inFlightAtCutover: true }, at('2025-09-01'), ['m2', 'm1']],
    ['not in flight then', { inFlightAtCutover: false }, at('2025-09-01'), ['m3']],
    ['without acceptance', { inFlightAtCutover: true, withoutAcceptance: true }, at('2025-09-01'), ['m2']],
    [
      'without acceptance as known before',
      { withoutAcceptance: true },
      at('2025-09-01', FIRST),
      ['m2', 'm1'],
    ],
    ['with it', { withoutAcceptance: false }, at('2025-09-01'), ['m1', 'm3']],
  ])('%s', (_name, filter, clocks, expected) => {
    expect(ids(filter, clocks)).toEqual(expected);
  });

  it('page by page', () => {
    const first = model.matters.matters({}, at('2025-09-01'), { first: 2 });
    expect(first.hasNext).toBe(true);
    const after = first.rows.at(-1)?.key ?? '';
    const second = model.matters.matters({}, at('2025-09-01'), { first: 2, after });
    expect(second.rows.map(({ row }) => row.matter.matterId)).toEqual(['m3']);
    expect(second.hasNext).toBe(false);
  });
});

describe('the work of matters', () => {
  const waits = (officeId: string, clocks: Clocks, of = model) =>
    of.tasks
      .worklist({ officeId }, clocks, { first: 10 })
      .rows.map(({ row }) => [row.kind, row.subjectId, row.since]);

  it('is in the list of the office whose turn it is, on the day, as known then', () => {
    expect(waits('UBND_HUYEN:38.tho-xuan@origin', at('2025-06-30'))).toEqual([
      ['MATTER_DECIDE', 'm1', '2025-06-10'],
      ['MATTER_DECIDE', 'm2', '2025-06-10'],
    ]);
    expect(waits('UBND_HUYEN:38.tho-xuan@origin', at('2025-07-01'))).toEqual([]);
    expect(waits(officeId, at('2025-07-01'))).toEqual([['MATTER_TAKE_OVER', 'm1', '2025-07-01']]);
    expect(waits(officeId, at('2025-07-05', FIRST))).toEqual([['MATTER_TAKE_OVER', 'm1', '2025-07-01']]);
    expect(waits(officeId, at('2025-08-01'))).toEqual([
      ['MATTER_DECIDE', 'm1', '2025-07-05'],
      ['MATTER_DECIDE', 'm3', '2025-08-01'],
    ]);
    expect(waits('CT_UBND_TINH:38@origin', at('2025-08-01'))).toEqual([
      ['MATTER_COORDINATE', 'm2', '2025-07-01'],
    ]);
  });

  it('is due by the calendar, counted from where the matter is, not from when it came', () => {
    const more = new LogBuilder();
    for (const { stream, type, data } of log.events.slice(0, 13))
      more.add(stream, { type, data } as DomainEvent);
    const clock = { days: 25, working: true, startedOn: day('2025-06-10') };
    recorded('m4', 'Đơn D', ['1@origin'], { clock }, more);
    const own = readModelOf(more.events);
    const [row] = own.tasks.worklist({ officeId }, at('2025-07-01', more.events.length), { first: 1 }).rows;
    expect(row?.row).toMatchObject({ since: '2025-07-01', due: { day: '2025-07-15', certain: false } });
    more.add('holiday-2025', {
      type: 'holiday.declared',
      data: {
        day: day('2025-07-02'),
        kind: 'HOLIDAY',
        name: 'Off',
        completesYear: true,
        provenance: 'STATED',
        source: 'test',
      },
    });
    const known = readModelOf(more.events);
    const [moved] = known.tasks.worklist({ officeId }, at('2025-07-01', more.events.length), {
      first: 1,
    }).rows;
    expect(moved?.row).toMatchObject({ due: { day: '2025-07-16', certain: true } });
  });

  it('follows its commune where that is merged again', () => {
    const again = new LogBuilder();
    for (const { stream, type, data } of log.events) again.add(stream, { type, data } as DomainEvent);
    again.add('boundary-y', established('9@2028-01-01', 'Xã Mới', '2028-01-01', { parentId: '38@origin' }));
    again.add('boundary-y', abolished('1@2025-07-01', '2028-01-01'));
    again.add('boundary-y', succeeded('1@2025-07-01', '9@2028-01-01'));
    const own = readModelOf(again.events);
    const clocks = at('2028-01-01', again.events.length);
    expect(waits('UBND_XA:9@2028-01-01', clocks, own)).toEqual([
      ['MATTER_TAKE_OVER', 'm1', '2028-01-01'],
      ['MATTER_TAKE_OVER', 'm3', '2028-01-01'],
    ]);
    expect(waits(officeId, clocks, own)).toEqual([]);
    expect(waits(officeId, at('2028-01-01', LAST), own)).toHaveLength(2);
  });
});

describe('the matters of a read model', () => {
  it('are the same however they were projected', () => {
    const digests = [1, 3, 1000].map((size) => {
      const file = newFile();
      projectAll(file, log.events, size);
      return digest({ file }).digest;
    });
    expect(new Set(digests).size).toBe(1);
  });
});
