import { describe, expect, it } from '@jest/globals';
import { decideRegisterOrganisation } from '../organisations/decide-organisation.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { centre, schemeOf, TestSchemes } from '../testing/schemes.js';
import { decideRegisterScheme, type RegisterScheme } from './decide-register.js';

const register = () => {
  const schemes = new TestSchemes();
  return schemes.record(eventsOf(decideRegisterOrganisation(centre('tt-kc'), schemes)));
};
const given = (more: Partial<RegisterScheme>) =>
  decideRegisterScheme(schemeOf('s', 'tt-kc', more), register());

describe('a scheme that is registered', () => {
  it('has its parties by role, completed from the register', () => {
    const [event] = eventsOf(
      given({
        provinceId: '10@origin',
        department: { kind: 'OFFICE', id: 'SO_CONG_THUONG:10@origin', name: 'Sở Công Thương Lào Cai' },
        beneficiaries: [
          { kind: 'ENTERPRISE', name: 'Công ty TNHH QHTECH' },
          { kind: 'HOUSEHOLD' },
          { kind: 'COOPERATIVE', name: 'hợp tác xã cà phê (tên cá nhân không lưu)' },
        ],
      }),
    );
    expect(event?.data.parties).toEqual({
      executingUnit: { kind: 'ORGANISATION', id: 'tt-kc', name: 'Trung tâm tt-kc' },
      department: { kind: 'OFFICE', id: 'SO_CONG_THUONG:10@origin', name: 'Sở Công Thương Lào Cai' },
      beneficiaries: [
        { kind: 'ENTERPRISE', id: 'cong-ty-tnhh-qhtech', name: 'Công ty TNHH QHTECH' },
        { kind: 'HOUSEHOLD', id: 's-beneficiary-2', name: 'hộ kinh doanh (tên cá nhân không lưu)' },
        { kind: 'COOPERATIVE', id: 's-beneficiary-3', name: 'hợp tác xã cà phê (tên cá nhân không lưu)' },
      ],
    });
  });

  it('never takes a household by its name', () => {
    const refusal = refusalOf(given({ beneficiaries: [{ kind: 'HOUSEHOLD', name: 'hộ KD Ông A' }] }));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT', field: 'beneficiaries.0.name', value: '' });
    expect(JSON.stringify(refusal)).not.toContain('Ông A');
  });

  it.each<[string, string, Partial<RegisterScheme>]>([
    ['INVALID_INPUT', 'schemeId', { schemeId: 'Đề án' }],
    ['ALREADY_EXISTS', 'schemeId', { schemeId: 'tt-kc' }],
    ['INVALID_INPUT', 'name', { name: ' ' }],
    ['INVALID_INPUT', 'source', { source: '' }],
    ['INVALID_INPUT', 'step', { step: 'APPROVED_LOCAL' }],
    ['INVALID_INPUT', 'step', { programme: 'LOCAL', step: 'APPRAISED_MINISTRY' }],
    ['INVALID_INTERVAL', 'stepOn', { step: 'UNKNOWN', stepOn: day('2025-01-01') }],
    ['INVALID_INTERVAL', 'stepOn', { from: day('2025-01-02'), stepOn: day('2025-01-01') }],
    ['INVALID_INPUT', 'fromYear', { fromYear: 25 }],
    ['INVALID_INTERVAL', 'toYear', { fromYear: 2025, toYear: 2024 }],
    ['INVALID_INTERVAL', 'toYear', { from: day('2025-01-02'), toYear: 2024 }],
    ['INVALID_INPUT', 'budgetVnd', { budgetVnd: '6,5 tỷ' }],
    ['UNKNOWN_UNIT', 'provinceId', { provinceId: '15520@origin' }],
    ['UNIT_NOT_IN_FORCE', 'provinceId', { provinceId: '10@origin', from: day('2025-07-01') }],
    ['UNKNOWN_SUBJECT', 'executingUnit.id', { executingUnit: { kind: 'ORGANISATION', id: 'nobody' } }],
    ['INVALID_INPUT', 'executingUnit.kind', { executingUnit: { kind: 'ENTERPRISE', name: 'A' } }],
    ['INVALID_INPUT', 'beneficiaries.0.kind', { beneficiaries: [{ kind: 'OFFICE', id: 'BO_CONG_THUONG' }] }],
    ['INVALID_INPUT', 'beneficiaries.0.name', { beneficiaries: [{ kind: 'ENTERPRISE' }] }],
    ['UNKNOWN_OFFICE', 'department.id', { department: { kind: 'OFFICE', id: 'SO:1' } }],
    [
      'UNKNOWN_OFFICE',
      'department.id',
      { from: day('2025-07-01'), department: { kind: 'OFFICE', id: 'SO_CONG_THUONG:10@origin' } },
    ],
    [
      'INVALID_INPUT',
      'beneficiaries',
      {
        beneficiaries: [
          { kind: 'ENTERPRISE', name: 'A' },
          { kind: 'OTHER', name: 'a' },
        ],
      },
    ],
  ])('is refused with %s for %s', (code, field, more) => {
    expect(refusalOf(given(more))).toMatchObject({ code, field });
  });
});

describe('an organisation that is registered', () => {
  it.each([
    ['ALREADY_EXISTS', centre('tt-kc')],
    ['INVALID_INPUT', centre('TT')],
    ['INVALID_INPUT', centre('b', { name: '' })],
    ['INVALID_INPUT', centre('b', { source: '' })],
    ['UNKNOWN_UNIT', centre('b', { unitId: '31' })],
    ['UNKNOWN_ACT', centre('b', { actId: 'nobody' })],
  ])('is refused with %s', (code, input) => {
    expect(refusalOf(decideRegisterOrganisation(input, register())).code).toBe(code);
  });
});
