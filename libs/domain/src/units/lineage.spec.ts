import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { day } from '../testing/law.js';
import { COUNTRY } from '../testing/country.js';
import { lineageOf, type ListedSuccession, type ListedUnit } from '../testing/lineage.js';
import { predecessorsOn, successorsOn, type Lineage } from './lineage.js';

describe('following a unit', () => {
  it('gives the unit itself while it exists', () => {
    expect(successorsOn(COUNTRY, '15517@origin', day('2025-06-30'))).toEqual([
      { unitId: '15517@origin', extent: 'WHOLE', actIds: [] },
    ]);
    expect(successorsOn(COUNTRY, '04423@origin', day('2026-01-01'))).toHaveLength(1);
  });

  it('names the parts of a divided commune, and the act', () => {
    expect(successorsOn(COUNTRY, '00427@origin', day('2025-07-01'))).toEqual([
      { unitId: '00376@2025-07-01', extent: 'PARTIAL', actIds: ['nq-202-2025'] },
      { unitId: '00433@2025-07-01', extent: 'PARTIAL', actIds: ['nq-202-2025'] },
    ]);
  });

  it('gives a commune itself from its first day on, and its predecessors the day before', () => {
    const ids = (on: string) => predecessorsOn(COUNTRY, '15520@2025-07-01', day(on)).map((c) => c.unitId);
    expect(ids('2025-07-01')).toEqual(['15520@2025-07-01']);
    expect(ids('2025-06-30')).toEqual(['15517@origin', '15520@origin', '38.huyen-tho-xuan@origin']);
  });

  it('back in time says how much of each went in', () => {
    const into = predecessorsOn(COUNTRY, '00433@2025-07-01', day('2025-06-30'));
    expect(into.map((c) => [c.unitId, c.extent])).toEqual([
      ['00427@origin', 'PARTIAL'],
      ['00433@origin', 'WHOLE'],
      ['01.huyen-soc-son@origin', 'PARTIAL'],
    ]);
  });

  it('comes to an end where recorded succession goes in a circle', () => {
    const unit = (id: string): ListedUnit => ({
      id,
      name: id,
      level: 'COMMUNE',
      kind: 'XA',
      to: '2025-07-01',
    });
    const circle = lineageOf(
      [unit('a'), unit('b')],
      [
        ['a', 'b', 'WHOLE'],
        ['b', 'a', 'WHOLE'],
      ],
    );
    expect(successorsOn(circle, 'a', day('2026-01-01'))).toEqual([]);
  });
});

/** Communes that are reorganised several times at random: each goes whole into one, or in parts into several. */
interface History {
  readonly lineage: Lineage;
  readonly generations: readonly (readonly string[])[];
  readonly days: readonly string[];
}
const histories: fc.Arbitrary<History> = fc
  .record({
    size: fc.integer({ min: 1, max: 8 }),
    waves: fc.array(
      fc.record({
        slots: fc.integer({ min: 1, max: 6 }),
        choices: fc.array(
          fc.record({ stays: fc.boolean(), targets: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }) }),
          { minLength: 20, maxLength: 20 },
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ size, waves }) => {
    const units = new Map<string, ListedUnit>();
    const edges: ListedSuccession[] = [];
    const add = (id: string, from?: string) =>
      units.set(id, { id, name: id, level: 'COMMUNE', kind: 'XA', ...(from === undefined ? {} : { from }) });
    let current = Array.from({ length: size }, (_, i) => `u${i}@origin`);
    current.forEach((id) => add(id));
    const generations = [current];
    const days = waves.map((_, w) => `${2025 + w}-07-01`);
    waves.forEach(({ slots, choices }, w) => {
      const on = days[w] ?? '';
      const next = new Set<string>();
      current.forEach((id, i) => {
        const { stays, targets } = choices[i % choices.length] ?? { stays: true, targets: [] };
        if (stays) {
          next.add(id);
          return;
        }
        const into = [...new Set(targets.map((t) => `n${t % slots}@${on}`))];
        const ending = units.get(id);
        if (ending !== undefined) units.set(id, { ...ending, to: on });
        for (const target of into) {
          if (!units.has(target)) add(target, on);
          next.add(target);
          edges.push([id, target, into.length === 1 ? 'WHOLE' : 'PARTIAL']);
        }
      });
      current = [...next].sort();
      generations.push(current);
    });
    return { lineage: lineageOf([...units.values()], edges), generations, days };
  });

describe('over random reorganisations', () => {
  const onDay = (days: readonly string[], g: number) => day(g === 0 ? '2025-06-30' : (days[g - 1] ?? ''));

  it('no commune is lost and none comes out of nothing, between any two days', () => {
    fc.assert(
      fc.property(histories, ({ lineage, generations, days }) => {
        generations.forEach((earlier, from) =>
          generations.slice(from).forEach((later, distance) => {
            const reached = earlier.map((id) => successorsOn(lineage, id, onDay(days, from + distance)));
            expect(reached.every((found) => found.length > 0)).toBe(true);
            const all = [...new Set(reached.flatMap((found) => found.map((c) => c.unitId)))].sort();
            expect(all).toEqual([...later].sort());
          }),
        );
      }),
    );
  });

  it('forward and backward tell the same, with the same extent', () => {
    fc.assert(
      fc.property(histories, ({ lineage, generations, days }) => {
        const last = generations.length - 1;
        const forward = (generations[0] ?? []).flatMap((id) =>
          successorsOn(lineage, id, onDay(days, last)).map((c) => `${id} ${c.unitId} ${c.extent}`),
        );
        const backward = (generations[last] ?? []).flatMap((id) =>
          predecessorsOn(lineage, id, onDay(days, 0)).map((c) => `${c.unitId} ${id} ${c.extent}`),
        );
        expect(backward.sort()).toEqual(forward.sort());
      }),
    );
  });

  it('a whole commune goes into exactly one', () => {
    fc.assert(
      fc.property(histories, ({ lineage, generations, days }) => {
        for (const id of generations[0] ?? []) {
          const found = successorsOn(lineage, id, onDay(days, generations.length - 1));
          if (found.some((c) => c.extent === 'WHOLE')) expect(found).toHaveLength(1);
        }
      }),
    );
  });
});
