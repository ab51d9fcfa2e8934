import { describe, expect, it } from '@jest/globals';
import { BanGiaoError } from '../refusals/ban-giao-error.js';
import { COUNTRY } from '../testing/country.js';
import { day } from '../testing/law.js';
import { inCommunes } from '../testing/register.js';
import type { Placement } from './cluster.js';
import { placementOn, territoryOn } from './territory.js';

const where = (placements: readonly Placement[], on: string, level: 'PROVINCE' | 'DISTRICT' | 'COMMUNE') => {
  const found = territoryOn(placements, day(on), level, COUNTRY);
  return [found.certainty, ...found.unitIds];
};

describe('the place of a cluster on a day', () => {
  it('is known at every tier that exists', () => {
    const place = [inCommunes(['20524@origin'])];
    expect(where(place, '2025-06-30', 'COMMUNE')).toEqual(['KNOWN', '20524@origin']);
    expect(where(place, '2025-06-30', 'DISTRICT')).toEqual(['KNOWN', '49.huyen-dai-loc@origin']);
    expect(where(place, '2025-06-30', 'PROVINCE')).toEqual(['KNOWN', '49@origin']);
    expect(where(place, '2025-07-01', 'COMMUNE')).toEqual(['KNOWN', '20500@2025-07-01']);
    expect(where(place, '2025-07-01', 'DISTRICT')).toEqual(['UNKNOWN']);
    expect(where(place, '2025-07-01', 'PROVINCE')).toEqual(['KNOWN', '48@2025-07-01']);
  });

  it('stated by a new commune is one of its predecessors before, the district not counted as one more', () => {
    const place = [inCommunes(['15520@2025-07-01'])];
    expect(where(place, '2025-06-30', 'COMMUNE')).toEqual(['ONE_OF', '15517@origin', '15520@origin']);
    expect(where(place, '2025-06-30', 'DISTRICT')).toEqual(['KNOWN', '38.huyen-tho-xuan@origin']);
  });

  it('stated by a new commune without communes before is in the district it came from', () => {
    const place = [inCommunes(['20285@2025-07-01'])];
    expect(where(place, '2025-06-30', 'DISTRICT')).toEqual(['KNOWN', '48.quan-ngu-hanh-son@origin']);
    expect(where(place, '2025-06-30', 'COMMUNE')).toEqual(['UNKNOWN']);
  });

  it('of which the district is stated is no commune before, and one of its successors after', () => {
    const place = [inCommunes(['15.huyen-yen-binh@origin'], { precision: 'DISTRICT' })];
    expect(where(place, '2025-06-30', 'COMMUNE')).toEqual(['UNKNOWN']);
    expect(where(place, '2025-07-01', 'COMMUNE')).toEqual(['ONE_OF', '04279@2025-07-01', '04714@2025-07-01']);
    expect(where(place, '2025-07-01', 'PROVINCE')).toEqual(['KNOWN', '15@2025-07-01']);
  });

  it('follows the province of a commune that went on', () => {
    const place = [inCommunes(['04423@origin'])];
    expect(where(place, '2025-06-30', 'PROVINCE')).toEqual(['KNOWN', '15@origin']);
    expect(where(place, '2025-07-01', 'PROVINCE')).toEqual(['KNOWN', '15@2025-07-01']);
  });

  it('is the last stated that has begun, and nowhere before the first', () => {
    const first = inCommunes(['04426@origin'], { from: day('2024-01-01') });
    const second = inCommunes(['04399@2025-07-01'], { from: day('2026-01-01') });
    expect(placementOn([first, second], day('2025-12-31'))).toBe(first);
    expect(placementOn([first, second], day('2026-01-01'))).toBe(second);
    expect(where([first, second], '2023-12-31', 'PROVINCE')).toEqual(['UNKNOWN']);
  });

  it('cannot be asked of a unit that nobody knows', () => {
    const ask = () => where([inCommunes(['15520'])], '2025-07-01', 'COMMUNE');
    expect(ask).toThrow(BanGiaoError);
    expect(ask).toThrow('15520');
  });
});
