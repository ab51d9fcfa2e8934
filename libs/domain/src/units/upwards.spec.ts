import { describe, expect, it } from '@jest/globals';
import { territoryOn } from '../clusters/territory.js';
import { officeOfUnit } from '../responsibilities/office.js';
import { chairmanOver } from '../tasks/chairman.js';
import { day } from '../testing/law.js';
import { lineageOf, type ListedUnit } from '../testing/lineage.js';
import { inCommunes } from '../testing/register.js';
import { unitsUpwards } from './upwards.js';

const unit = (id: string, level: ListedUnit['level'], parent?: string): ListedUnit => ({
  id,
  name: id,
  level,
  kind: level === 'PROVINCE' ? 'TINH' : level === 'DISTRICT' ? 'HUYEN' : 'XA',
  ...(parent === undefined ? {} : { parent }),
});
/** What no log should hold: a commune and a district in each other, beside a sound tree. */
const ROUND = lineageOf(
  [
    unit('province', 'PROVINCE'),
    unit('district', 'DISTRICT', 'province'),
    unit('commune', 'COMMUNE', 'district'),
    unit('lost', 'COMMUNE', 'nobody'),
    unit('round-district', 'DISTRICT', 'round-commune'),
    unit('round-commune', 'COMMUNE', 'round-district'),
  ],
  [],
);
const DAY = day('2025-06-30');
const upwards = (id: string) => [...unitsUpwards(ROUND, id, () => DAY)].map((u) => u.unitId);

describe('the units above a unit', () => {
  it('are all up to the province', () => {
    expect(upwards('commune')).toEqual(['commune', 'district', 'province']);
  });

  it('end where nothing is known, of the unit itself too', () => {
    expect(upwards('lost')).toEqual(['lost']);
    expect(upwards('nobody')).toEqual([]);
    expect([...unitsUpwards(ROUND, 'commune', () => undefined)]).toEqual([]);
  });

  it('end where they go in a circle, and so does what is answered by them', () => {
    expect(upwards('round-commune')).toEqual(['round-commune', 'round-district']);
    const place = [inCommunes(['round-commune'])];
    expect(territoryOn(place, DAY, 'DISTRICT', ROUND).unitIds).toEqual(['round-district']);
    expect(territoryOn(place, DAY, 'PROVINCE', ROUND).certainty).toBe('UNKNOWN');
    expect(chairmanOver(officeOfUnit('UBND_XA', 'round-commune'), DAY, ROUND)).toBeUndefined();
  });
});
