import { slug } from '../identity/fold.js';
import { organisationEnd } from '../organisations/organisation.js';
import { refuse, type Decision } from '../refusals/refusal.js';
import { parseOfficeId } from '../responsibilities/office.js';
import type { LocalDate } from '../time/local-date.js';
import { notRegistered, refuseBlank, type SchemeRegister } from './register.js';
import type { PartyKind, SchemeParty, SchemeRole } from './scheme.js';

/** A party as people give it: an organisation or office by its id, others by their name. */
export interface SchemePartyInput {
  readonly kind: PartyKind;
  readonly id?: string;
  readonly name?: string;
}

/** Ends the description that stands for a name which may be a person's. */
export const NAME_WITHHELD = '(tên cá nhân không lưu)';
const HOUSEHOLD = `hộ kinh doanh ${NAME_WITHHELD}`;

/** A party with its id and name; `fallbackId` is for one whose name is not kept. */
export function partyOf(
  input: SchemePartyInput,
  fallbackId: string,
  register: Pick<SchemeRegister, 'organisation'>,
): SchemeParty {
  const { kind, name } = input;
  const id = input.id ?? idOf(input, fallbackId);
  return { kind, id, name: name ?? nameOf(kind, id, register) };
}

function nameOf(kind: PartyKind, id: string, register: Pick<SchemeRegister, 'organisation'>): string {
  switch (kind) {
    case 'ORGANISATION':
      return register.organisation(id)?.registration.name ?? id;
    case 'OFFICE':
      return id;
    case 'HOUSEHOLD':
      return HOUSEHOLD;
    case 'ENTERPRISE':
    case 'COOPERATIVE':
    case 'ESTABLISHMENT':
    case 'OTHER':
      return '';
  }
}

/** What withholds a name names nobody, so that its id cannot be made of it; organisations and offices have theirs. */
function idOf({ kind, name }: SchemePartyInput, fallbackId: string): string {
  if (kind === 'ORGANISATION' || kind === 'OFFICE') return '';
  if (kind === 'HOUSEHOLD' || name === undefined || name.includes(NAME_WITHHELD)) return fallbackId;
  return slug(name);
}

const FITTING: Readonly<Record<SchemeRole, (kind: PartyKind) => boolean>> = {
  EXECUTING_UNIT: (kind) => kind === 'ORGANISATION',
  BENEFICIARY: (kind) => kind !== 'OFFICE',
  DEPARTMENT: (kind) => kind === 'OFFICE',
};

/**
 * Refuses a party that its role cannot have on its first day, and a household by name; undefined where it can.
 * Without a day an organisation is not held against its end: it may have been party before.
 */
export function refuseParty(
  field: string,
  role: SchemeRole,
  party: SchemeParty,
  day: LocalDate | undefined,
  register: SchemeRegister,
): Decision<never> | undefined {
  if (!FITTING[role](party.kind)) {
    return refuse(
      'INVALID_INPUT',
      `${field}.kind`,
      party.kind,
      `A party of kind ${party.kind} cannot be ${role}.`,
      'The executing unit is a registered organisation, the department an office, a beneficiary anything else.',
    );
  }
  return (
    refuseBlank(`${field}.id`, party.id) ??
    refuseBlank(`${field}.name`, party.name) ??
    refuseByKind(field, party, day, register)
  );
}

function refuseByKind(
  field: string,
  party: SchemeParty,
  day: LocalDate | undefined,
  register: SchemeRegister,
): Decision<never> | undefined {
  switch (party.kind) {
    case 'ORGANISATION':
      return refuseOrganisation(`${field}.id`, party.id, day, register);
    case 'OFFICE':
      return refuseOffice(`${field}.id`, party.id, day, register);
    case 'HOUSEHOLD':
      return refuseHousehold(`${field}.name`, party);
    case 'ENTERPRISE':
    case 'COOPERATIVE':
    case 'ESTABLISHMENT':
    case 'OTHER':
      return undefined;
  }
}

function refuseOrganisation(
  field: string,
  id: string,
  day: LocalDate | undefined,
  register: SchemeRegister,
): Decision<never> | undefined {
  if (register.organisation(id) === undefined) return notRegistered(field, id);
  const end = organisationEnd(id, register.organisations);
  if (end === undefined || day === undefined || day < end.effectiveOn) return undefined;
  return refuse(
    'NOT_APPLICABLE',
    field,
    id,
    `Organisation ${id} went whole into ${end.toId} on ${end.effectiveOn}.`,
    `Name ${end.toId}, or an earlier first day.`,
  );
}

function refuseOffice(
  field: string,
  id: string,
  day: LocalDate | undefined,
  register: SchemeRegister,
): Decision<never> | undefined {
  if (day === undefined ? parseOfficeId(id) !== undefined : register.officeExists(id, day)) return undefined;
  return refuse(
    'UNKNOWN_OFFICE',
    field,
    id,
    `No office ${id} exists${day === undefined ? '' : ` on ${day}`}.`,
    'Name an office such as SO_CONG_THUONG:31@2025-07-01, of a unit that exists on that day.',
  );
}

function refuseHousehold(field: string, { name }: SchemeParty): Decision<never> | undefined {
  if (name.endsWith(NAME_WITHHELD)) return undefined;
  return refuse(
    'INVALID_INPUT',
    field,
    '',
    'A household business bears the name of a person, which is never recorded.',
    'Leave the name out; a trade name that is nobody’s name goes with kind ESTABLISHMENT.',
  );
}
