import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foldName, slug } from './fold.js';

const VIETNAMESE = [
  ...'aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ ',
];
const names = fc.string({ unit: fc.constantFrom(...VIETNAMESE), minLength: 1, maxLength: 40 });

describe('a folded name', () => {
  it.each([
    ['Xã Xuân Hòa', 'xa xuan hoa'],
    ['Xã Xuân Hoà', 'xa xuan hoa'],
    ['Phường Đồng Tâm', 'phuong dong tam'],
    ['THỊ TRẤN PHỐ RÀNG', 'thi tran pho rang'],
    ['Xuân Hòa – Thọ Hải', 'xuan hoa - tho hai'],
    ['Xã Ea H’Leo', "xa ea h'leo"],
    ['  Đại  An\u00a0mở rộng ', 'dai an mo rong'],
    ['Ðồng Nai', 'dong nai'],
  ])('%s is %s', (name, folded) => expect(foldName(name)).toBe(folded));

  it('is the same for composed and decomposed text, in any case, and when folded again', () => {
    fc.assert(
      fc.property(names, (name) => {
        const folded = foldName(name);
        expect(foldName(name.normalize('NFD'))).toBe(folded);
        expect(foldName(name.normalize('NFC').toUpperCase())).toBe(folded);
        expect(foldName(folded)).toBe(folded);
        expect(folded).toMatch(/^[a-z ]*$/);
      }),
    );
  });

  it('as part of an id has letters, digits and single hyphens only', () => {
    expect(slug('139/2025/NĐ-CP')).toBe('139-2025-nd-cp');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(slug(name)).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      }),
    );
  });
});
