import { describe, expect, it } from '@jest/globals';
import { judgeMappings, type MappingContext } from './mapping-rows.js';
import { indexProvinces } from './provinces.js';
import type { MappingRow } from './rows.js';

const provinces = indexProvinces([
  {
    code: '91',
    name: 'Tỉnh An Giang',
    resolution: '1654/NQ-UBTVQH15',
    predecessors: [
      { code: '89', name: 'Tỉnh An Giang' },
      { code: '91', name: 'Tỉnh Kiên Giang' },
    ],
    communesNotArranged: 0,
  },
  {
    code: '38',
    name: 'Tỉnh Thanh Hóa',
    resolution: '1686/NQ-UBTVQH15',
    predecessors: [{ code: '38', name: 'Tỉnh Thanh Hóa' }],
    communesNotArranged: 0,
  },
]);
const ward = (code: string, name: string, provinceCode: string) =>
  [code, { row: code, code, name, provinceCode }] as const;
const context: MappingContext = {
  provinces,
  wards: new Map([
    ward('30886', 'Xã Thạnh Lộc', '91'),
    ward('30910', 'Xã Thạnh Hưng', '91'),
    ward('15520', 'Xã Xuân Hòa', '38'),
  ]),
  splits: new Map([['30001', ['30886', '30910']]]),
};

let next = 0;
function row(oldCode: string | undefined, oldName: string, newCode: string, newName: string): MappingRow {
  const district = {
    oldDistrict: 'Huyện Giồng Riềng',
    oldProvince: 'Tỉnh Kiên Giang',
    newProvince: 'An Giang',
  };
  return {
    row: String(++next),
    ...(oldCode === undefined ? {} : { oldCode }),
    oldName,
    newCode,
    newName,
    ...district,
  };
}
const reasons = (rows: readonly MappingRow[]) =>
  judgeMappings(rows, context).rejected.map(({ reason }) => reason);

describe('rows of the package', () => {
  it('takes a row whose new commune lies in the successor of the old province', () => {
    const judged = judgeMappings([row('30907', 'Xã Thạnh Phước', '30910', 'Xã Thạnh Hưng')], context);
    expect(judged.rejected).toEqual([]);
    expect(judged.edges).toMatchObject([{ oldCode: '30907', newCode: '30910', oldProvince: { code: '91' } }]);
  });

  it('rejects a new commune outside the successor of the old province', () => {
    expect(reasons([row('30907', 'Xã Thạnh Phước', '15520', 'Xã Xuân Hòa')])).toEqual([
      'OUTSIDE_SUCCESSOR_PROVINCE',
    ]);
  });

  it('rejects a code that belongs to a namesake and one that nobody has', () => {
    expect(reasons([row('30907', 'Xã Thạnh Phước', '30886', 'Xã Thạnh Hưng')])).toEqual(['NEW_NAME_DIFFERS']);
    expect(reasons([row('30907', 'Xã Thạnh Phước', '99999', 'Xã Thạnh Hưng')])).toEqual(['NEW_CODE_UNKNOWN']);
  });

  it('rejects an equal row once', () => {
    const first = row('30907', 'Xã Thạnh Phước', '30910', 'Xã Thạnh Hưng');
    expect(reasons([first, { ...first, row: 'again' }])).toEqual(['DUPLICATE_ROW']);
  });

  it('keeps of two edges of one commune the one that goes with its district, and rejects the namesake', () => {
    const judged = judgeMappings(
      [
        row('30913', 'Xã Thạnh Lộc', '30886', 'Xã Thạnh Lộc'),
        row('30913', 'Xã Thạnh Lộc', '30910', 'Xã Thạnh Hưng'),
        row('30907', 'Xã Thạnh Phước', '30910', 'Xã Thạnh Hưng'),
        row('30910', 'Xã Thạnh Hưng', '30910', 'Xã Thạnh Hưng'),
      ],
      context,
    );
    expect(judged.edges.filter((edge) => edge.oldCode === '30913').map((edge) => edge.newCode)).toEqual([
      '30910',
    ]);
    expect(judged.rejected.map(({ reason }) => reason)).toEqual(['NAMESAKE_EDGE']);
  });

  it('rejects both edges where none stands out, rather than guess', () => {
    const two = [
      row('30913', 'Xã Thạnh Lộc', '30886', 'Xã Thạnh Lộc'),
      row('30913', 'Xã Thạnh Lộc', '30910', 'Xã Thạnh Hưng'),
    ];
    expect(reasons(two)).toEqual(['NAMESAKE_EDGE', 'NAMESAKE_EDGE']);
  });

  it('keeps one row of a divided commune, whose successors its own list gives', () => {
    const two = [
      row('30001', 'Xã Ngọc Chúc', '30910', 'Xã Thạnh Hưng'),
      row('30001', 'Xã Ngọc Chúc', '30886', 'Xã Thạnh Lộc'),
    ];
    expect(judgeMappings(two, context).edges).toMatchObject([{ oldCode: '30001' }]);
  });

  it('takes nothing from a row without an old code and says what it would have claimed', () => {
    const stated = row('30907', 'Xã Thạnh Phước', '30910', 'Xã Thạnh Hưng');
    expect(reasons([stated, row(undefined, 'Xã Thạnh Phước', '910', 'Xã Thạnh Hưng')])).toEqual([
      'EDGE_KNOWN',
    ]);
    expect(reasons([stated, row(undefined, 'Xã Thạnh Phước', '30886', 'Xã Thạnh Lộc')])).toEqual([
      'NAMESAKE_EDGE',
    ]);
    expect(reasons([stated, row(undefined, 'Xã Cũ', '30886', 'Xã Thạnh Lộc')])).toEqual(['OLD_CODE_MISSING']);
    expect(reasons([{ row: 'x', newCode: '11948', newName: 'Đặc khu', newProvince: 'Y' }])).toEqual([
      'NO_PREDECESSOR_NAMED',
    ]);
  });
});
