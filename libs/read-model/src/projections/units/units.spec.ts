import { describe, expect, it } from '@jest/globals';
import type { Clocks } from '#application';
import { successorsOn, territoryOn } from '#domain';
import { abolished, cluster, established, listed, placement, succeeded } from '../../testing/facts.js';
import { day, LogBuilder } from '../../testing/events.js';
import { readModelOf } from '../../testing/files.js';

const OLD_XUAN_HOA = '15517@origin';
const THO_HAI = '15520@origin';
const XUAN_HOA = '15520@2025-07-01';
const LONG_THANH = '26368@2025-07-01';
const TA_SI_LANG = '04609@origin';
const PROVINCE = '38@origin';
const DISTRICT = '38.huyen-tho-xuan@origin';

const log = new LogBuilder();
const at = (validAt: string, knownSeq = log.events.length): Clocks => ({ validAt: day(validAt), knownSeq });
log.add('boundary-origin', listed(PROVINCE, 'Tỉnh Thanh Hóa', { level: 'PROVINCE', kind: 'TINH' })); // 1
log.add(
  'boundary-origin',
  listed(DISTRICT, 'Huyện Thọ Xuân', { level: 'DISTRICT', kind: 'HUYEN', parentId: PROVINCE }),
); // 2
log.add('boundary-origin', listed(OLD_XUAN_HOA, 'Xã Xuân Hoà', { parentId: DISTRICT })); // 3
log.add('boundary-origin', listed(THO_HAI, 'Xã Thọ Hải', { parentId: DISTRICT })); // 4
log.add('boundary-nq-1', established(XUAN_HOA, 'Xã Xuân Hòa', '2025-07-01', { parentId: PROVINCE })); // 5
for (const id of [OLD_XUAN_HOA, THO_HAI, DISTRICT]) log.add('boundary-nq-1', abolished(id, '2025-07-01')); // 6 to 8
log.add('boundary-nq-1', succeeded(OLD_XUAN_HOA, XUAN_HOA, 'PARTIAL')); // 9
log.add('boundary-nq-1', succeeded(THO_HAI, XUAN_HOA)); // 10
log.add('boundary-nq-1', succeeded(OLD_XUAN_HOA, XUAN_HOA)); // 11
log.add('boundary-nq-1', succeeded(DISTRICT, XUAN_HOA)); // 12
log.add('boundary-origin', listed(TA_SI_LANG, 'Xã Tà Si Láng')); // 13
log.add('boundary-origin', {
  type: 'unit.alias-recorded',
  data: { unitId: TA_SI_LANG, alias: 'Tà Xi Láng', source: 'test' },
}); // 14
log.add('cluster-c2', cluster('c2', 'Xuân Hòa – Thọ Hải', [placement([OLD_XUAN_HOA, THO_HAI])])); // 15
log.add('boundary-nq-1', established(LONG_THANH, 'Xã Long Thành', '2025-07-01')); // 16
log.add('boundary-nq-2', {
  type: 'unit.retyped',
  data: {
    unitId: LONG_THANH,
    name: 'Phường Long Thành',
    kind: 'PHUONG',
    effectiveFrom: day('2026-04-30'),
    actId: 'nq-2',
  },
}); // 17
const model = readModelOf(log.events);

