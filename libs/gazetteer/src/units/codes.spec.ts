import { describe, expect, it } from '@jest/globals';
import { communeCode, provinceCode } from './codes.js';

describe('codes of units', () => {
  it('gives back the zeros that a number loses', () => {
    expect(communeCode('376')).toBe('00376');
    expect(communeCode('15520')).toBe('15520');
    expect(provinceCode('1')).toBe('01');
  });

  it.each(['', '123456', '12a', '-1'])('refuses %j', (raw) => {
    expect(() => communeCode(raw)).toThrow(
      expect.objectContaining({ code: 'GAZETTEER_CODE_MALFORMED', field: 'commune code', value: raw }),
    );
  });
});
