import { describe, expect, it } from '@jest/globals';
import { day } from '../testing/law.js';
import { readUnitName, type NamedUnit } from './named.js';

const DAI_HIEP: readonly NamedUnit[] = [{ unitId: '20524@origin', to: day('2025-07-01') }];
const XUAN_HOA: readonly NamedUnit[] = [
  { unitId: '15517@origin', to: day('2025-07-01') },
  { unitId: '15520@2025-07-01', from: day('2025-07-01') },
];

describe('H31: the name of a unit in a document', () => {
  it('is flagged where the unit had ended before the day of the document', () => {
    expect(readUnitName(DAI_HIEP, day('2025-07-09'))).toEqual({
      reading: 'STALE',
      unitIds: ['20524@origin'],
      endedOn: '2025-07-01',
    });
    expect(readUnitName(DAI_HIEP, day('2025-06-30'))).toEqual({
      reading: 'IN_FORCE',
      unitIds: ['20524@origin'],
    });
  });

  it('H4: means the unit that bore it on that day', () => {
    const on = (text: string) => readUnitName(XUAN_HOA, day(text)).unitIds;
    expect(on('2025-06-30')).toEqual(['15517@origin']);
    expect(on('2025-07-01')).toEqual(['15520@2025-07-01']);
  });

  it('leaves all that bore it, and says where nobody did or nobody yet does', () => {
    const twice = [...DAI_HIEP, { unitId: '1@origin' }];
    expect(readUnitName(twice, day('2025-06-30')).unitIds).toEqual(['1@origin', '20524@origin']);
    expect(readUnitName([], day('2025-06-30'))).toEqual({ reading: 'UNKNOWN', unitIds: [] });
    expect(readUnitName(XUAN_HOA.slice(1), day('2025-06-30')).reading).toBe('NOT_YET');
  });
});
