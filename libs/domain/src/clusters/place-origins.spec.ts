import { describe, expect, it } from '@jest/globals';
import { COUNTRY } from '../testing/country.js';
import { day } from '../testing/law.js';
import { lineageOf, type ListedUnit } from '../testing/lineage.js';
import { inCommunes } from '../testing/register.js';
import type { Lineage } from '../units/lineage.js';
import type { Placement } from './cluster.js';
import { placeOriginsOn } from './place-origins.js';
import { territoryOn } from './territory.js';

const chain = (placements: readonly Placement[], on: string, lineage: Lineage = COUNTRY) =>
  placeOriginsOn(placements, day(on), lineage).map(({ unitId, successions }) => [
    unitId,
    ...successions.map((s) => `${s.fromId} ${s.extent} ${s.toId} ${s.effectiveOn} ${s.actId}`),
  ]);

describe('what the place of a cluster follows from', () => {
  it('is the recorded unit alone while it stands', () => {
    expect(chain([inCommunes(['15517@origin'])], '2025-06-30')).toEqual([['15517@origin']]);
  });

  it('is both parts of a divided commune, with the act', () => {
    expect(chain([inCommunes(['00427@origin'])], '2025-07-01')).toEqual([
      [
        '00427@origin',
        '00427@origin PARTIAL 00376@2025-07-01 2025-07-01 nq-202-2025',
        '00427@origin PARTIAL 00433@2025-07-01 2025-07-01 nq-202-2025',
      ],
    ]);
  });

  it('is each of two communes that became one', () => {
    expect(chain([inCommunes(['15517@origin', '15520@origin'])], '2025-07-01')).toEqual([
      ['15517@origin', '15517@origin WHOLE 15520@2025-07-01 2025-07-01 nq-202-2025'],
      ['15520@origin', '15520@origin WHOLE 15520@2025-07-01 2025-07-01 nq-202-2025'],
    ]);
  });

  it('leads back from a later commune to the communes before it, not to their district', () => {
    expect(chain([inCommunes(['15520@2025-07-01'])], '2025-06-30')).toEqual([
      [
        '15520@2025-07-01',
        '15517@origin WHOLE 15520@2025-07-01 2025-07-01 nq-202-2025',
        '15520@origin WHOLE 15520@2025-07-01 2025-07-01 nq-202-2025',
      ],
    ]);
  });

  it('starts from the place recorded for the day', () => {
    const first = inCommunes(['04426@origin'], { from: day('2024-01-01') });
    const second = inCommunes(['04399@2025-07-01'], { from: day('2026-01-01') });
    expect(chain([first, second], '2023-12-31')).toEqual([]);
    expect(placeOriginsOn([first, second], day('2025-12-31'), COUNTRY)[0]?.placement).toBe(first);
    expect(chain([first, second], '2026-01-01')).toEqual([['04399@2025-07-01']]);
  });

  it('names a step once where ways part and meet again, in the order of days', () => {
    const unit = (id: string, from?: string, to?: string): ListedUnit => ({
      id,
      name: id,
      level: 'COMMUNE',
      kind: 'XA',
      ...(from === undefined ? {} : { from }),
      ...(to === undefined ? {} : { to }),
    });
    const [first, second, third] = ['2025-07-01', '2026-07-01', '2027-07-01'];
    const units = [
      unit('z', undefined, first),
      unit('a', first, second),
      unit('b', first, second),
      unit('d', second, third),
      unit('e', third),
    ];
    const edges = [
      ['z', 'a', 'PARTIAL'],
      ['z', 'b', 'PARTIAL'],
      ['a', 'd', 'WHOLE'],
      ['b', 'd', 'WHOLE'],
      ['d', 'e', 'WHOLE'],
    ] as const;
    const found = chain([inCommunes(['z'])], '2028-01-01', lineageOf(units, edges, 'nq'));
    expect(found[0]?.map((step) => step.split(' ').slice(0, 3).join(' '))).toEqual([
      'z',
      'z PARTIAL a',
      'z PARTIAL b',
      'a WHOLE d',
      'b WHOLE d',
      'd WHOLE e',
    ]);
  });

  it('ends in the units that hold the cluster, before and after a reform', () => {
    for (const on of ['2025-06-30', '2025-07-01']) {
      for (const id of ['00427@origin', '15517@origin', '04423@origin', '15520@2025-07-01']) {
        const place = [inCommunes([id])];
        const [origin] = placeOriginsOn(place, day(on), COUNTRY);
        const later = on === '2025-07-01';
        const ends = (origin?.successions ?? []).map((s) => (later ? s.toId : s.fromId));
        const { unitIds } = territoryOn(place, day(on), 'COMMUNE', COUNTRY);
        expect([id, on, ...(ends.length === 0 ? [id] : ends)]).toEqual([id, on, ...unitIds]);
      }
    }
  });
});
