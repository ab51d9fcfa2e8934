import { describe, expect, it } from '@jest/globals';
import { eventsOf, refusalOf } from '../testing/register.js';
import { decideRegisterEnterprise } from './decide-register.js';
import { enterpriseId, officeOfEnterprise, type Enterprise } from './enterprise.js';

const NAME = 'Công ty cổ phần Tập đoàn GRAND BRIGHT';
const ENTERPRISE: Enterprise = {
  enterpriseId: enterpriseId(NAME),
  name: NAME,
  provenance: 'STATED',
  source: 'test',
};

describe('an enterprise', () => {
  it('is registered as the source names it, under an id made of its name', () => {
    expect(eventsOf(decideRegisterEnterprise(ENTERPRISE, false))).toEqual([
      { type: 'enterprise.registered', data: ENTERPRISE },
    ]);
    expect(officeOfEnterprise(ENTERPRISE.enterpriseId)).toBe(
      'ENTERPRISE:cong-ty-co-phan-tap-doan-grand-bright',
    );
  });

  it('is registered once, and under an id that nothing else has', () => {
    expect(refusalOf(decideRegisterEnterprise(ENTERPRISE, true))).toMatchObject({ code: 'ALREADY_EXISTS' });
  });

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['an id of other signs', { enterpriseId: 'GRAND BRIGHT' }, 'enterpriseId'],
    ['a number that is none', { registrationNumber: '123' }, 'registrationNumber'],
  ])('is refused with %s', (_name, more, field) => {
    expect(refusalOf(decideRegisterEnterprise({ ...ENTERPRISE, ...more }, false))).toMatchObject({
      code: 'INVALID_INPUT',
      field,
    });
  });

  it('may have the number of its registration, or that of a branch', () => {
    for (const registrationNumber of ['0101234567', '0101234567-001'])
      expect(eventsOf(decideRegisterEnterprise({ ...ENTERPRISE, registrationNumber }, false))).toHaveLength(
        1,
      );
  });
});
