import { describe, expect, it } from '@jest/globals';
import { endingsFrom, INVESTOR_OUTCOMES, isSelection, OPEN_INVESTOR_STAGES, stepsFrom } from './stage.js';

describe('the stages of an investor', () => {
  it.each([
    ['APPLIED', ['SCORED'], ['NOT_SELECTED']],
    ['SCORED', [], ['NOT_SELECTED']],
    ['APPOINTED', ['ACTIVE', 'CHANGE_PROPOSED'], ['REPLACED', 'TERMINATED']],
    ['ACTIVE', ['CHANGE_PROPOSED'], ['REPLACED', 'TERMINATED']],
    ['CHANGE_PROPOSED', ['ACTIVE'], ['REPLACED', 'TERMINATED']],
  ] as const)('%s goes on and ends as the decree says', (stage, steps, endings) => {
    expect(stepsFrom(stage)).toEqual(steps);
    expect(endingsFrom(stage)).toEqual(endings);
  });

  it.each([
    'ASSIGNED_68_15_2',
    'CONTINUING_PENDING_REARRANGEMENT',
    'HOLDER_DISSOLVED_NO_SUCCESSOR_DECISION',
  ] as const)('%s goes nowhere by itself and ends by a rearrangement', (stage) => {
    expect(stepsFrom(stage)).toEqual([]);
    expect(endingsFrom(stage)).toEqual([
      'TRANSFERRED_TO_COMMUNE',
      'TRANSFERRED_TO_PROVINCIAL_UNIT',
      'MERGED_UNIT',
      'DISSOLVED_ASSET_ASSIGNED',
      'REPLACED_BY_ENTERPRISE',
      'TERMINATED',
    ]);
  });

  it.each(INVESTOR_OUTCOMES)('%s is an end: nothing follows and nothing ends again', (outcome) => {
    expect(stepsFrom(outcome)).toEqual([]);
    expect(endingsFrom(outcome)).toEqual([]);
  });

  it('every open stage can end, and only a selection is nobody’s appointment', () => {
    for (const stage of OPEN_INVESTOR_STAGES) expect(endingsFrom(stage).length).toBeGreaterThan(0);
    expect([...OPEN_INVESTOR_STAGES, ...INVESTOR_OUTCOMES].filter(isSelection)).toEqual([
      'APPLIED',
      'SCORED',
      'NOT_SELECTED',
    ]);
  });
});
