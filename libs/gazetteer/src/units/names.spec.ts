import { describe, expect, it } from '@jest/globals';
import { bareName, kindOf, normaliseToneMarks, sameName } from './names.js';

describe('names of units', () => {
  it.each([
    ['Xã Thuận Hoà', 'Xã Thuận Hòa'],
    ['Phường Thuỷ Nguyên', 'Phường Thủy Nguyên'],
    ['Xã Phú Quý', 'Xã Phú Quý'],
    ['Xã Hoàng Hoa', 'Xã Hoàng Hoa'],
    ['Xã Toàn Thắng', 'Xã Toàn Thắng'],
    ['Xã Loè', 'Xã Lòe'],
  ])('writes the tone of %s as %s', (from, to) => {
    expect(normaliseToneMarks(from)).toBe(to);
  });

  it('takes tone marks, case, apostrophes and Unicode form for the same name, but no other letter', () => {
    expect(sameName('Xã Mỹ Hoà Hưng', 'Xã Mỹ Hòa Hưng')).toBe(true);
    expect(sameName("Xã Ea H'leo", 'Xã Ea H’Leo')).toBe(true);
    expect(sameName('Xã Thọ Hải'.normalize('NFD'), 'Xã Thọ Hải')).toBe(true);
    expect(sameName('Xã Rơ Kơi', 'Xã Rờ Kơi')).toBe(false);
    expect(sameName('Xã Sóc Sơn', 'Thị trấn Sóc Sơn')).toBe(false);
  });

  it('reads the kind at its level: a city is of the centre or of a province', () => {
    expect(kindOf('Thành phố Đà Nẵng', 'PROVINCE')).toBe('THANH_PHO_TRUC_THUOC_TRUNG_UONG');
    expect(kindOf('Thành phố Cam Ranh', 'DISTRICT')).toBe('THANH_PHO_THUOC_TINH');
    expect(kindOf('Đặc khu Thổ Châu', 'COMMUNE')).toBe('DAC_KHU');
    expect(bareName('Thị trấn Sơn Thịnh', 'COMMUNE')).toBe('Sơn Thịnh');
  });

  it('refuses a name without its kind', () => {
    expect(() => kindOf('Thọ Hải', 'COMMUNE')).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_KIND_UNKNOWN' }),
    );
  });
});
