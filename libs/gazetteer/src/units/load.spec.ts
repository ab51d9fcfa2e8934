import { describe, expect, it } from '@jest/globals';
import { loadNationalUnits } from './load.js';

describe('probe', () => {
  it('loads', () => {
    const start = performance.now();
    const units = loadNationalUnits();
    console.log(performance.now() - start, JSON.stringify({ s: units.report.sources, o: units.report.observations }, null, 1));
    expect(units.before.communes).toHaveLength(10_035);
  });
});
