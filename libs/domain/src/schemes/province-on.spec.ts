import { describe, expect, it } from '@jest/globals';
import { COUNTRY } from '../testing/country.js';
import { day } from '../testing/law.js';
import { lineageOf } from '../testing/lineage.js';
import { schemeProvinceOn } from './province-on.js';

describe('the province of a scheme on a day', () => {
  it('is the one that succeeded it, and before that its own', () => {
    const scheme = { provinceId: '49@origin' };
    expect(schemeProvinceOn(scheme, day('2025-06-30'), COUNTRY)).toBe('49@origin');
    expect(schemeProvinceOn(scheme, day('2025-07-01'), COUNTRY)).toBe('48@2025-07-01');
  });

  it('is the same where it was not rearranged, and unknown where none is named or several succeeded', () => {
    expect(schemeProvinceOn({ provinceId: '01@origin' }, day('2026-01-01'), COUNTRY)).toBe('01@origin');
    expect(schemeProvinceOn({}, day('2026-01-01'), COUNTRY)).toBeUndefined();
    const province = (id: string, more: object) =>
      ({ id, name: id, level: 'PROVINCE', kind: 'TINH', ...more }) as const;
    const divided = lineageOf(
      [
        province('1@origin', { to: '2025-07-01' }),
        province('2@2025-07-01', { from: '2025-07-01' }),
        province('3@2025-07-01', { from: '2025-07-01' }),
      ],
      [
        ['1@origin', '2@2025-07-01', 'PARTIAL'],
        ['1@origin', '3@2025-07-01', 'PARTIAL'],
      ],
    );
    expect(schemeProvinceOn({ provinceId: '1@origin' }, day('2026-01-01'), divided)).toBeUndefined();
  });
});
