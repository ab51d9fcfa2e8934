import { describe, expect, it } from '@jest/globals';
import { day } from '../../testing/events.js';
import { unitTimeline, type UnitFact } from './timeline.js';

const UNIT = 'u@origin';
const listed: UnitFact = {
  type: 'unit.listed',
  data: { unitId: UNIT, name: 'Xã A', level: 'COMMUNE', kind: 'XA', source: 'test' },
};
const renamed = (name: string, from: string): UnitFact => ({
  type: 'unit.renamed',
  data: { unitId: UNIT, name, effectiveFrom: day(from), actId: 'nq' },
});
const abolished = (from: string): UnitFact => ({
  type: 'unit.abolished',
  data: { unitId: UNIT, effectiveFrom: day(from), actId: 'nq' },
});
const names = (facts: readonly UnitFact[]) =>
  unitTimeline(facts).periods.map((p) => [p.from, p.to, p.version.name]);

describe('the timeline of a unit', () => {
  it('puts changes in order of their days, in whatever order they were recorded', () => {
    const wanted = [
      ['0000-01-01', '2025-07-01', 'Xã A'],
      ['2025-07-01', '2026-04-30', 'Xã B'],
      ['2026-04-30', undefined, 'Xã C'],
    ];
    expect(names([listed, renamed('Xã B', '2025-07-01'), renamed('Xã C', '2026-04-30')])).toEqual(wanted);
    expect(names([listed, renamed('Xã C', '2026-04-30'), renamed('Xã B', '2025-07-01')])).toEqual(wanted);
  });

  it('lets the later recorded of two changes of one day count', () => {
    expect(names([listed, renamed('Xã B', '2025-07-01'), renamed('Xã C', '2025-07-01')])).toEqual([
      ['0000-01-01', '2025-07-01', 'Xã A'],
      ['2025-07-01', undefined, 'Xã C'],
    ]);
  });

  it('ends with the unit, and changes after its end do not count', () => {
    const facts = [listed, renamed('Xã B', '2026-01-01'), abolished('2025-07-01')];
    expect(names(facts)).toEqual([['0000-01-01', '2025-07-01', 'Xã A']]);
    expect(unitTimeline(facts).ended).toBe('2025-07-01');
  });

  it('refuses a change of a unit that nothing established', () => {
    expect(() => unitTimeline([renamed('Xã B', '2025-07-01')])).toThrow(/u@origin/);
  });
});