describe('units at both clocks', () => {
  it('tells the new unit from the old one with its code', () => {
    expect(model.unitsWithCode('15520', 14).map((u) => u.unitId)).toEqual([XUAN_HOA, THO_HAI]);
    expect(
      model.units({ code: '15520' }, at('2025-06-30'), { first: 10 }).rows.map((r) => r.row.name),
    ).toEqual(['Xã Thọ Hải']);
    expect(
      model.units({ code: '15520' }, at('2025-07-01'), { first: 10 }).rows.map((r) => r.row.name),
    ).toEqual(['Xã Xuân Hòa']);
  });

  it('gives the lifetime as known, and nothing outside it', () => {
    expect(model.unit(THO_HAI, at('2025-06-30'))?.validTo).toBe('2025-07-01');
    expect(model.unit(THO_HAI, at('2025-06-30', 6))?.validTo).toBeUndefined();
    expect(model.unit(THO_HAI, at('2025-07-01'))).toBeUndefined();
    expect(model.unit(THO_HAI, at('2025-07-01', 6))?.name).toBe('Xã Thọ Hải');
    expect(model.unit(XUAN_HOA, at('2025-07-01', 4))).toBeUndefined();
    expect(model.anyUnit(THO_HAI, 14)).toMatchObject({ name: 'Xã Thọ Hải', aliases: [] });
  });

  it('changes the kind from its day on and keeps the unit', () => {
    expect(model.unit(LONG_THANH, at('2026-04-29'))).toMatchObject({ kind: 'XA', validFrom: '2025-07-01' });
    expect(model.unit(LONG_THANH, at('2026-04-30'))).toMatchObject({
      name: 'Phường Long Thành',
      kind: 'PHUONG',
    });
    expect(model.unit(LONG_THANH, at('2026-04-30', 16))?.kind).toBe('XA');
  });

  it('finds names and recorded other spellings without diacritics', () => {
    const names = (name: string) =>
      model.units({ name }, at('2025-06-30'), { first: 10 }).rows.map((r) => r.row.unitId);
    expect(names('xuan hoa')).toEqual([OLD_XUAN_HOA]);
    expect(names('TÀ XI láng')).toEqual([TA_SI_LANG]);
    expect(names('%')).toEqual([]);
  });

  it('pages by tier, code and id', () => {
    const seen: string[] = [];
    let after: string | undefined;
    for (;;) {
      const page = model.units({}, at('2025-06-30'), { first: 1, ...(after === undefined ? {} : { after }) });
      seen.push(...page.rows.map((r) => r.row.unitId));
      after = page.rows.at(-1)?.key;
      if (!page.hasNext) break;
    }
    expect(seen).toEqual([PROVINCE, DISTRICT, TA_SI_LANG, OLD_XUAN_HOA, THO_HAI]);
  });

  it('knows of an edge what was recorded last', () => {
    expect(model.successors(OLD_XUAN_HOA, 10)).toMatchObject([{ toId: XUAN_HOA, extent: 'PARTIAL' }]);
    expect(model.successors(OLD_XUAN_HOA, 11)).toMatchObject([{ toId: XUAN_HOA, extent: 'WHOLE' }]);
    expect(model.predecessors(XUAN_HOA, 11).map((s) => s.fromId)).toEqual([OLD_XUAN_HOA, THO_HAI]);
  });

  it('tells the event of an edge as it was known', () => {
    const seqs = [8, 9, 10, 11].map((knownSeq) =>
      model.places.successionSeq({ fromId: OLD_XUAN_HOA, toId: XUAN_HOA }, knownSeq),
    );
    expect(seqs).toEqual([undefined, 9, 9, 11]);
    expect(model.places.successionSeq({ fromId: XUAN_HOA, toId: OLD_XUAN_HOA }, 17)).toBeUndefined();
  });

  it('is a lineage to decide by', () => {
    const lineage = model.lineage(12);
    expect(successorsOn(lineage, THO_HAI, day('2025-07-01'))).toMatchObject([
      { unitId: XUAN_HOA, extent: 'WHOLE' },
    ]);
    const places = [placement([OLD_XUAN_HOA, THO_HAI])];
    expect(territoryOn(places, day('2025-07-01'), 'COMMUNE', lineage)).toMatchObject({
      certainty: 'KNOWN',
      unitIds: [XUAN_HOA],
    });
    expect(lineage.levelOf(DISTRICT)).toBe('DISTRICT');
    expect(model.lineage(4).lifetime(XUAN_HOA)).toBeUndefined();
  });

  it('finds a cluster by where it lay on the day', () => {
    const found = (filter: { communeId?: string; provinceId?: string }, validAt: string) =>
      model.clusters(filter, at(validAt), { first: 10 }).rows.map((r) => r.row.id);
    expect(found({ communeId: THO_HAI }, '2025-06-30')).toEqual(['c2']);
    expect(found({ communeId: THO_HAI }, '2025-07-01')).toEqual([]);
    expect(found({ communeId: XUAN_HOA }, '2025-07-01')).toEqual(['c2']);
    expect(found({ provinceId: PROVINCE, communeId: XUAN_HOA }, '2026-05-01')).toEqual(['c2']);
    expect(model.clusters({ provinceId: PROVINCE }, at('2026-05-01', 14), { first: 10 }).rows).toEqual([]);
  });
});

describe('offices', () => {
  it('bear the name of their unit on the day', () => {
    expect(model.office(`UBND_XA:${XUAN_HOA}`, at('2025-07-01'))?.name).toBe('Ủy ban nhân dân xã Xuân Hòa');
    expect(model.office(`UBND_XA:${LONG_THANH}`, at('2026-05-01'))?.name).toBe(
      'Ủy ban nhân dân phường Long Thành',
    );
    expect(model.office(`SO_CONG_THUONG:${PROVINCE}`, at('2026-05-01'))?.name).toBe(
      'Sở Công Thương tỉnh Thanh Hóa',
    );
  });

  it('of a dissolved unit bear its last name', () => {
    expect(model.office(`UBND_HUYEN:${DISTRICT}`, at('2026-05-01'))).toEqual({
      id: `UBND_HUYEN:${DISTRICT}`,
      kind: 'UBND_HUYEN',
      name: 'Ủy ban nhân dân huyện Thọ Xuân',
      unitId: DISTRICT,
    });
  });

  it('are not known where no unit of that tier is', () => {
    expect(model.office(`UBND_XA:${PROVINCE}`, at('2025-07-01'))).toBeUndefined();
    expect(model.office('UBND_XA:1@origin', at('2025-07-01'))).toBeUndefined();
    expect(model.office('NOBODY', at('2025-07-01'))).toBeUndefined();
  });
});
