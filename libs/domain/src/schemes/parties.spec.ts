import { describe, expect, it } from '@jest/globals';
import { decideRegisterOrganisation } from '../organisations/decide-organisation.js';
import { day } from '../testing/law.js';
import { eventsOf, refusalOf } from '../testing/register.js';
import { centre, QD_2644, schemeOf, TestSchemes } from '../testing/schemes.js';
import { decideChangeSchemeParty, type ChangeSchemeParty } from './decide-party.js';
import { decideRegisterScheme } from './decide-register.js';
import type { SchemeRole } from './scheme.js';
import { schemePartiesOn } from './state-on.js';

const begun = () => {
  const register = new TestSchemes();
  for (const id of ['old', 'new', 'third'])
    register.record(eventsOf(decideRegisterOrganisation(centre(id), register)));
  const beneficiaries = [
    { kind: 'ENTERPRISE', name: 'A' },
    { kind: 'ENTERPRISE', name: 'B' },
  ] as const;
  return register.record(
    eventsOf(decideRegisterScheme(schemeOf('s', 'old', { beneficiaries, contractNumber: '1' }), register)),
  );
};
const change = (more: Partial<ChangeSchemeParty> = {}): ChangeSchemeParty => ({
  schemeId: 's',
  role: 'EXECUTING_UNIT',
  to: { kind: 'ORGANISATION', id: 'new' },
  effectiveOn: day('2025-09-01'),
  actId: QD_2644.actId,
  reason: 'Decided.',
  provenance: 'STATED',
  source: 'test',
  ...more,
});
const decide = (register: TestSchemes, input: ChangeSchemeParty) =>
  register.record(eventsOf(decideChangeSchemeParty(input, register)));
const who = (register: TestSchemes, role: SchemeRole, on: string) =>
  schemePartiesOn(register.known('s'), role, day(on)).map((party) => party.id);

describe('one role of a scheme goes to another party', () => {
  it('from its day on, and nothing else changes', () => {
    const register = decide(begun(), change());
    expect(who(register, 'EXECUTING_UNIT', '2025-08-31')).toEqual(['old']);
    expect(who(register, 'EXECUTING_UNIT', '2025-09-01')).toEqual(['new']);
    expect(who(register, 'BENEFICIARY', '2025-09-01')).toEqual(['a', 'b']);
    expect(register.known('s').registration).toEqual(begun().known('s').registration);
    expect(register.known('s').steps).toEqual(begun().known('s').steps);
  });

  it('a beneficiary leaves for another or another joins', () => {
    const of = { role: 'BENEFICIARY', to: { kind: 'COOPERATIVE', name: 'C' } } as const;
    expect(who(decide(begun(), change({ ...of, fromId: 'a' })), 'BENEFICIARY', '2025-09-01')).toEqual([
      'b',
      'c',
    ]);
    expect(who(decide(begun(), change(of)), 'BENEFICIARY', '2025-09-01')).toEqual(['a', 'b', 'c']);
  });

  it('a department comes in where none was named', () => {
    const to = { kind: 'OFFICE', id: 'SO_CONG_THUONG:15@2025-07-01' } as const;
    const register = decide(begun(), change({ role: 'DEPARTMENT', to }));
    expect(who(register, 'DEPARTMENT', '2025-08-31')).toEqual([]);
    expect(who(register, 'DEPARTMENT', '2025-09-01')).toEqual([to.id]);
  });

  it('a change that is learnt later has its days, up to the one known before', () => {
    const third = { kind: 'ORGANISATION', id: 'third' } as const;
    const register = decide(decide(begun(), change()), change({ to: third, effectiveOn: day('2025-08-01') }));
    expect(
      ['2025-07-31', '2025-08-31', '2025-09-01'].map((on) => who(register, 'EXECUTING_UNIT', on)),
    ).toEqual([['old'], ['third'], ['new']]);
  });

  it('a wrong one is put right by naming its day', () => {
    const right = change({ effectiveOn: day('2025-09-15'), corrects: day('2025-09-01') });
    const register = decide(decide(begun(), change()), right);
    expect(who(register, 'EXECUTING_UNIT', '2025-09-14')).toEqual(['old']);
    expect(who(register, 'EXECUTING_UNIT', '2025-09-15')).toEqual(['new']);
  });

  it('what is inferred or from memory names nobody', () => {
    const inferred = decide(begun(), change({ provenance: 'INFERRED' }));
    expect(who(inferred, 'EXECUTING_UNIT', '2025-09-01')).toEqual(['old']);
    const register = new TestSchemes();
    register.record(eventsOf(decideRegisterOrganisation(centre('old'), register)));
    const scheme = schemeOf('s', 'old', { provenance: 'UNVERIFIED' });
    register.record(eventsOf(decideRegisterScheme(scheme, register)));
    expect(who(register, 'EXECUTING_UNIT', '2025-09-01')).toEqual([]);
  });

  it.each<[string, string, Partial<ChangeSchemeParty>]>([
    ['UNKNOWN_SUBJECT', 'schemeId', { schemeId: 'x' }],
    ['REASON_REQUIRED', 'reason', { reason: ' ' }],
    ['INVALID_INPUT', 'source', { source: ' ' }],
    ['UNKNOWN_ACT', 'actId', { actId: 'nobody' }],
    ['ACT_NOT_IN_FORCE', 'actId', { effectiveOn: day('2025-06-30') }],
    ['NOT_APPLICABLE', 'actId', { actId: 'nd-139' }],
    ['UNKNOWN_EVENT', 'corrects', { corrects: day('2025-08-01') }],
    ['UNKNOWN_SUBJECT', 'to.id', { to: { kind: 'ORGANISATION', id: 'nobody' } }],
    ['INVALID_INPUT', 'to.kind', { to: { kind: 'ENTERPRISE', name: 'A' } }],
    [
      'UNKNOWN_OFFICE',
      'to.id',
      { role: 'DEPARTMENT', to: { kind: 'OFFICE', id: 'SO_CONG_THUONG:10@origin' } },
    ],
    ['NOT_APPLICABLE', 'to', { to: { kind: 'ORGANISATION', id: 'old' } }],
    ['NOT_APPLICABLE', 'fromId', { fromId: 'third' }],
  ])('is refused with %s for %s', (code, field, more) => {
    expect(refusalOf(decideChangeSchemeParty(change(more), begun()))).toMatchObject({ code, field });
  });
});
