import { describe, expect, it } from '@jest/globals';
import { loadActs } from '../acts/index.js';
import { loadNationalUnits } from '../units/index.js';
import { loadSample, loadSampleFacts } from './index.js';

const facts = loadSampleFacts().flatMap(({ events }) => events);
const said = JSON.stringify([loadSample(), facts, loadActs()]);

/** What the source documents state, row by row; names that may be a person's are withheld and not asked for. */
const STATED: Readonly<Record<string, readonly string[]>> = {
  'CN2 (Sóc Sơn)': [
    '505950',
    '50.59"',
    '469920',
    'gần 1.000 tỷ',
    'giai đoạn I',
    '8705/QĐ-UBND',
    '2762/QĐ-UBND',
  ],
  'Xuân Hòa – Thọ Hải': ['40.3', '29.7', '"70.0"', '597440000000', 'GRAND BRIGHT', '1970/QĐ-UBND'],
  'Lương Sơn 2': ['"68"', '1.140 tỷ', '2025–2028', 'HDA Việt Nam Industry', '1714/QĐ-UBND'],
  'Cam Thịnh Đông': ['"40"', '26.55', '66.38', '2025-06-17'],
  'Quán Lát to Bình Nguyên': ['quan-lat', 'thach-tru', 'la-ha', 'dong-dinh', 'binh-nguyen', '"17"', '"76"'],
  'the clusters of Đà Nẵng': [
    'cam-le',
    'hoa-lien',
    'hoa-khanh-nam',
    'hoa-nhon',
    'ha-lam-cho-duoc',
    'nam-duong',
  ],
  'Đại An mở rộng': ['"25"', 'Đại Hiệp'],
  'Phát Chi': ['Ladofoods', '300 m³/ngày'],
  'the clusters of TP Từ Sơn': ['27.thanh-pho-tu-son@origin', 'hàng trăm cơ sở'],
  'KCN Lộc Sơn': ['KCN Lộc Sơn', 'không phải cụm công nghiệp', '150 triệu lít/năm'],
  'the clusters of Quảng Ngãi': [
    '"1303"',
    '436.28',
    '418,429',
    '277.18',
    '159.6',
    '75.34',
    '"140"',
    '5–7 triệu',
  ],
  'QĐ 4159/QĐ-UBND': ['4159/QĐ-UBND ngày 17/9/2020'],
  'NQ 109/2025/NQ-HĐND': ['109/2025/NQ-HĐND', '"22"', 'không quá 1.000 triệu', 'không quá 100 triệu'],
  'NQ 13/2025': ['13/2025/NQ-HĐND', '350/450/550/650/750/850/900 triệu', '250 triệu', '300 triệu', '1,5 lần'],
  'KH 145/KH-UBND': ['145/KH-UBND', '31/7/2025', 'từ 70 điểm'],
  'CV 169/SCT-TTKC&XTTM': ['169/SCT-TTKC&XTTM'],
  'QĐ 2644/QĐ-UBND': ['2644/QĐ-UBND', 'Bộ phận xúc tiến thương mại'],
  'the centre of Gia Lai': ['"328"', '43 tỷ'],
  'the centre of Đắk Lắk': ['120 cán bộ cấp xã', '29/10'],
  'the centre of An Giang': ['đặc khu Phú Quốc'],
  'the centre of Quảng Trị': ['"exhibitionBooths","value":"15"', 'proposedNationalSchemes2026'],
  'the centre of Đồng Nai': ['hàng trăm đơn vị', '1.300', '10 tỷ'],
  'the department of Ninh Bình': [
    '"131"',
    '29 tỷ',
    '9,2 tỷ',
    '"19"',
    '850',
    '104 tỷ',
    '132 tỷ',
    '52 tỷ',
    'cấp huyện',
  ],
  'the department of Tây Ninh': ['"69"', '33 tỷ', '"43"', '"80"', '"20"'],
  'the department of Hà Nội': ['khoảng 100', '10.000', 'khoảng 40', '"233"'],
  'the department of Cà Mau': ['16 bản ghi nhớ', '30 doanh nghiệp'],
  'Cao Bằng, Hà Tĩnh, Bình Định': ['16–20/7/2025', '39/68', '"51"', '26/6', '16.224,7 tỷ'],
  'the national schemes': ['QHTECH', 'nước mắm', '6500000000', '11+4', '3700000000', '9+1', '13800000000'],
  'the local schemes': ['Amifarm', 'S555', 'Quảng Phú', 'Thiện Thành', 'thực phẩm'],
  'GC Food': ['GC Food', '2015 và 2021'],
  'An Hồng and An Phát': ['An Hồng', 'An Phát', '5,5 tỷ', '1.500 m²', '300 ha'],
  'the cooperatives of Sơn La': ['phường Cờ Đỏ', 'Dược liệu núi', 'Chiềng Sinh', '500 tấn/năm', 'Quỳnh Nhai'],
  'the products of Sơn La': ['"148"', '"23"', '"11"'],
  'the workshop in Hưng Yên': ['xã Yên Mỹ'],
};

describe('what the source documents state', () => {
  it.each(Object.entries(STATED))('is in the sample: %s', (_row, texts) => {
    expect(texts.filter((text) => !said.includes(text))).toEqual([]);
  });

  it('is said of units that are listed', () => {
    const { before, after } = loadNationalUnits();
    const listed = new Set(
      [before, after].flatMap((era) =>
        Object.values(era)
          .flat()
          .map((unit) => unit.unitId),
      ),
    );
    const about = facts.flatMap(({ type, data }) => (type === 'claim.recorded' ? data.subjectId : []));
    expect(about.filter((id) => id.includes('@') && !listed.has(id))).toEqual([]);
  });
});
